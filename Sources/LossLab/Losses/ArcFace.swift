extension AngularMargin {
  /// ψ(θ) = cos(θ + m).
  ///
  /// Deng et al., "ArcFace: Additive Angular Margin Loss for Deep Face Recognition", CVPR 2019,
  /// arXiv:1801.07698, eq. 3.
  /// The paper says nothing of θ + m > π, where cos would rise again; `variant` does. With
  /// `monotone`, ψ steps down by cos m + m sin m − 1 there and goes on as cos θ − m sin m, as in the
  /// authors' first code.
  ///
  /// - Parameter m: radians.
  static func additiveAngle(_ m: Double, variant: AngularVariant) -> AngularMargin {
    let (sineM, cosineM) = sinCos(m)
    let turningPoint = -cosineM
    return AngularMargin { angle in
      let within =
        switch variant {
        case .monotone, .continuous, .clamp: angle.cosine > turningPoint
        case .easy: angle.cosine > 0
        case .strict: true
        }
      if within {
        return MarginValue(
          value: angle.cosine * cosineM - angle.sine * sineM,
          slope: -(angle.sine * cosineM + angle.cosine * sineM))
      }
      return switch variant {
      case .monotone: MarginValue(value: angle.cosine - m * sineM, slope: -angle.sine)
      case .continuous: MarginValue(value: angle.cosine - (1 - cosineM), slope: -angle.sine)
      case .clamp: MarginValue(value: -1, slope: 0)
      case .easy, .strict: MarginValue(value: angle.cosine, slope: -angle.sine)
      }
    }
  }
}

extension LossEntry {
  private static let angularMargin = Hyperparameter.m(
    "angular margin, radians (or 28.6deg)", unit: .radians, range: .rightAngle,
    default: .automatic(text: "min(0.5, 0.8 · bound)") { classes in
      (min(0.5, 0.8 * nearestAngle(classes: classes)) * 1000).rounded() / 1000
    })

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
    marginBound: { $0 }
  ) { settings in
    let margin = AngularMargin.additiveAngle(settings[angularMargin], variant: settings[.variant])
      .with(gradient: settings[.gradient])
    return MarginSoftmax(
      magnitude: .fixed(settings[.s]), target: margin, settings: settings
    ).loss
  }
}
