extension Classifier {
  /// The probability that the margin-free logits give to a class, one for each feature.
  ///
  /// - Parameter labels: one class a row of `features`.
  package func posteriors(of labels: [Int], for features: Matrix<Double>) -> [Double] {
    labels.enumerated().map { row, label in
      let length = norm(ofRow: row, in: features)
      let logits = (0..<classes).map {
        logit(of: $0, features.elements, at: row * features.columns, featureNorm: length)
      }
      let largest = logits.max() ?? 0
      var sum = 0.0
      for logit in logits { sum += exp(logit - largest) }
      return exp(logits[label] - largest) / sum
    }
  }
}
