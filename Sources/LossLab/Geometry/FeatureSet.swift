/// Features of labelled samples.
public struct FeatureSet: Sendable {
  /// `samples × dimensions`.
  public var features: Matrix<Double>
  /// One class index a row of `features`.
  public var labels: [Int]
  /// What the margin-free classifier says.
  public var predicted: [Int]

  package init(features: Matrix<Double>, labels: [Int], predicted: [Int]) {
    self.features = features
    self.labels = labels
    self.predicted = predicted
  }
}

#if !hasFeature(Embedded)
  extension FeatureSet: Codable {}
#endif
