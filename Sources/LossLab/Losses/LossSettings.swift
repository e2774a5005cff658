/// The hyper-parameters of a loss, with every `auto` resolved.
///
/// A loss reads those that its options name and ignores the rest. Angles are radians.
public struct LossSettings: Sendable, Equatable {
  /// m: radians for ArcFace, a cosine for CosFace, an integer factor for L-Softmax and SphereFace,
  /// a distance for triplet and contrastive.
  public var margin: Double
  /// m₁, m₂, m₃ of the combined margin cos(m₁θ + m₂) − m₃.
  public var angleFactor: Double
  public var angularMargin: Double
  public var cosineMargin: Double
  /// s, the radius of the feature sphere; α of L2-softmax.
  public var scale: Double
  /// λ of center loss, for sums of both terms over the batch as in the paper.
  public var centerWeight: Double
  /// α of center loss, the rate at which centers move; in [0, 1].
  public var centerRate: Double
  /// γ of focal loss; 0 is plain cross-entropy.
  public var focusing: Double
  /// α_y of focal loss, one a class; empty for 1.
  public var classWeights: [Double]
  /// Share of the batch that counts, hardest first (OHEM); in (0, 1].
  public var keep: Double
  /// λ of L-Softmax and SphereFace at this moment; 0 is the full margin.
  public var annealing: Double
  public var variant: AngularVariant
  public var gradient: GradientMode
  public var mining: Mining
  public var metric: Metric
  /// Whether triplet and contrastive compare x / ‖x‖ instead of x.
  public var normalizesFeatures: Bool

  /// Every margin neutral, every addition off.
  public init() {
    margin = 0
    angleFactor = 1
    angularMargin = 0
    cosineMargin = 0
    scale = 16
    centerWeight = 0
    centerRate = 0.5
    focusing = 0
    classWeights = []
    keep = 1
    annealing = 0
    variant = .monotone
    gradient = .exact
    mining = .semiHard
    metric = .squared
    normalizesFeatures = true
  }
}

/// What ArcFace and the combined margin do where m₁θ + m₂ passes π (`losses` differ there).
public enum AngularVariant: String, CaseIterable, Sendable {
  /// Goes on falling: cos θ − m · sin m for ArcFace.
  case monotone
  /// cos(θ + m) throughout, which turns back up.
  case strict
  /// The margin only where cos θ > 0.
  case easy
  /// Stays at cos π.
  case clamp
}

/// Whether the gradient goes through the margin.
public enum GradientMode: String, CaseIterable, Sendable {
  /// The true derivative of the loss.
  case exact
  /// dψ / dcos θ taken as 1, as current InsightFace and OpenSphere do.
  case detached
}

/// Which triplets of a batch count.
public enum Mining: String, CaseIterable, Sendable {
  case batchAll = "batch-all"
  case batchHard = "batch-hard"
  case semiHard = "semi-hard"
}

/// The distance that triplet loss compares.
public enum Metric: String, CaseIterable, Sendable {
  case euclidean
  case squared
}
