/// cos(θ + m) for the own class, as its variants go on where θ + m passes π.
///
/// Deng et al., "ArcFace: Additive Angular Margin Loss for Deep Face Recognition", CVPR 2019,
/// arXiv:1801.07698, eq. 3.
/// The paper says nothing of θ + m > π, where cos would rise again; `variant` does. With
/// `monotone`, ψ steps down by cos m + m sin m − 1 there and goes on as cos θ − m sin m, as in the
/// authors' first code.
struct AdditiveAngle: Sendable {
  private let m: Double
  private let sineM: Double
  private let cosineM: Double
  private let variant: AngularVariant

  /// - Parameter m: radians.
  init(_ m: Double, variant: AngularVariant) {
    self.m = m
    self.variant = variant
    (sineM, cosineM) = sinCos(m)
  }

  /// Whether ψ is cos(θ + m) at this angle.
  private func isWithin(_ angle: Angle) -> Bool {
    switch variant {
    case .monotone, .continuous, .clamp: angle.cosine > -cosineM
    case .easy: angle.cosine > 0
    case .strict: true
    }
  }

  /// cos(θ + m) itself, and what its slope is by θ and by m alike.
  func sum(_ angle: Angle) -> MarginValue {
    MarginValue(
      value: angle.cosine * cosineM - angle.sine * sineM,
      slope: -(angle.sine * cosineM + angle.cosine * sineM))
  }

  func value(_ angle: Angle) -> MarginValue {
    if isWithin(angle) { return sum(angle) }
    return switch variant {
    case .monotone: MarginValue(value: angle.cosine - m * sineM, slope: -angle.sine)
    case .continuous: MarginValue(value: angle.cosine - (1 - cosineM), slope: -angle.sine)
    case .clamp: MarginValue(value: -1, slope: 0)
    case .easy, .strict: MarginValue(value: angle.cosine, slope: -angle.sine)
    }
  }

  /// dψ/dm.
  func slopeByMargin(_ angle: Angle) -> Double {
    if isWithin(angle) { return sum(angle).slope }
    return switch variant {
    case .monotone: -(sineM + m * cosineM)
    case .continuous: -sineM
    case .clamp, .easy, .strict: 0
    }
  }
}

extension AngularMargin {
  /// ψ(θ) = cos(θ + m).
  ///
  /// - Parameter m: radians.
  static func additiveAngle(_ m: Double, variant: AngularVariant) -> AngularMargin {
    let sum = AdditiveAngle(m, variant: variant)
    return AngularMargin { sum.value($0) }
  }
}

extension LossEntry {
  /// m of ArcFace and of the losses that build on it.
  static let angularMargin = Hyperparameter.m(
    "angular margin, radians (or 28.6deg)", unit: .radians, range: .rightAngle,
    default: .automatic(text: "min(0.5, 0.8 · bound)") { classes in
      thousandths(min(0.5, 0.8 * nearestAngle(classes: classes)))
    })

  /// s cos(θ_y + m): Deng et al., 2019, arXiv:1801.07698, formula 3.
  public static let arcface = LossEntry(
    name: "arcface", title: "ArcFace", summary: "adds m to the angle of the own class",
    formula: "s cos(θ_y + m)",
    boundary:
      "$θ_1 + m = θ_2$ and with 1 and 2 swapped; the margin is the angle m, however near the"
      + " classes are",
    citation: "Deng et al. 2019, CVPR, arXiv:1801.07698, eq. 3",
    options: [
      angularMargin.option, Hyperparameter.s.option, Hyperparameter.variant.option,
      Hyperparameter.gradient.option,
    ],
    marginBound: { angle, _ in angle }
  ) { settings in
    let margin = AngularMargin.additiveAngle(settings[angularMargin], variant: settings[.variant])
      .with(gradient: settings[.gradient])
    return MarginSoftmax(magnitude: .fixed(settings[.s]), target: margin, settings: settings).loss
  }.known(
    as: "arc", "aam", "aamsoftmax", "additiveangular", "insightface", "arcmarginproduct"
  ).teaching("The own angle must win by m: the margin is an arc.", zh: "本类角度须领先 m：间隔是一段弧。")
}
