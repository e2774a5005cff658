/// What is wrong with a block of a document.
struct DocumentFault: CommandFailure, Equatable {
  let path: String
  /// From 1.
  let line: Int
  let status: CommandStatus
  /// One lower-case clause without a full stop.
  let problem: String
  /// What to do next; empty where there is nothing to say.
  let hint: String

  var message: String { "\(path):\(line): \(problem)" }
}

extension DocumentFault {
  /// What a command said of the block.
  init(path: String, line: Int, _ error: any Error) {
    let complaint = Complaint(error)
    self.init(
      path: path, line: line, status: complaint.status, problem: complaint.message,
      hint: complaint.hint)
  }
}

/// Several blocks are wrong; each was named before.
struct DocumentFaults: CommandFailure, Equatable {
  let status: CommandStatus
  let message: String
  let hint: String

  /// Names all faults on the messages, and throws what they come to.
  ///
  /// - Parameter hint: what became of the other blocks.
  static func report(_ faults: [DocumentFault], hint: String, _ console: Console) throws {
    guard let first = faults.first else { return }
    guard faults.count > 1 else { throw first }
    for fault in faults { Complaint(fault).write(to: console.messages) }
    throw DocumentFaults(
      status: first.status, message: "\(faults.count) blocks are wrong", hint: hint)
  }
}
