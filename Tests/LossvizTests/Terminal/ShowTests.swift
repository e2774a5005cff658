import Foundation
import LossPlot
import Testing

@testable import lossviz

struct ShowTests {
  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62c"
  private static let environment = ["TERM": "xterm-256color"]
  private static let training = ["--steps", "30", "--samples", "20"]

  /// All pictures of a terminal's output, and what is left without them.
  private func split(_ output: String) -> (pictures: Int, rest: String) {
    var rest = ""
    var pictures = 0
    for piece in output.components(separatedBy: "\u{1B}\\") {
      let parts = piece.components(separatedBy: "\u{1B}_G")
      rest += parts[0]
      if parts.count > 1, parts[1].hasPrefix("a=T") { pictures += 1 }
    }
    return (pictures, rest)
  }

  private func show(_ words: [String], answer: String = kitty) -> Outcome {
    Outcome(
      words: words + ["--show"], environment: Self.environment, isTerminal: true, answer: answer)
  }

  @Test func everyCommandThatDrawsShows() throws {
    let folder = try TemporaryFolder()
    let features = try folder.file("f.csv", "0,1,0.1\n0,1,0.2\n1,-1,0.1\n1,-1,0.2\n")
    let a = folder.path("a.png")
    let lines: [[String]] = [
      Self.training + ["-o", a], ["replay", a, "-o", folder.path("b.png")],
      ["compare", "--m", "0.1,0.2", "--runs", folder.path("runs"), "-o", folder.path("grid.png")]
        + Self.training,
      ["figure", "target-logits", "-o", folder.path("")],
      ["curve", "-o", folder.path("c.png")], ["boundary", "-o", folder.path("d.png")],
      ["plot", features, "-o", folder.path("e.png")],
    ]
    for words in lines {
      let outcome = show(words)
      #expect(outcome.status == .success, "\(words): \(outcome.messages)")
      let (pictures, rest) = split(outcome.output)
      #expect(pictures == 1, "\(words)")
      // The empty line is the end of the picture's.
      let files = rest.split(separator: "\n")
      #expect(!files.isEmpty)
      for file in files { #expect(FileManager.default.fileExists(atPath: String(file)), "\(file)") }
    }
  }

  @Test func everyCommandWithPicturesHasTheOption() {
    for command in Command.all {
      #expect(
        command.options.contains { $0.name == "show" }
          == (command.recipe != nil || command.name == "replay"), "\(command.name)")
    }
  }

  @Test func aFigureAfterTheOtherIsShown() throws {
    let folder = try TemporaryFolder()
    let outcome = show(["figure", "target-logits", "lsoftmax-psi", "-o", folder.path("")])
    #expect(split(outcome.output).pictures == 2)
  }

  @Test func aPipeGetsTheListOfFilesAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.png")
    let outcome = Outcome(words: ["curve", "-o", path, "--show"], environment: Self.environment)
    #expect(outcome.status == .success)
    #expect(outcome.output == path + "\n")
    #expect(
      outcome.messages.contains("--show: nothing is shown, because standard output is no terminal"))
    #expect(outcome.questions.isEmpty)
  }

  @Test(arguments: [
    ["TERM": "dumb"], [:], ["TERM": ""],
  ])
  func aDumbTerminalIsTold(environment: [String: String]) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.png")
    let outcome = Outcome(
      words: ["curve", "-o", path, "--show"], environment: environment, isTerminal: true)
    #expect(outcome.status == .success)
    #expect(outcome.output == path + "\n")
    #expect(outcome.messages.contains("--show: nothing is shown, because"))
    #expect(outcome.questions.isEmpty)
  }

  @Test(arguments: [
    ["--json"], ["--snippet", "html"], ["-o", "-"], ["--export-features", "-"],
    ["compare", "--m", "0.1,0.2", "--json"], ["compare", "--m", "0.1,0.2", "--export-csv", "-"],
    ["curve", "-o", "-"], ["figure", "target-logits", "--json"],
    ["figure", "target-logits", "--export-markdown", "-"],
  ])
  func whoReadsStandardOutputDoesNotGetAPicture(words: [String]) {
    let outcome = show(words)
    #expect(outcome.status == .misuse)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("both want standard output"))
    #expect(outcome.questions.isEmpty)
  }

  @Test func bothThemesShowTheOneThatSuitsTheGround() throws {
    let folder = try TemporaryFolder()
    let words = ["curve", "--theme", "both", "-o", folder.path("a.png")]
    let half = "\u{1B}[?62c"
    // The first color is that of the paper in the corner.
    let light = show(words, answer: half).output
    #expect(light.hasPrefix("\u{1B}[48;5;231m"))
    let dark = show(words, answer: "\u{1B}]11;rgb:00/00/00\u{07}" + half).output
    #expect(!dark.hasPrefix("\u{1B}[48;5;231m"))
    #expect(dark.hasPrefix("\u{1B}[48;5;"))
    let wanted = show(
      ["curve", "-o", folder.path("b.png")], answer: "\u{1B}]11;rgb:00/00/00\u{07}" + half)
    #expect(wanted.output.hasPrefix("\u{1B}[48;5;231m"))
  }

  @Test func showingChangesNothingInTheFile() throws {
    let folder = try TemporaryFolder()
    let (a, b) = (folder.path("a.png"), folder.path("b.png"))
    _ = show(["curve", "-o", a])
    _ = Outcome("curve", "-o", b)
    #expect(try Data(contentsOf: URL(filePath: a)) == Data(contentsOf: URL(filePath: b)))
  }

  @Test func sixelsStayInTheSizeThatTheTerminalTakes() throws {
    let folder = try TemporaryFolder()
    let output = show(
      ["curve", "-o", folder.path("a.png")], answer: "\u{1B}[?2;0;200;200S\u{1B}[?62;4c"
    ).output
    let size = try #require(output.firstMatch(of: /^\u{1B}Pq"1;1;(\d+);(\d+)/))
    #expect(try #require(Int(size.1)) <= 200)
    #expect(try #require(Int(size.2)) <= 200)
  }

  @Test(arguments: ["soon", "-1", "1e9", "nan"])
  func aWaitThatIsNoTimeIsMisuse(wait: String) {
    let outcome = Outcome(
      words: ["curve", "--show"], environment: ["TERM": "xterm", "LOSSVIZ_TERMINAL_WAIT": wait],
      isTerminal: true)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("LOSSVIZ_TERMINAL_WAIT cannot be '\(wait)'"))
  }

  @Test func aTerminalOfUnknownSizeIsTakenForTheUsualOne() throws {
    let terminal = Terminal(size: { nil }, ask: { _, _, _ in [] }, draw: { _ in })
    let screen = try Screen(terminal, TerminalVariables(Environment { _ in nil }))
    #expect(screen.room == TerminalRoom(columns: 80, rows: 21, cellWidth: 8, cellHeight: 16))
  }

  @Test func theSizeOfACharacterMayComeFromItsAnswer() throws {
    let terminal = Terminal(
      size: { Terminal.Size(columns: 100, rows: 50) },
      ask: { _, _, _ in Array("\u{1B}[6;30;15t\u{1B}[?62c".utf8) }, draw: { _ in })
    let screen = try Screen(terminal, TerminalVariables(Environment { ["TERM": "foot"][$0] }))
    #expect(screen.room == TerminalRoom(columns: 100, rows: 47, cellWidth: 15, cellHeight: 30))
  }
}
