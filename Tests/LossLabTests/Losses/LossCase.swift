import Testing

@testable import LossLab

/// A small batch that every loss can be evaluated on: 3 classes, features and weights in general
/// position, so that no formula stands at a break.
struct LossCase {
  let entry: LossEntry
  var settings: LossSettings
  var input: LossInput

  init(_ entry: LossEntry, dimensions: Int = 2, seed: UInt64 = 7, samples: Int = 6) {
    self.entry = entry
    settings = entry.settings(classes: 3)
    input = .example(
      for: entry.make(settings), dimensions: dimensions, samples: samples, bias: entry.allowsBias,
      seed: seed)
  }

  var gradientError: Double { entry.make(settings).gradientError(on: input) }

  var output: LossOutput { entry.make(settings).evaluate(input) }
  var value: Double { output.value }
}

/// Whether two lists agree to `tolerance` times their largest entry.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  let size = max(1, a.map(abs).max() ?? 0)
  return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * size }
}

extension LossEntry: CustomTestStringConvertible {
  public var testDescription: String { name }
}
