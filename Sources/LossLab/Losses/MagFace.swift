/// From a smaller number to a larger one.
struct Span: Sendable {
  let low: Double
  let high: Double
}

/// A margin that grows with the length of the feature.
///
/// Meng et al., "MagFace: A Universal Representation for Face Recognition and Quality Assessment",
/// CVPR 2021, arXiv:2103.06627, eq. 2 and 6 and appendix.
struct MagFace: Sendable {
  /// l_a, u_a: the lengths between which the margin grows.
  let norms: Span
  /// l_m, u_m, radians.
  let margins: Span
  let variant: AngularVariant
  let gradient: GradientMode

  /// dm/da between the bounds.
  var growth: Double { (margins.high - margins.low) / (norms.high - norms.low) }

  func margin(norm: Double) -> Double {
    let a = min(norms.high, max(norms.low, norm))
    return margins.low + growth * (a - norms.low)
  }

  func head(scale: Double, settings: LossSettings = LossSettings()) -> MarginSoftmax {
    let rule = SampleRule { place in
      let sum = AdditiveAngle(margin(norm: place.featureNorm), variant: variant)
      let isBetween =
        norms.low < place.featureNorm && place.featureNorm < norms.high
      return OwnValue(
        sum.value(place.own),
        normSlope: isBetween ? growth * sum.slopeByMargin(place.own) : 0
      ).with(gradient: gradient, at: place.own)
    }
    return MarginSoftmax(
      magnitude: .fixed(scale),
      target: .additiveAngle(margins.high, variant: variant),
      weighting: SampleWeighting(settings), marginUsesNorm: true
    ) { _ in rule }
  }

  /// λ · mean g(a), g = 1/a + a/u_a²: what draws the lengths up.
  func lengthTerm(weight: Double) -> Loss {
    Loss { input, output in
      let share = weight / Double(max(1, input.labels.count))
      let square = norms.high * norms.high
      for sample in input.labels.indices {
        let length = norm(ofRow: sample, in: input.features)
        let a = min(norms.high, max(norms.low, length))
        let term = 1 / a + a / square
        output.perSample[sample] += weight * term
        output.value += share * term
        guard norms.low < length && length < norms.high else { continue }
        let slope = share * (1 / square - 1 / (a * a)) / length
        for k in 0..<input.features.columns {
          output.featureGradient[sample, k] += slope * input.features[sample, k]
        }
      }
    }
  }

  /// The least λ with which longer features are always better than the margin makes them worse.
  func leastWeight(scale: Double) -> Double {
    let (low, high) = (norms.low, norms.high)
    return scale * growth * low * low * high * high / (high * high - low * low)
  }
}

extension MagFace {
  fileprivate init(_ settings: LossSettings) {
    norms = Span(low: settings[LossEntry.leastNorm], high: settings[LossEntry.mostNorm])
    margins = Span(low: settings[LossEntry.leastMargin], high: settings[LossEntry.mostMargin])
    variant = settings[.variant]
    gradient = settings[.gradient]
  }
}

extension LossEntry {
  private static let lengths = LossOption.Range(
    lower: 0, upper: 1e9, excludesLower: true, text: "above 0")
  private static func length(
    _ name: String, _ symbol: String, _ help: String, default value: Double
  ) -> Hyperparameter<Double> {
    .number(name, symbol: symbol, help, range: lengths, default: .fixed(value), neutral: value)
  }
  private static func margin(
    _ name: String, _ symbol: String, _ help: String, text: String,
    default value: @escaping @Sendable (_ angle: Double) -> Double
  ) -> Hyperparameter<Double> {
    .number(
      name, symbol: symbol, help, unit: .radians, range: .rightAngle,
      default: .automatic(text: text) {
        thousandths(value(nearestAngle(classes: $0)))
      }, isMargin: true)
  }
  fileprivate static let leastNorm = length(
    "la", "l_a", "length of features up to which the margin is the least", default: 1)
  fileprivate static let mostNorm = length(
    "ua", "u_a", "length of features from which the margin is the most", default: 10)
  fileprivate static let leastMargin = margin(
    "lm", "l_m", "margin of the shortest features, radians", text: "min(0.2, 0.25 · bound)"
  ) { min(0.2, 0.25 * $0) }
  fileprivate static let mostMargin = margin(
    "um", "u_m", "margin of the longest features, radians", text: "min(0.6, 0.8 · bound)"
  ) { min(0.6, 0.8 * $0) }
  private static let lengthWeight = Hyperparameter.number(
    "lambda", symbol: "λ", "weight of the term that draws lengths up",
    range: .atLeastZero,
    default: .derived(text: "the least with which longer is better, from the others"))

