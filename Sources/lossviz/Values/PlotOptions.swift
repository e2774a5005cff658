import LossLab
import LossPlot

/// What the options of `plot` say beyond those of a picture.
struct PlotOptions: Sendable {
  /// One for all files, or one for each.
  var labels: [String] = []
  var weights: [String] = []
  /// Of weights whose rows have no names.
  var weightsOrder = WeightsOrder.automatic
  var pairs: String?
  /// Of `evaluate`.
  var centers: String?
}
