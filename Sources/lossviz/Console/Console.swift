import LossPlot

/// Where a command speaks: its results, and what it has to say about them.
struct Console: Sendable {
  let output: TextStream
  let messages: TextStream
  var isQuiet = false
  var isVerbose = false
  /// `nil` where nothing can be drawn.
  var terminal: Terminal?
  /// What it says of the terminal.
  var environment = Environment { _ in nil }

  /// With what the options say of quiet, verbose and color.
  func adjusted(by options: MessageOptions, environment: Environment) -> Console {
    Console(
      output: output.colored(options.color, environment: environment),
      messages: messages.colored(options.color, environment: environment),
      isQuiet: options.isQuiet, isVerbose: options.isVerbose, terminal: terminal,
      environment: environment)
  }

  /// Where nothing is heard.
  static let silent = Console(
    output: TextStream(isTerminal: false) { _ in },
    messages: TextStream(isTerminal: false) { _ in }, isQuiet: true)

  /// One line of results; a program that reads them gets names as they are, a terminal nothing that
  /// speaks to it.
  func print(_ line: String) throws {
    try output.write((output.isTerminal ? line.shownOnTerminal : line) + "\n")
  }

  /// One line about the results; not with `--quiet`.
  func say(_ line: String) throws {
    guard !isQuiet else { return }
    try messages.write(line.shownOnTerminal + "\n")
  }

  /// How long a training took, in the language of its pictures.
  func sayTrained(_ name: String, seconds: Double, _ language: PageLanguage) throws {
    try say(Self.trained(name, seconds: seconds, language))
  }

  static func trained(_ name: String, seconds: Double, _ language: PageLanguage) -> String {
    let time = decimalText(seconds, places: 2)
    return Wording("\(name): trained in \(time) s", zh: "\(name)：训练用时 \(time) s")[language]
  }

  /// What a training warns of, in the language of its pictures.
  func warn(_ warnings: [RunWarning], _ language: PageLanguage) throws {
    for warning in warnings { try warn(warning.words[language]) }
  }

  func warn(_ clauses: [String]) throws {
    for clause in clauses { try warn(clause) }
  }

  /// Something the user should know although the command goes on.
  func warn(_ clause: String) throws {
    try say(messages.style(.warning, "lossviz: warning: ") + clause.withoutControls)
  }
}
