#if os(Linux)
  import Testing

  /// The built program on a terminal that the test plays.
  @Suite(.serialized) struct PseudoTerminalTests {
    private static let mute = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    /// An answer that comes late on a busy machine still counts.
    private static let patient = mute.merging(["LOSSVIZ_TERMINAL_WAIT": "3600"]) { $1 }

    @Test func theAnswerDecidesAndIsEaten() throws {
      let folder = try TemporaryFolder()
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 24))
      let (status, shown) = try terminal.run(
        ["curve", "--show", "-o", "a.png"], environment: Self.patient, in: folder,
        answer: "\u{1B}[6;16;8t\u{1B}[?62;4;22c")
      #expect(status == 0)
      #expect(shown.contains("\u{1B}Pq\"1;1;"))
      #expect(shown.hasSuffix("\u{1B}\\\r\na.png\r\n"))
      // Shown by the program alone: the terminal's answer was not echoed.
      #expect(!shown.contains("62;4;22"))
      #expect(!shown.contains("^["))
      #expect(terminal.leftOver.isEmpty)
      #expect(terminal.isAsUsual)
    }

    @Test func aMuteTerminalGetsHalfBlocks() throws {
      let folder = try TemporaryFolder()
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 24))
      let (status, shown) = try terminal.run(
        ["curve", "--show", "-o", "a.png"], environment: Self.mute, in: folder, answer: "")
      #expect(status == 0)
      #expect(shown.contains("▀"))
      #expect(shown.hasSuffix("\u{1B}[0m\r\na.png\r\n"))
      #expect(terminal.isAsUsual)
    }

    @Test func anInterruptWhileItWaitsLeavesTheTerminalAsItWas() throws {
      let folder = try TemporaryFolder()
      let terminal = try #require(PseudoTerminal(columns: 60, rows: 24))
      let (status, _) = try terminal.run(
        ["curve", "--show", "-o", "a.png"], environment: Self.patient, in: folder, answer: nil)
      #expect(status == 130)
      #expect(terminal.isAsUsual)
      #expect(try folder.contents.isEmpty)
    }
  }
#endif
