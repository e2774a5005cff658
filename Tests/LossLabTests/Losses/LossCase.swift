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
    var generator = SplitMix64(seed: seed)
    func random(_ rows: Int) -> Matrix<Double> {
      Matrix(rows: rows, columns: dimensions, elements: generator.normals(rows * dimensions))
    }
    let features = random(samples)
    let weights = random(3)
    let bias = entry.allowsBias ? generator.normals(3) : []
    let centers = entry.make(settings).usesCenters ? random(3) : random(0)
    input = LossInput(
      features: features, labels: (0..<samples).map { $0 % 3 },
      parameters: ClassParameters(weights: weights, bias: bias, centers: centers))
  }

  var output: LossOutput { entry.make(settings).evaluate(input) }
  var value: Double { output.value }

  /// Central differences of the value by the numbers behind `path`.
  func slopes(_ path: WritableKeyPath<LossInput, [Double]>) -> [Double] {
    let step = 1e-6
    return input[keyPath: path].indices.map { index in
      var (above, below) = (self, self)
      above.input[keyPath: path][index] += step
      below.input[keyPath: path][index] -= step
      return (above.value - below.value) / (2 * step)
    }
  }
}

/// Whether two lists agree to `tolerance` times their largest entry.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  let size = max(1, a.map(abs).max() ?? 0)
  return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * size }
}

extension LossEntry: CustomTestStringConvertible {
  public var testDescription: String { name }
}
