/// What somebody's code computed on a batch, and the batch that it computed it on.
package struct Observation: Sendable {
  /// `batch × dimensions`.
  package let features: Matrix<Double>
  /// One class index a row of `features`.
  package let labels: [Int]
  /// One row a class, or several; `nil` where there is no class layer.
  package let weights: Matrix<Double>?
  /// One a row of `weights`, or empty.
  package let bias: [Double]
  package let centers: Matrix<Double>?
  /// What was computed; those that were not given are missing.
  package let results: [ObservedResult]
  /// Numbers that are said to be parameters of the code: where the search also starts.
  package let stated: [StatedNumber]

  package struct StatedNumber: Sendable, Equatable {
    package let name: String
    package let value: Double

    package init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  package init(
    features: Matrix<Double>, labels: [Int], weights: Matrix<Double>? = nil, bias: [Double] = [],
    centers: Matrix<Double>? = nil, results: [ObservedResult], stated: [StatedNumber] = []
  ) {
    self.features = features
    self.labels = labels
    self.weights = weights
    self.bias = bias
    self.centers = centers
    self.results = results
    self.stated = stated
  }

  var input: LossInput {
    LossInput(
      features: features, labels: labels,
      parameters: ClassParameters(
        weights: weights ?? Matrix(rows: 0, columns: features.columns), bias: bias,
        centers: centers ?? Matrix(rows: 0, columns: features.columns)))
  }

  func result(_ kind: ObservedResult.Kind) -> ObservedResult? {
    results.first { $0.kind == kind }
  }

  /// A few samples that stand for all, with what was computed for each of them: enough to search
  /// with, where the loss of a sample does not depend on the others.
  ///
  /// They are taken evenly from all, ordered by the size of their results: a margin's branches, and
  /// samples that are nearly right, are among them.
  ///
  /// - Parameter samples: those to take instead.
  func reduced(to count: Int, of samples: [Int]? = nil) -> Observation? {
    let parts = results.filter { $0.kind == .featureGradient || $0.kind == .perSample }
    guard let first = parts.last, labels.count > count || samples != nil else { return nil }
    let sizes = labels.indices.map { first.size(ofRow: $0, of: labels.count) }
    let order = (samples ?? Array(labels.indices)).sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1
    }
    let number = min(count, order.count)
    guard number > 0 else { return nil }
    let picked = (0..<number).map { order[$0 * (order.count - 1) / max(1, number - 1)] }
    return Observation(
      features: features.rows(at: picked), labels: picked.map { labels[$0] }, weights: weights,
      bias: bias, centers: centers,
      results: parts.map { $0.picked(picked, of: labels.count) }, stated: stated)
  }
}

/// One thing that was computed: a number, or an array.
package struct ObservedResult: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case value
    case perSample = "per_sample"
    case weightGradient = "grad_W"
    case biasGradient = "grad_b"
    case centerGradient = "grad_centers"
    case featureGradient = "grad_x"
  }

  package let kind: Kind
  /// Row-major; `nil` for entries that are no numbers, which are not looked at.
  package let numbers: [Double?]
  /// The largest absolute entry.
  let scale: Double
  /// How far off an entry may be: what the precision of the numbers allows.
  let tolerance: Double
}

extension ObservedResult {
  package init(_ kind: Kind, _ numbers: [Double?]) {
    let known = numbers.compactMap { $0 }.filter { $0.isFinite }
    let scale = known.reduce(0) { max($0, abs($1)) }
    self.init(
      kind: kind, numbers: numbers.map { $0.flatMap { $0.isFinite ? $0 : nil } }, scale: scale,
      tolerance: kind == .value
        ? ObservedResult.tolerance(ofWritten: known.first ?? 0)
        : max(1e-12, ObservedResult.relativeTolerance(of: known) * scale))
  }

  /// Entries that say anything: those that are not as good as 0.
  var informativeCount: Int { numbers.reduce(0) { $0 + (abs($1 ?? 0) > 3 * tolerance ? 1 : 0) } }

  func size(ofRow row: Int, of rows: Int) -> Double {
    let columns = numbers.count / max(1, rows)
    var sum = 0.0
    for column in 0..<columns {
      let number = numbers[row * columns + column] ?? 0
      sum += number * number
    }
    return sum.squareRoot()
  }

  /// Those rows alone; a gradient of the mean over all becomes that of the mean over them.
  func picked(_ rows: [Int], of count: Int) -> ObservedResult {
    let columns = numbers.count / max(1, count)
    let factor = kind == .featureGradient ? Double(count) / Double(rows.count) : 1
    return ObservedResult(
      kind: kind,
      numbers: rows.flatMap { row in
        (0..<columns).map { column in numbers[row * columns + column].map { $0 * factor } }
      }, scale: scale * factor, tolerance: tolerance * factor)
  }

  /// By the fewest binary digits that hold all numbers: half, single or double precision.
  private static func relativeTolerance(of numbers: [Double]) -> Double {
    let parts = numbers.filter { $0 != 0 }
    guard parts.count > 3, parts.contains(where: { $0 != parts[0] }) else { return 1e-6 }
    func fit(bits: Int) -> Bool {
      parts.allSatisfy { number in
        let grid = scaled(1, byPowerOfTwo: max(-1000, min(1000, number.exponent - bits + 1)))
        return (number / grid).rounded() * grid == number
      }
    }
    return fit(bits: 8) ? 3e-2 : fit(bits: 11) ? 5e-3 : fit(bits: 24) ? 3e-4 : 1e-6
  }

  /// Half of the last digit that was written, where few were; else as for arrays.
  private static func tolerance(ofWritten number: Double) -> Double {
    let size = abs(number)
    guard size > 0 else { return 1e-12 }
    let usual = (Double(Float(number)) == number ? 3e-5 : 1e-6) * size
    var step = 1.0
    while step * 10 <= size { step *= 10 }
    while step > size { step /= 10 }
    for _ in 0..<9 {
      let rest = size / step
      if abs(rest - rest.rounded()) < 1e-9 * rest { return max(usual, 0.5001 * step) }
      step /= 10
    }
    return usual
  }
}
