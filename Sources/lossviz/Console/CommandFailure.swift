import LossPlot

/// An error of a command that says itself how the command ends with it.
protocol CommandFailure: Error {
  var status: CommandStatus { get }
  /// One lower-case clause without a full stop.
  var message: String { get }
  /// What to do next; empty where there is nothing to say.
  var hint: String { get }
}

/// What a command was asked to check does not hold: exit 4.
struct CheckFailure: CommandFailure, Equatable {
  var status: CommandStatus { .checkFailed }
  let message: String
  let hint: String
}

extension DataMisuse: CommandFailure {
  var status: CommandStatus { .misuse }
  var message: String { description }
}

extension UnfitCase: CommandFailure {
  var status: CommandStatus { .failure }
  var message: String { inFile.description }
  var hint: String { inFile.hint }

  private var inFile: FileError { inFile(cause.description, hint: cause.hint) }
}
