import LossLab

/// What the options of `advise` say.
struct MarginAdviceOptions: Sendable {
  /// `nil` where nobody says it.
  var classes: Int?
  var dimensions = 512
  /// `nil` for all with a bound.
  var loss: LossEntry?
}
