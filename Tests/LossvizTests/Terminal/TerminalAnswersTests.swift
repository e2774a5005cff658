import LossPlot
import Testing

@testable import lossviz

struct TerminalAnswersTests {
  private func answers(_ text: String) -> TerminalAnswers {
    TerminalAnswers(Array(text.utf8))
  }

  @Test func everyAnswerIsRead() {
    let all = answers(
      "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?1;0;1024S\u{1B}[?2;0;960;675S"
        + "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\\u{1B}[?62;4;22c")
    #expect(all.knowsKitty)
    #expect(all.cell == .init(width: 10, height: 20))
    #expect(all.sixelColors == 1024)
    #expect(all.sixelSize == .init(width: 960, height: 675))
    #expect(all.isDark == true)
    #expect(all.attributes == [62, 4, 22])
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ff/ff/ff\u{07}", false), ("\u{1B}]11;rgb:0/0/8\u{07}", true),
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", false),
  ])
  func theGroundMayHaveAnyNumberOfDigits(text: String, isDark: Bool) {
    #expect(answers(text + "\u{1B}[?1c").isDark == isDark)
    #expect(answers(text + "\u{1B}[?1c").attributes == [1])
  }

  @Test(arguments: ["ls\n", "\u{1B}[A", "\u{1B}OP", "\u{1B}[200~", "é"])
  func keysInBetweenArePassedOver(keys: String) {
    #expect(
      answers(keys + "\u{1B}[6;20;10t" + keys + "\u{1B}[?62;4c" + keys)
        == answers("\u{1B}[6;20;10t\u{1B}[?62;4c"))
  }

  @Test(arguments: [
    "\u{1B}", "\u{1B}[", "\u{1B}[?62;4", "\u{1B}_Gi=31;OK", "\u{1B}]11;rgb:", "\u{1B}P1;2",
    "\u{1B}[6;0;0t", "\u{1B}[6;99999999999999999999;9t", "\u{1B}[?2;0;-1;9S", "\u{1B}[?1;3;0S",
    "\u{1B}]11;rgb:////\u{07}", "\u{1B}]11;rgb:fffffffffffffffff/0/0\u{07}",
    "\u{1B}]11;rgb:ffffffffffffff/0/0\u{07}", "\u{1B}]11;rgb:ffffffffffffffff/0/0\u{07}",
  ])
  func whatIsCutShortOrNonsenseSaysNothing(text: String) {
    var expected = TerminalAnswers()
    if text.contains("OK") { expected.knowsKitty = true }
    #expect(answers(text) == expected)
  }

  @Test func aRefusalIsNotTakenForKitty() {
    #expect(!answers("\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\\u{1B}[?62c").knowsKitty)
  }
}

struct TerminalGraphicsDetectionTests {
  private func graphics(
    _ answer: String, _ environment: [String: String] = [:]
  ) throws -> TerminalGraphics {
    try TerminalGraphics(
      TerminalAnswers(Array(answer.utf8)),
      TerminalVariables(Environment { environment[$0] }))
  }

  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\"
  private static let plain = "\u{1B}[?62;22c"
  private static let sixel = "\u{1B}[?62;4;22c"

  @Test func whoAnswersKittyGetsKitty() throws {
    #expect(try graphics(Self.kitty + Self.sixel) == .kitty)
  }

  @Test(arguments: [
    ["TERM": "xterm-kitty"], ["KITTY_WINDOW_ID": "1"], ["TERM_PROGRAM": "ghostty"],
  ])
  func aKittyThatIsMuteIsKnownByItsVariables(environment: [String: String]) throws {
    #expect(try graphics("", environment) == .kitty)
    // Somebody else, started from a kitty.
    #expect(try graphics(Self.plain, environment) == .halfBlocks(hasTrueColor: false))
  }

  @Test(arguments: [
    ["TERM_PROGRAM": "iTerm.app"], ["LC_TERMINAL": "iTerm2"], ["TERM_PROGRAM": "WezTerm"],
  ])
  func iTermComesBeforeSixels(environment: [String: String]) throws {
    #expect(try graphics(Self.sixel, environment) == .iTerm)
    #expect(try graphics("", environment) == .iTerm)
  }

  @Test(arguments: [
    ["TMUX": "/tmp/tmux-0/default,1,0"], ["STY": "1.pts"], ["TERM": "screen-256color"],
    ["TERM": "tmux-256color"], ["ZELLIJ": "0"],
  ])
  func insideOfAMultiplexerOnlySixelsAreTried(environment: [String: String]) throws {
    let all = environment.merging(["LC_TERMINAL": "iTerm2", "KITTY_WINDOW_ID": "1"]) { own, _ in
      own
    }
    #expect(try graphics(Self.sixel, all) == .sixel(colors: 256))
    #expect(try graphics(Self.plain, all) == .halfBlocks(hasTrueColor: false))
    let question = try TerminalVariables(Environment { all[$0] }).question
    #expect(!String(decoding: question, as: UTF8.self).contains("\u{1B}_"))
  }

  @Test func sixelsHaveTheColorsThatTheTerminalCounts() throws {
    #expect(try graphics("\u{1B}[?1;0;16S" + Self.sixel) == .sixel(colors: 16))
  }

  @Test(arguments: ["truecolor", "24bit"])
  func othersGetHalfBlocks(colorTerm: String) throws {
    #expect(try graphics(Self.plain) == .halfBlocks(hasTrueColor: false))
    #expect(try graphics(Self.plain, ["COLORTERM": colorTerm]) == .halfBlocks(hasTrueColor: true))
  }

  @Test func theLinuxConsoleIsNotAsked() throws {
    // It would show the question.
    #expect(try TerminalVariables(Environment { ["TERM": "linux"][$0] }).question.isEmpty)
  }
}
