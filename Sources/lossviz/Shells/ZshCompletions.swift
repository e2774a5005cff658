/// The script for zsh: a file `_lossviz` in a folder of `$fpath`.
struct ZshCompletions {
  private let shell = Shell.zsh

  var lines: [String] {
    let names = Command.all.map(\.name)
    let summaries = Command.all.map { command in
      "    " + shell.quoted("\(command.name):\(command.summary.replacing(":", with: "\\:"))")
    }
    return [
      "#compdef lossviz",
      "# Completes lossviz in zsh: lossviz completions zsh > a folder of $fpath/_lossviz",
      "_lossviz() {",
      "  local command=\(Command.train.name)",
      "  local -a commands=(",
    ] + summaries + [
      "  )",
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
      "    _describe command commands",
      "    return",
      "  fi",
      "  case $words[2] in",
      "    \(names.joined(separator: "|")))",
      "      command=$words[2]",
      "      shift words",
      "      (( CURRENT-- )) ;;",
      "  esac",
      "  case $command in",
    ] + Command.all.flatMap(branch) + [
      "  esac",
      "}",
      "if [[ $funcstack[1] == _lossviz ]]; then",
      "  _lossviz \"$@\"",
      "else",
      "  compdef _lossviz lossviz",
      "fi",
    ]
  }

  /// What may stand behind a command.
  private func branch(_ command: Command) -> [String] {
    var specifications = command.allOptions.flatMap(specifications)
    let operand = action(command.completedOperands)
    if !operand.isEmpty { specifications.append("*:\(escaped(command.operands.what)):\(operand)") }
    let lines = specifications.map { "        \(shell.quoted($0)) \\" }
    return ["    \(command.name))", "      _arguments -s -S \\"] + lines + ["        ;;"]
  }

  private func specifications(_ option: Option) -> [String] {
    let spellings = option.spellings
    // Neither is offered once the other one stands there.
    let others = option.isRepeatable ? "*" : "(\(spellings.joined(separator: " ")))"
    return spellings.map { spelling in
      var text = others + spelling
      if !option.isSwitch { text += spelling.hasPrefix("--") ? "=" : "+" }
      text += "[\(escaped(option.sentence))]"
      guard let placeholder = option.placeholder else { return text }
      return text + ":\(escaped(placeholder)):\(action(option.completedValue))"
    }
  }

  private func action(_ value: CompletedValue) -> String {
    switch value {
    case .none: ""
    case .text: " "
    case .words(let words, let isList):
      isList
        ? "_sequence compadd - " + words.map(escaped).joined(separator: " ")
        : "(" + words.map(escaped).joined(separator: " ") + ")"
    case .files(let words):
      words.isEmpty
        ? "_files"
        : "{compadd - " + words.map(escaped).joined(separator: " ") + "; _files}"
    case .folders: "_files -/"
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacingScalars { "\\[]:".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }
}
