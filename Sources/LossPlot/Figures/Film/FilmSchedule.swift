/// Which steps of a training a film shows, and for how long.
public struct FilmSchedule: Sendable, Equatable {
  /// Steps done, ascending; the last one is the end of the training.
  public let steps: [Int]
  /// How many pictures of `fps` each of them stands.
  let ticks: [Int]
  public let fps: Int

  /// Seconds for which the last frame stands.
  public static let hold = 2

  /// More of the beginning, where most happens: the share of the steps is the square of the share
  /// of the time.
  ///
  /// - Parameter seconds: until the last frame.
  public init(steps: Int, fps: Int, seconds: Double) {
    let count = max(1, Int((Double(fps) * seconds).rounded()))
    var shown: [Int] = []
    var ticks: [Int] = []
    for tick in 0..<count {
      let share = Double(tick) / Double(count)
      let step = Int((share * share * Double(steps)).rounded(.down))
      // With fewer steps than pictures, a picture stands longer.
      if shown.last == step {
        ticks[ticks.count - 1] += 1
      } else {
        shown.append(step)
        ticks.append(1)
      }
    }
    self.steps = shown + [steps]
    self.ticks = ticks + [Self.hold * fps]
    self.fps = fps
  }

  /// Those before the end of the training.
  public var moments: [Int] { steps.dropLast() }

  /// How far the axes are on their way to those of the still picture: 0 until the last second.
  func glide(at index: Int) -> Double {
    let start = ticks[..<index].reduce(0, +)
    let end = ticks.dropLast().reduce(0, +)
    let length = min(fps, end / 3)
    return length > 0 ? max(0, 1 - Double(end - start) / Double(length)) : 0
  }
}
