import LossPlot
import Testing

@testable import lossviz

/// Names that speak to the terminal.
struct TerminalTextTests {
  @Test func aWordThatTurnsTextIsShownByItsNumber() {
    let outcome = Outcome("--loss", "arc\u{202E}face", isTerminal: true)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("\\u{202E}") && !outcome.messages.contains("\u{202E}"))
  }

  @Test(arguments: [["--loss"], ["--m"], ["--data"], ["-o"], ["figure"], ["--title-of"]])
  func aVeryLongArgumentIsShortened(words: [String]) {
    let outcome = Outcome(words: words + [String(repeating: "x", count: 100_000)])
    #expect(outcome.status != .success)
    #expect(outcome.messages.utf8.count < 10_000)
  }

  @Test func resultsAndRemarksAreShownByNumbersToo() throws {
    let captured = CapturedConsole()
    let console = captured.console(isTerminal: true)
    try console.say("a\u{1B}]0;b\u{7}\u{202E}c")
    try console.print("d\u{1B}[2J\u{9B}e")
    #expect(captured.messages == "a\\u{1B}]0;b\\u{7}\\u{202E}c\n")
    #expect(captured.output == "d\\u{1B}[2J\\u{9B}e\n")
  }

  @Test func colorsAndLinesStay() throws {
    let captured = CapturedConsole()
    var console = captured.console(isTerminal: true)
    try console.say("\u{1B}[1;33ma\u{1B}[0m\n\tb")
    #expect(captured.messages == "\u{1B}[1;33ma\u{1B}[0m\n\tb\n")
    console.isQuiet = true
    try console.say("c")
    #expect(!captured.messages.contains("c\n"))
  }

  @Test func aProgramGetsTheNameOfAFileAsItIs() throws {
    let captured = CapturedConsole()
    try captured.console().print("a\u{202E}b.png")
    #expect(captured.output == "a\u{202E}b.png\n")
  }
}
