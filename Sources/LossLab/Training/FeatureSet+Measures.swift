extension Loss {
  /// The loss of a whole set, mean over its samples; 0 without any.
  ///
  /// - Parameter batch: samples at a time, as the memory of a loss grows with samples × classes.
  func mean(over set: FeatureSet, _ parameters: ClassParameters, batch: Int) -> Double {
    var total = 0.0
    for start in stride(from: 0, to: set.labels.count, by: batch) {
      let rows = Array(start..<min(start + batch, set.labels.count))
      let output = evaluate(
        LossInput(
          features: set.features.rows(at: rows), labels: rows.map { set.labels[$0] },
          parameters: parameters))
      total += output.value * Double(rows.count)
    }
    return total / Double(max(1, set.labels.count))
  }
}

extension Classifier {
  /// The share of samples whose own logit with margin is below another's without; 0…1.
  func violations(in set: FeatureSet) -> Double {
    let outside = set.labels.indices.filter {
      violates(set.features.row($0), label: set.labels[$0])
    }
    return Double(outside.count) / Double(max(1, set.labels.count))
  }
}
