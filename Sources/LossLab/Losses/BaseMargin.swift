/// Which margin a loss builds on.
package enum BaseMargin: String, CaseIterable, Sendable {
  /// cos θ − m.
  case cosface
  /// cos(θ + m).
  case arcface

  /// ψ of the own class.
  func margin(_ m: Double, variant: AngularVariant) -> AngularMargin {
    self == .cosface ? .additiveCosine(m) : .additiveAngle(m, variant: variant)
  }

  /// The largest m that neighbours so many radians apart can satisfy.
  func bound(angle: Double) -> Double { self == .cosface ? 1 - cos(angle) : angle }
}

extension Hyperparameter where Value == BaseMargin {
  /// The margin that a loss builds on.
  static func target(default value: BaseMargin) -> Hyperparameter {
    .choice("target", "the margin of the own class", default: value)
  }
}

extension StatedParameters {
  /// The base by `target` as in our options, or by `kind` as in reference files.
  func base(cosface: String) throws(LabError) -> BaseMargin {
    if isStated("kind") {
      return try word("kind", of: [cosface, "arc"]) == "arc" ? .arcface : .cosface
    }
    return try word("target", of: ["cosface", "arcface"]) == "arcface" ? .arcface : .cosface
  }

  /// The variant in either spelling; the plain formula where it is missing.
  func variant() throws(LabError) -> AngularVariant {
    var settings = LossSettings()
    settings[.variant] = .strict
    try set(Hyperparameter.variant.option, in: &settings)
    return settings[.variant]
  }

  /// A number that must lie in a range, where there is one.
  func number(_ name: String, in range: LossOption.Range?) throws(LabError) -> Double {
    let value = try number(name)
    if let range, !range.contains(value) {
      throw .badParameter(name: name, .outOfRange(value, allowed: range.text))
    }
    return value
  }

  /// Numbers by the names of their options, then the gradient and the weights of focal loss and
  /// OHEM.
  func settings(
    _ numbers: [(name: String, range: LossOption.Range?)]
  ) throws(LabError) -> LossSettings {
    var settings = LossSettings()
    for (name, range) in numbers { settings[name] = .number(try number(name, in: range)) }
    settings[.gradient] = try gradient()
    settings[.gamma] = try number("gamma", default: 0)
    settings[.keep] = try number("keep", default: 1)
    return settings
  }

  func gradient() throws(LabError) -> GradientMode {
    GradientMode(rawValue: try word("gradient", of: ["exact", "detached"])) ?? .exact
  }
}
