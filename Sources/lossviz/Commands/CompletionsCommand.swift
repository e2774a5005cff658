import LossLab

extension Command {
  static let completions = Command(
    name: "completions", summary: "print a script that completes lossviz in a shell",
    usage: "completions " + Shell.allCases.map(\.rawValue).joined(separator: "|"),
    examples: [
      "source <(lossviz completions bash)": "for this shell, in bash",
      "lossviz completions fish > ~/.config/fish/completions/lossviz.fish": "for every fish",
    ],
    options: [],
    operands: Operands(
      what: "the shell", count: 1...1, hint: "one of: \(Shell.allCases.map(\.rawValue).listed)",
      words: Shell.allCases.map(\.rawValue)),
    check: { call in _ = try shell(call) }
  ) { call, console in
    try console.output.write(shell(call).completions)
  }

  private static func shell(_ call: Call) throws(UsageError) -> Shell {
    let word = call.operands[0]
    if let shell = Shell(rawValue: word.lowercased()) { return shell }
    let names = Shell.allCases.map(\.rawValue)
    throw .badValue(
      label: "completions", value: word, expected: names.alternatives,
      nearest: nearestWords(to: word.lowercased(), in: names))
  }
}
