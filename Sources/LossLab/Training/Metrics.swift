/// The angular Fisher score S_w / S_b: lower is tighter for its distance.
///
/// Liu et al. 2017 (SphereFace), eq. 11:
/// S_w = Σ_i Σ_x (1 − cos⟨x, m_i⟩), S_b = Σ_i n_i (1 − cos⟨m_i, m⟩), m_i the mean of a class and m
/// that of all; infinity is given as 0 where S_b is 0.
package func angularFisherScore(_ set: FeatureSet, classes: Int) -> Double {
  let columns = set.features.columns
  var means = Matrix<Double>(rows: classes, columns: columns)
  var counts = Array(repeating: 0.0, count: classes)
  var global = Array(repeating: 0.0, count: columns)
  for (sample, label) in set.labels.enumerated() {
    counts[label] += 1
    for k in 0..<columns {
      means[label, k] += set.features[sample, k]
      global[k] += set.features[sample, k]
    }
  }
  let scale = mean((0..<set.features.rows).map { norm(ofRow: $0, in: set.features) })
  var within = 0.0
  // A class whose features cancel has no direction to be measured from.
  let isKnown = (0..<classes).map {
    norm(ofRow: $0, in: means) > leastMeanLength * counts[$0] * scale
  }
  for (sample, label) in set.labels.enumerated() where isKnown[label] {
    within += 1 - angleBetween(row: sample, of: set.features, and: label, of: means).cosine
  }
  var between = 0.0
  for index in 0..<classes where isKnown[index] {
    between += counts[index] * (1 - angleBetween(means.row(index), global).cosine)
  }
  return between > 0 ? within / between : 0
}

/// The share of samples that are labelled as predicted; 0 for none.
package func accuracy(_ predicted: [Int], _ labels: [Int]) -> Double {
  guard !labels.isEmpty else { return 0 }
  return Double(zip(predicted, labels).filter { $0 == $1 }.count) / Double(labels.count)
}

extension RunMetrics {
  /// The metrics that need features only: on the test set, as `Run` has them, but for the accuracy of
  /// training.
  init(_ test: FeatureSet, train: FeatureSet, classifier: Classifier) {
    let directions = ClassDirections(test, classes: classifier.classes)
    let nearest = directions.nearestAngles
    let gaps = directions.gaps(test)
    let norms = (0..<test.features.rows).map { norm(ofRow: $0, in: test.features) }
    let meanNorm = mean(norms)
    trainAccuracy = accuracy(train.predicted, train.labels)
    testAccuracy = accuracy(test.predicted, test.labels)
    testAccuracyCosine = accuracy(classifier.cosinePredictions(for: test.features), test.labels)
    intra = mean(directions.deviations)
    intra95 = percentile(95, of: directions.deviations)
    inter = mean(nearest)
    minInter = nearest.min() ?? 0
    gap = percentile(50, of: gaps)
    minGap = gaps.min() ?? 0
    angularFisherScore = LossLab.angularFisherScore(test, classes: classifier.classes)
    normCV = meanNorm > 0 ? deviation(of: norms) / meanNorm : 0
  }
}
