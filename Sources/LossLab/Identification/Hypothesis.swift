/// One way in which numbers may have been computed: a loss with its words, some numbers left open.
struct Hypothesis: Sendable {
  /// The loss of the registry that it is, or that it means to be.
  let loss: String
  /// Its choices: `variant`, `strict`.
  var words: [Word] = []
  /// Numbers that are no unknowns: whole ones, each tried for itself.
  var fixed: [Observation.StatedNumber] = []
  var mistakes: [Mistake] = []
  let unknowns: [Unknown]
  /// Where the search starts, besides every combination of the unknowns' own starts.
  var starts: [[Double]] = []
  /// Whether a sample's part depends on the other samples.
  var isCoupled = false
  /// By what the mean over the batch may be multiplied.
  var reductions: [Reduction] = []
  /// `nil` where there is no such loss.
  let predict: @Sendable ([Double], LossInput) -> Prediction?

  typealias Word = IdentifiedLoss.Match.Word

  /// All combinations of starts.
  func startingPoints(_ stated: [Observation.StatedNumber]) -> [[Double]] {
    var points: [[Double]] = [[]]
    for unknown in unknowns {
      var values = unknown.starts
      for known in stated where known.name == unknown.name && unknown.contains(known.value) {
        values.append(known.value)
      }
      points = points.flatMap { point in values.map { point + [$0] } }
    }
    return starts + points
  }
}

/// A number that is solved for.
struct Unknown: Sendable {
  let name: String
  let starts: [Double]
  let lower: Double
  let upper: Double
  /// Whether it is stepped by factors.
  var isLogarithmic = false

  func contains(_ value: Double) -> Bool {
    value >= lower && value <= upper && !(isLogarithmic && value <= 0)
  }

  static func scale(_ name: String = "s") -> Unknown {
    Unknown(name: name, starts: [2, 8, 24, 64], lower: 1e-3, upper: 1e5, isLogarithmic: true)
  }

  static func number(
    _ name: String, _ starts: [Double], from lower: Double = -1e6, to upper: Double = 1e6
  ) -> Unknown {
    Unknown(name: name, starts: starts, lower: lower, upper: upper)
  }

  /// γ of focal loss, which is another loss only where it is clear of 0.
  static let focus = Unknown(
    name: "gamma", starts: [0.5, 2, 5], lower: 0.05, upper: 100, isLogarithmic: true)

  static func positive(_ name: String, _ starts: [Double], to upper: Double = 1e6) -> Unknown {
    Unknown(name: name, starts: starts, lower: 1e-9, upper: upper, isLogarithmic: true)
  }
}

/// By what a loss was multiplied: mean, sum, and others.
struct Reduction: Sendable, Equatable {
  /// As it is called: `mean`, `sum`.
  let name: String
  /// Of value and gradients, against the mean.
  let factor: Double
  /// Of the loss of each sample.
  var sampleFactor = 1.0
  var mistakes: [Mistake] = []

  static let mean = Reduction(name: "mean", factor: 1)
  static func sum(_ count: Int) -> Reduction { Reduction(name: "sum", factor: Double(count)) }
}

/// What a hypothesis says was computed; empty for what it says nothing of.
struct Prediction: Sendable {
  var value: Double
  var perSample: [Double]
  var featureGradient: [Double]
  var weightGradient: [Double]
  var biasGradient: [Double] = []
  var centerGradient: [Double] = []

  func numbers(_ kind: ObservedResult.Kind) -> [Double] {
    switch kind {
    case .value: [value]
    case .perSample: perSample
    case .featureGradient: featureGradient
    case .weightGradient: weightGradient
    case .biasGradient: biasGradient
    case .centerGradient: centerGradient
    }
  }
}

extension Prediction {
  init(_ output: LossOutput, hasPerSample: Bool) {
    value = output.value
    perSample = hasPerSample ? output.perSample : []
    featureGradient = output.featureGradient.elements
    weightGradient = output.weightGradient.elements
    biasGradient = output.biasGradient
    centerGradient = output.centerGradient.elements
  }
}
