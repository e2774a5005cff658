/// The files of a batch: features, and what a loss is evaluated on beside them.
struct ArrayFiles: Sendable {
  /// Or cases, which have everything.
  let features: String
  let labels: String?
  let weights: String?
  let centers: String?

  init(_ call: Call) {
    features = call.operands[0]
    labels = call.values.plot.labels.first
    weights = call.values.plot.weights.first
    centers = call.values.plot.centers
  }
}
