/// A shell that can complete command lines.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script that completes every command, option and word that there is.
  var completions: String {
    let lines =
      switch self {
      case .bash: BashCompletions().lines
      case .zsh: ZshCompletions().lines
      case .fish: FishCompletions().lines
      }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text as one word of a script, whatever is in it.
  func quoted(_ text: String) -> String {
    switch self {
    case .bash, .zsh: "'" + text.replacing("'", with: "'\\''") + "'"
    case .fish: "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
  }
}

/// What may stand where somebody types.
enum CompletedValue: Equatable {
  /// Nothing, as of a switch.
  case none
  /// A number or a text that nobody can guess.
  case text
  case words([String], isList: Bool)
  /// Files, or the words before them.
  case files(words: [String])
  case folders
}

extension Option {
  var completedValue: CompletedValue {
    guard let placeholder else { return .none }
    let takesFiles = placeholder.contains("FILE") || placeholder.contains("PATH")
    if takesFiles { return .files(words: words) }
    if placeholder == "DIR" { return .folders }
    return words.isEmpty ? .text : .words(words, isList: placeholder.hasSuffix(",…"))
  }

  /// Options with several meanings have no help but the details.
  var sentence: String { help.isEmpty ? allowed : help }

  /// As typed: `-o`, `--output`.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] }
}

extension Command {
  var completedOperands: CompletedValue {
    guard operands.count.upperBound > 0 else { return .none }
    return operands.words.isEmpty
      ? .files(words: []) : .words(operands.words, isList: false)
  }
}
