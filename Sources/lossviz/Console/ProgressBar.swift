import LossPlot

/// A line on a terminal that is drawn over again: how far a training is, and the time left.
///
/// Elsewhere than on a terminal it writes nothing.
struct ProgressBar {
  private let stream: TextStream
  private let isShown: Bool
  private let title: String
  private let start: Double
  private var nextUpdate: Double
  private var isDrawn = false

  private static let cells = 24
  private static let interval = 0.1

  init(title: String, console: Console) {
    stream = console.messages
    isShown = console.messages.isTerminal && !console.isQuiet
    self.title = title
    start = monotonicSeconds()
    // What is over in a moment needs no bar.
    nextUpdate = start + 0.3
  }

  /// - Parameter detail: of this moment: `loss 0.123`.
  mutating func update(step: Int, of steps: Int, detail: String) {
    guard isShown else { return }
    let now = monotonicSeconds()
    guard now >= nextUpdate, step > 0 else { return }
    nextUpdate = now + Self.interval
    isDrawn = true
    show(Self.line(title: title, step: step, of: steps, detail: detail, elapsed: now - start))
  }

  /// Wipes the line, so that what comes next begins on a clean one.
  mutating func finish() {
    guard isDrawn else { return }
    isDrawn = false
    show("")
  }

  /// Back to the line's start, the text, and nothing left of what was there.
  private func show(_ text: String) {
    // If it cannot be shown, that is no reason to stop.
    try? stream.write("\r" + text.withoutControls + "\u{1B}[K")
  }

  static func line(
    title: String, step: Int, of steps: Int, detail: String, elapsed: Double
  ) -> String {
    let share = Double(step) / Double(max(1, steps))
    let filled = Int(share * Double(cells))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    let left = "\(duration(elapsed / share * (1 - share))) left"
    let parts = [title, bar, "\(step)/\(steps)", detail, left]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `0:07`, `12:30`, `1:02:03`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "?" }
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = (rest < 10 ? "0" : "") + "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
