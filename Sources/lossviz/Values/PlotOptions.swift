import LossPlot

/// What the options of `plot` say beyond those of a picture.
struct PlotOptions: Sendable {
  /// One for all files, or one for each.
  var labels: [String] = []
  var weights: [String] = []
  /// Of weights whose rows have no names.
  var weightsOrder = WeightsOrder.automatic
  var pairs: String?
  /// By what pairs are compared.
  var metric = PairMetric.cosine
  /// In which the features are sought.
  var gallery: String?
  /// The panels of the page; `nil` for all.
  var panels: [FeaturePanel]?
  /// Of `evaluate`.
  var centers: String?
}
