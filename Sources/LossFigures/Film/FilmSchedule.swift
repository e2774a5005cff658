/// Which steps of a training a film shows, and for how long.
package struct FilmSchedule: Sendable, Equatable {
  /// Steps done, ascending; the last one is the end of the training.
  package let steps: [Int]
  /// How many pictures of `fps` each of them stands.
  let ticks: [Int]
  package let fps: Int

  /// Seconds for which the last frame stands.
  package static let hold = 2
  /// Seconds for which a film shows what it leads to, before it begins.
  static let opening = 0.75

  /// More of the beginning, where most happens: the share of the steps is the square of the share
  /// of the time.
  ///
  /// - Parameter seconds: until the last frame.
  package init(steps: Int, fps: Int, seconds: Double) {
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
  package var moments: [Int] { steps.dropLast() }

  /// A picture of the film.
  package struct Frame: Sendable, Equatable {
    /// Which of `moments` it shows; `nil` for the still picture.
    package let moment: Int?
    /// How many pictures of `fps` it stands.
    package let ticks: Int
    /// 0 at the first step, 1 at the end of the training.
    let time: Double
    /// How far names are on their way to those of the still picture: 0 until the last second, and
    /// without a jerk.
    let glide: Double
  }

  /// The still picture for a moment, the training, the still picture again.
  ///
  /// - Parameter isTurning: whether something moves in each picture, also where no step is done.
  package func frames(isTurning: Bool) -> [Frame] {
    let end = ticks.dropLast().reduce(0, +)
    let length = min(fps, end / 3)
    var frames = [still(ticks: max(1, Int((Self.opening * Double(fps)).rounded())), time: 0)]
    var start = 0
    for (moment, count) in ticks.dropLast().enumerated() {
      for part in isTurning ? Array(repeating: 1, count: count) : [count] {
        let glide = length > 0 ? max(0, 1 - Double(end - start) / Double(length)) : 0
        frames.append(
          Frame(
            moment: moment, ticks: part, time: Double(start) / Double(max(1, end)),
            glide: glide * glide * (3 - 2 * glide)))
        start += part
      }
    }
    return frames + [still(ticks: ticks.last ?? 1, time: 1)]
  }

  private func still(ticks: Int, time: Double) -> Frame {
    Frame(moment: nil, ticks: ticks, time: time, glide: 1)
  }
}
