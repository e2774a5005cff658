extension Complaint {
  /// What was said of the block at that line of a document.
  init(_ error: any Error, at line: Int, of path: String) {
    self.init(error)
    message = "\(path):\(line): \(message)"
  }

  /// Names all that is wrong with blocks on the messages, and throws what it comes to.
  ///
  /// - Parameter hint: what became of the other blocks.
  static func report(_ faults: [Complaint], hint: String, _ console: Console) throws {
    guard let first = faults.first else { return }
    guard faults.count > 1 else { throw first }
    for fault in faults { fault.write(to: console.messages) }
    throw Complaint(status: first.status, message: "\(faults.count) blocks are wrong", hint: hint)
  }
}
