import LossPlot

/// The script for fish, from 3.0 on.
struct FishCompletions {
  private let shell = Shell.fish

  var lines: [String] {
    let names = Command.all.map(\.name).joined(separator: " ")
    return [
      "# Completes lossviz in fish: lossviz completions fish | source",
      "function __lossviz_is",
      "  set -l words (commandline -opc)",
      "  if not contains -- \"$words[2]\" \(names)",
      "    set words lossviz \(Command.train.name)",
      "  end",
      "  contains -- $words[2] $argv",
      "end",
      "function __lossviz_first",
      "  test (count (commandline -opc)) -eq 1",
      "end",
      "complete -c lossviz -f",
    ]
      + Command.all.map { command in
        "complete -c lossviz -n __lossviz_first -a \(command.name)"
          + " -d \(shell.quoted(command.summary))"
      } + Command.all.compactMap(operands) + options
  }

  private func operands(_ command: Command) -> String? {
    let values = values(command.completedOperands)
    guard !values.isEmpty else { return nil }
    return
      "complete -c lossviz -n '__lossviz_is \(command.name); and not __lossviz_first' \(values)"
  }

  /// One line for all commands that have the same option.
  private var options: [String] {
    let entries = Command.all.flatMap { command in
      command.allOptions.map { (command: command.name, line: line(of: $0)) }
    }
    return entries.grouped { $0.line }.map { line, entries in
      let commands = entries.map(\.command).joined(separator: " ")
      return "complete -c lossviz -n '__lossviz_is \(commands)' \(line)"
    }
  }

  private func line(of option: Option) -> String {
    var parts = ["-l \(option.name)"]
    if let short = option.short { parts.append("-s \(short)") }
    switch option.completedValue {
    case .none: break
    case .text: parts.append("-x")
    case .words, .folders: parts.append("-x " + values(option.completedValue))
    case .files: parts.append("-r " + values(option.completedValue))
    }
    return (parts + ["-d \(shell.quoted(option.sentence))"]).joined(separator: " ")
  }

  private func values(_ value: CompletedValue) -> String {
    switch value {
    case .none, .text: return ""
    case .words(let words, let isList):
      let list = words.joined(separator: " ")
      guard isList else { return "-a \(shell.quoted(list))" }
      return "-a " + shell.quoted("(__fish_complete_list , \"printf '%s\\n' \(list)\")")
    case .files(let words):
      return "-F" + (words.isEmpty ? "" : " -a \(shell.quoted(words.joined(separator: " ")))")
    case .folders: return "-a '(__fish_complete_directories)'"
    }
  }
}