  /// s cos(θ_y + m(‖x‖)), with a regulariser of ‖x‖: Meng et al., 2021, arXiv:2103.06627.
  public static let magface = LossEntry(
    name: "magface", title: "MagFace",
    summary: "ArcFace whose margin grows with the length of the feature, which stands for quality",
    formula: "s cos(θ_y + m(‖x‖)),  loss + λ (1/a + a/u_a^2)",
    boundary:
      "$θ_1 + m(‖x‖) = θ_2$ and with 1 and 2 swapped: the band widens from $l_m$ at the length"
      + " $l_a$ to $u_m$ at $u_a$, so its edges are curves",
    citation: "Meng et al. 2021, CVPR, arXiv:2103.06627",
    remarks: [
      "the gradient goes through the margin and ‖x‖; beyond l_a and u_a it stops",
      "paper: s = 64, l_a = 10, u_a = 110, l_m = 0.45, u_m = 0.8, λ = 35; here s = 16, lengths from 1 to"
        + " 10 and margins within the bound, as features in the plane are shorter and classes nearer",
      "a curve is the target logit of the longest features, a boundary the rules at ‖x‖ = 1",
      "`norms` LOW,HIGH and `margins` LOW,HIGH set both ends at once",
    ],
    options: [
      leastNorm.option, mostNorm.option, leastMargin.option, mostMargin.option,
      lengthWeight.option, Hyperparameter.s.option, Hyperparameter.variant.option,
      Hyperparameter.gradient.option,
    ]
  ) {
    made($0)
  }.deriving(lengthWeight, rounded: .up) { settings, _ in
    // Lengths in the wrong order are refused before it counts.
    settings[mostNorm] > settings[leastNorm]
      ? MagFace(settings).leastWeight(scale: settings[.s]) : 0
  }.refusing {
    problem($0)
  }.stated(taking: ["la", "ua", "lm", "um"]) { stated throws(LabError) in
    var settings = try stated.weighting()
    for option in [leastNorm, mostNorm] {
      settings[option] = try stated.number(option.option.name, in: lengths)
    }
    for option in [leastMargin, mostMargin, lengthWeight] {
      settings[option] = try stated.number(option.option.name)
    }
    settings[.s] = try stated.number("s")
    settings[.variant] = try stated.variant()
    settings[.gradient] = try stated.gradient()
    if let problem = problem(settings) { throw problem }
    return made(settings)
  }.teaching("The longer the feature, the larger its margin.", zh: "特征越长，间隔越大。")

  private static func made(_ settings: LossSettings) -> Loss {
    let loss = MagFace(settings)
    return .sum(
      loss.head(scale: settings[.s], settings: settings).loss,
      loss.lengthTerm(weight: settings[lengthWeight]))
  }

  private static func problem(_ settings: LossSettings) -> LabError? {
    let (la, ua) = (settings[leastNorm], settings[mostNorm])
    guard ua > la else {
      return .outOfOrder(
        .init(option: "ua", value: ua, lowerOption: "la", lowerValue: la, mayBeEqual: false))
    }
    let (lm, um) = (settings[leastMargin], settings[mostMargin])
    guard um >= lm else {
      return .outOfOrder(
        .init(option: "um", value: um, lowerOption: "lm", lowerValue: lm, mayBeEqual: true))
    }
    return nil
  }
}
