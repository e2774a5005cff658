import LossPlot

/// A call of a command: what was given for it, and what that says, read once.
struct Call: Sendable {
  /// The name of the command.
  let command: String
  let arguments: Arguments
  /// For the initialisers of what commands ask for, and for nothing else.
  var values: GivenValues
  private let table: [Option]

  init(_ arguments: Arguments, of command: Command) throws(UsageError) {
    self.command = command.name
    self.arguments = arguments
    values = try arguments.values()
    table = command.options
  }

  var operands: [String] { arguments.operands }
  var given: GivenOptions { GivenOptions(arguments) }
  var messages: MessageOptions { values.messages }
  var threads: Int { values.threads ?? availableCores }

  /// The recorded options of the command as they were given; what they come to once more is known
  /// is put in their place.
  var recorded: Recipe { recorded(table) }

  /// The same of some options.
  func recorded(_ table: [Option]) -> Recipe {
    Recipe(
      entries: table.compactMap { option in
        option.read?(values).map { Recipe.Entry(option.name, $0) }
      })
  }
}
