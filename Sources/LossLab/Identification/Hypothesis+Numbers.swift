extension Hypothesis {
  /// The same multiplied by any factor.
  var withFactor: Hypothesis {
    let count = unknowns.count
    let predict = predict
    var hypothesis = Hypothesis(
      loss: loss, words: words, fixed: fixed, mistakes: mistakes,
      unknowns: unknowns + [.positive("factor", [0.02, 1, 50])], isCoupled: isCoupled,
      reductions: [.mean]
    ) { numbers, input in
      guard var prediction = predict(Array(numbers.prefix(count)), input) else { return nil }
      prediction.scale(by: numbers[count])
      return prediction
    }
    hypothesis.starts = []
    return hypothesis
  }

  /// Every combination of numbers that people use; `nil` where there is a number of no such kind.
  func roundPoints(_ stated: [Observation.StatedNumber]) -> [[Double]]? {
    var points: [[Double]] = [[]]
    for unknown in unknowns {
      guard var values = Self.roundValues[unknown.name] else { return nil }
      for known in stated where known.name == unknown.name { values.append(known.value) }
      points = points.flatMap { point in
        values.filter { unknown.contains($0) }.map { point + [$0] }
      }
    }
    return points
  }

  private static let roundValues: [String: [Double]] = [
    "s": [1, 4, 8, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 48, 50, 60, 64, 80, 100, 128],
    "m": (1...20).map { Double($0) / 20 } + [1.35, 1.4, 1.5, 1.7, 28.6 * .pi / 180, 28.6, 30],
    "gamma": [0.5, 1, 2, 3, 5], "lambda": [0.001, 0.003, 0.01, 0.1, 0.5, 1, 5, 10],
    "temperature": [0.05, 0.07, 0.1, 0.2, 0.5, 1], "R": [1, 10, 20],
  ]
}

extension Prediction {
  mutating func scale(by factor: Double) {
    value *= factor
    for index in perSample.indices { perSample[index] *= factor }
    for index in featureGradient.indices { featureGradient[index] *= factor }
    for index in weightGradient.indices { weightGradient[index] *= factor }
    for index in biasGradient.indices { biasGradient[index] *= factor }
    for index in centerGradient.indices { centerGradient[index] *= factor }
  }
}
