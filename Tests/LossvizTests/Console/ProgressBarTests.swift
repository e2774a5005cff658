import Testing

@testable import lossviz

struct ProgressBarTests {
  @Test func theLineSaysHowFarAndHowLong() {
    let line = ProgressBar.line(
      title: "cosface", step: 175, of: 700, detail: "loss 0.123", elapsed: 2)
    #expect(line == "cosface  ██████░░░░░░░░░░░░░░░░░░  175/700  loss 0.123  0:06 left")
  }

  @Test func nothingIsWrittenWhereThereIsNoTerminal() {
    let captured = CapturedConsole()
    var bar = ProgressBar(title: "cosface", console: captured.console())
    bar.update(step: 1, of: 2, detail: "")
    bar.finish()
    #expect(captured.messages.isEmpty)
  }

  @Test(arguments: [(0.2, "0:01"), (59.5, "1:00"), (750, "12:30"), (3723, "1:02:03")])
  func timeIsReadAsOnAClock(seconds: Double, text: String) {
    #expect(ProgressBar.duration(seconds) == text)
  }
}
