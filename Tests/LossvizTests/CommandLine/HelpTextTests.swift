import LossLab
import TestSupport
import Testing

@testable import lossviz

struct HelpTextTests {
  @Test(arguments: Command.all.map(\.name))
  func theHelpOfACommandIsAsItWasAgreed(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    let words = name == Command.train.name ? ["--help"] : [name, "--help"]
    let outcome = Outcome(words: words)
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    try expectGolden(outcome.output, "help-\(command.name)")
  }

  @Test(arguments: Command.all.map(\.name))
  func noLineOfHelpIsLongerThanAHundred(name: String) {
    for line in Outcome(name, "--help").output.split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test func theHelpOfTheDefaultCommandNamesEveryLossOptionAndCommand() {
    let help = Outcome("--help").output
    for option in LossEntry.all.flatMap(\.options) { #expect(help.contains("--\(option.name) ")) }
    for command in Command.all.dropFirst() { #expect(help.contains("\n  \(command.name)")) }
  }

  @Test func colorIsForTerminalsOnly() {
    #expect(!Outcome("--help").output.contains("\u{1B}"))
    #expect(Outcome("--help", isTerminal: true).output.contains("\u{1B}"))
    #expect(
      !Outcome("--help", environment: ["NO_COLOR": "1"], isTerminal: true).output
        .contains("\u{1B}"))
    #expect(Outcome("--help", "--color", "always").output.contains("\u{1B}"))
    #expect(!Outcome("--help", "--color=never", isTerminal: true).output.contains("\u{1B}"))
  }

  @Test func theVersionIsOneLine() {
    #expect(Outcome("--version").output == "lossviz \(Lossviz.version)\n")
    #expect(Outcome("list", "-V").output == "lossviz \(Lossviz.version)\n")
  }
}
