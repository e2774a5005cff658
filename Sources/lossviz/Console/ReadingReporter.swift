import LossPlot
import Synchronization

/// Says how far a large file is: a bar on a terminal, elsewhere one line.
final class ReadingReporter: Sendable {
  private let console: Console
  private let clock: @Sendable () -> Double
  private let state = Mutex(State())

  private struct State {
    var bar: ProgressBar?
    var path = ""
    var start = 0.0
    var isSaid = false
  }

  /// After so many seconds it is said where there is no terminal.
  private static let patience = 2.0

  init(_ console: Console, clock: @escaping @Sendable () -> Double = monotonicSeconds) {
    self.console = console
    self.clock = clock
  }

  func report(_ progress: ReadingWatch.Progress) {
    state.withLock { state in
      if progress.isFinished {
        state.bar?.finish()
        state = State()
        return
      }
      if state.bar == nil {
        state.bar = ProgressBar(title: "reading \(progress.path.withoutControls)", console: console)
        state.path = progress.path
        state.start = clock()
      }
      let size = progress.size ?? 0
      let detail = MemoryShortage.size(Double(progress.produced))
      state.bar?.update(
        step: min(progress.read, max(size, 1)) >> 10 + 1, of: size >> 10 + 1, detail: detail)
      say(progress, &state)
    }
  }

  private func say(_ progress: ReadingWatch.Progress, _ state: inout State) {
    guard !state.isSaid, !console.messages.isTerminal, clock() - state.start >= Self.patience
    else { return }
    state.isSaid = true
    let share = progress.size.map { ", \(100 * progress.read / max(1, $0)) %" } ?? ""
    let size = MemoryShortage.size(Double(progress.produced))
    // If it cannot be said, that is no reason to stop.
    try? console.say("reading '\(progress.path.withoutControls)': \(size) so far\(share)")
  }
}

extension ReadingWatch {
  /// - Throws: `UsageError.badValue` for a `LOSSVIZ_INFLATE_LIMIT` that is no size.
  init(_ console: Console, environment: Environment) throws(UsageError) {
    let reporter = ReadingReporter(console)
    self.init(inflateLimit: try Self.limit(environment)) { reporter.report($0) }
  }

  private static func limit(_ environment: Environment) throws(UsageError) -> Int? {
    guard let word = environment["LOSSVIZ_INFLATE_LIMIT"], !word.isEmpty else { return nil }
    let units = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12)]
    let unit = units.first { word.uppercased().hasSuffix($0.0) }
    let number = TypedText.number(String(word.dropLast(unit == nil ? 0 : 2)))
    guard let number, number > 0, number * (unit?.1 ?? 1) < 1e17 else {
      throw .badValue(
        label: "LOSSVIZ_INFLATE_LIMIT", value: word, expected: "a size, as 500MB or 8GB",
        nearest: [])
    }
    return Int(number * (unit?.1 ?? 1))
  }
}
