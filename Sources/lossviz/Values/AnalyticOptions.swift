import LossPlot

/// What the options of `curve` and `boundary` say.
struct AnalyticOptions: Sendable {
  var showsSlope = false
  /// Of curves: the angles shown, degrees.
  var from = 0.0
  var to = 180.0
  var plane = TwoClassChart.Plane.circle
  /// θ₁₂, degrees.
  var angle = 60.0
  var norms = TwoClasses.Norms()
  /// Of pulls: how many classes, and the one that every point is taken as, from 1; `nil` for the
  /// nearest.
  var classes = 6
  var own: Int?
}
