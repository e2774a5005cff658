/// A call of a command: what was given for it, and what that says, read once.
struct Call: Sendable {
  let arguments: Arguments
  let options: RunOptions

  var operands: [String] { arguments.operands }
  /// To be asked whether an option that was typed changes anything.
  var typed: TypedOptions { TypedOptions(arguments) }

  /// - Throws: `UsageError`.
  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    options = try arguments.options()
  }

  /// Whether anybody gave that option: on the command line, in the environment or a configuration.
  func gives(_ name: String) -> Bool {
    arguments.assignments.contains { $0.option.name == name }
  }
}
