import LossLab

extension Command {
  static let completions = Command(
    name: "completions", summary: "print a script that completes lossviz in a shell",
    usage: "completions " + Shell.allCases.map(\.rawValue).joined(separator: "|"),
    examples: [
      "source <(lossviz completions bash)": "for this shell, in bash",
      "lossviz completions fish > ~/.config/fish/completions/lossviz.fish": "for every fish",
    ],
    operands: Operands(
      what: "the shell", count: 1...1, hint: "one of: \(Shell.allCases.map(\.rawValue).listed)",
      words: Shell.allCases.map(\.rawValue)),
    values: { try shell($0.operands[0]) }
  ) { shell, console in
    try console.output.write(shell.completions)
  }

  private static func shell(_ word: String) throws(UsageError) -> Shell {
    if let shell = Shell(rawValue: word.lowercased()) { return shell }
    let problem = ValueProblem(word: word, words: Shell.allCases.map(\.rawValue))
    throw .badValue("completions", word, problem)
  }
}
