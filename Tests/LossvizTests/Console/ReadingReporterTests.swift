import LossPlot
import Synchronization
import Testing

@testable import LossFiles
@testable import lossviz

struct ReadingReporterTests {
  private func said(
    isTerminal: Bool, isQuiet: Bool = false, at moments: [Double]
  ) -> String {
    let captured = CapturedConsole()
    var console = captured.console(isTerminal: isTerminal)
    console.isQuiet = isQuiet
    let times = Mutex(moments)
    let reporter = ReadingReporter(console) {
      times.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    }
    for part in 1...4 {
      reporter.report(
        .init(
          path: "a\u{1B}.csv.gz", read: part * 100_000, size: 400_000, produced: part * 10_000_000,
          isFinished: false))
    }
    return captured.messages
  }

  @Test func whereThereIsNoTerminalALineIsSaidOnce() {
    #expect(
      said(isTerminal: false, at: [0, 1, 2, 3, 4])
        == "reading 'a\\u{1B}.csv.gz': 20 MB so far, 50 %\n")
  }

  @Test func whatIsSoonOverIsNotSaid() {
    #expect(said(isTerminal: false, at: [0, 0.1]).isEmpty)
    #expect(said(isTerminal: false, isQuiet: true, at: [0, 9]).isEmpty)
  }

  @Test(arguments: [
    ("8GB", 8_000_000_000), ("500mb", 500_000_000), ("1000", 1000), ("1.5kB", 1500),
  ])
  func aLimitIsASize(word: String, bytes: Int) throws {
    let environment = Environment { ["LOSSVIZ_INFLATE_LIMIT": word][$0] }
    #expect(try ReadingWatch(.silent, environment: environment).inflateLimit == bytes)
  }

  @Test(arguments: ["much", "-1", "0", "GB", "1e30", "nan", "8 GB", "8PB"])
  func aLimitThatIsNoSizeIsMisuse(word: String) throws {
    let outcome = Outcome("list", "losses", environment: ["LOSSVIZ_INFLATE_LIMIT": word])
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("LOSSVIZ_INFLATE_LIMIT cannot be '\(word)'"))
  }
}
