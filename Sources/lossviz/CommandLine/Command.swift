import LossPlot

/// A command: the word that calls it, its options, what it does.
///
/// A new command is one file with such a value and one line in `Command.all`.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// The words after `lossviz`: `explain LOSS`.
  let usage: String
  /// Lines to try, for help, and what they do.
  let examples: KeyValuePairs<String, String>
  /// Its own, without those that every command has.
  let options: [Option]
  /// What it takes besides options, and how many.
  let operands: Operands
  /// What a call asks for: all that the command depends on.
  let values: @Sendable (Call) throws -> any Sendable
  /// Says what no work is needed to see: options that do not go together, values out of range.
  let check: @Sendable (Call) throws -> Void
  /// The recipe of the one picture that these arguments ask for, without drawing it; `nil` for
  /// commands that draw none.
  let recipe: (@Sendable (Call) throws -> Recipe)?
  /// What it prints as a Markdown table; `nil`, also where these arguments ask for none.
  let table: (@Sendable (Call) throws -> String?)?
  let run: @Sendable (Call, Console) throws -> Void

  /// - Parameters:
  ///   - values: what a call asks for, of a type of the command's own; it may refuse the call.
  ///   - check, recipe, table, run: see nothing else of the call.
  init<Values: Sendable>(
    name: String, summary: String, usage: String, examples: KeyValuePairs<String, String> = [:],
    options: [Option] = [], operands: Operands = Operands(),
    values: @escaping @Sendable (Call) throws -> Values,
    check: @escaping @Sendable (Values) throws -> Void = { _ in },
    recipe: (@Sendable (Values) throws -> Recipe)? = nil,
    table: (@Sendable (Values) throws -> String?)? = nil,
    run: @escaping @Sendable (Values, Console) throws -> Void
  ) {
    (self.name, self.summary, self.usage, self.examples) = (name, summary, usage, examples)
    (self.options, self.operands) = (options, operands)
    self.values = { try values($0) }
    self.check = { try check(values($0)) }
    self.recipe = recipe.map { recipe in { @Sendable call in try recipe(values(call)) } }
    self.table = table.map { table in { @Sendable call in try table(values(call)) } }
    self.run = { call, console in try run(values(call), console) }
  }

  struct Operands: Sendable {
    /// As a message calls the first one: `the name of a loss`.
    var what = ""
    var count = 0...0
    var hint = ""
    /// The words that one of them may be; empty where they are files.
    var words: [String] = []
  }

  /// The first one is the default.
  static let all: [Command] = [
    train,
    compare,
    gallery,
    figure,
    curve,
    boundary,
    pull,
    evaluate,
    identify,
    plot,
    page,
    list,
    explain,
    advise,
    inspect,
    replay,
    docs,
    completions,
    man,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  /// Its own options, then those of every command.
  var allOptions: [Option] { options + Option.generalOptions }

  /// The command that the words call, and the words that are left.
  ///
  /// - Throws: `UsageError.unknownCommand`.
  static func called(
    by words: [String]
  ) throws(UsageError) -> (command: Command, words: [String]) {
    guard let word = words.first, !word.hasPrefix("-") else { return (train, words) }
    // As git and cargo have it: `lossviz help explain`.
    if word == "help" { return try called(by: words.dropFirst().prefix(1) + ["--help"]) }
    if let command = named(word) { return (command, Array(words.dropFirst())) }
    let loss = LossWords.exactly(word).first
    let nearest = nearestWords(to: word.lowercased(), in: all.map(\.name))
    throw .unknownCommand(
      word, nearest: nearest,
      loss: loss ?? (nearest.isEmpty ? LossWords.meant(by: word).first : nil))
  }

  /// The commands that have an option.
  static func owners(of option: String) -> [Command] {
    all.filter { $0.allOptions.contains { $0.name == option } }
  }

  /// Everything given for this command: those words, the environment, the configuration.
  ///
  /// - Throws: `UsageError`, and what is wrong with the file of `--config`.
  func arguments(_ words: [String], environment: Environment) throws -> Arguments {
    let parsed = try ParsedArguments(words, of: self)
    var assignments = parsed.assignments
    for option in allOptions where option.isAmbient {
      let name = option.environmentName
      // Set but empty is what scripts leave where they mean nothing.
      guard let text = environment[name], !text.isEmpty else { continue }
      assignments.append(
        Assignment(option: option, value: GivenText(text: text, source: .environment(name))))
    }
    assignments += try configured(by: parsed, environment: environment)
    var arguments = Arguments(assignments: assignments, operands: parsed.operands)
    arguments.environment = environment
    return arguments
  }

  /// A call of this command.
  ///
  /// - Throws: as `arguments`.
  func call(_ words: [String], environment: Environment) throws -> Call {
    try Call(arguments(words, environment: environment), of: self)
  }

  private func configured(
    by parsed: ParsedArguments, environment: Environment
  ) throws -> [Assignment] {
    guard let option = options.first(where: { $0.name == Option.config.name }) else { return [] }
    let typed = parsed.assignments.last { $0.option.name == option.name }?.value.text
    guard let path = typed ?? environment[option.environmentName], !path.isEmpty else { return [] }
    return try Configuration(path: path).assignments(of: self)
  }

  /// Says all that no work is needed to see.
  func check(call: Call) throws {
    try checkOperands(call.operands)
    try check(call)
  }

  /// - Throws: `UsageError.unexpectedOperand`, `.missingOperand`.
  func checkOperands(_ given: [String]) throws(UsageError) {
    if given.count < operands.count.lowerBound {
      throw .missingOperand(operands.what, hint: operands.hint)
    }
    guard given.count > operands.count.upperBound else { return }
    let word = given[operands.count.upperBound]
    var hint = operands.hint
    if Command.named(word) != nil {
      hint = "the command comes first: lossviz \(word) …"
    } else if LossEntry.all.contains(where: { $0.isNamed(word) }) {
      hint = "for the loss: --loss \(word)"
    }
    throw .unexpectedOperand(word, hint: hint)
  }
}
