/// A hyper-parameter of a loss with the type of its values: what a loss declares in its list of
/// options, and reads its settings by.
///
///     let m = Hyperparameter.number(
///       "m", "taken from the cosine", range: .between(0, 2, text: "0 ≤ m ≤ 2"),
///       default: .fixed(0.35))
///     settings[m]  // a Double
public struct Hyperparameter<Value: Sendable>: Sendable {
  /// What `LossEntry.options` takes.
  public let option: LossOption
  /// Where nobody sets it: the value that changes nothing.
  package let neutral: Value
  let decode: @Sendable (LossOption.Value) -> Value?
  let encode: @Sendable (Value) -> LossOption.Value
}

extension Hyperparameter where Value == Double {
  /// A number.
  ///
  /// - Parameters:
  ///   - name: as typed, without dashes.
  ///   - symbol: as written in a formula; the name where there is none.
  ///   - neutral: where nobody sets it.
  ///   - isMargin: whether it rises from `neutral` over the first steps of a training.
  public static func number(
    _ name: String, symbol: String? = nil, _ help: String, unit: LossOption.Unit = .none,
    range: LossOption.Range, default value: LossOption.Default, neutral: Double = 0,
    isMargin: Bool = false
  ) -> Hyperparameter {
    Hyperparameter(
      option: LossOption(
        name: name, symbol: symbol ?? name, help: help, unit: unit,
        values: .number(range, default: value), risesFrom: isMargin ? neutral : nil),
      neutral: neutral,
      decode: { value in if case .number(let number) = value { number } else { nil } },
      encode: { .number($0) })
  }

  /// The margin m of a loss.
  public static func m(
    _ help: String, unit: LossOption.Unit = .none, range: LossOption.Range,
    default value: LossOption.Default, neutral: Double = 0
  ) -> Hyperparameter {
    number("m", help, unit: unit, range: range, default: value, neutral: neutral, isMargin: true)
  }

  /// The scale s of the logits.
  public static var s: Hyperparameter { s("scale: radius of the feature sphere") }

  static func s(_ help: String) -> Hyperparameter {
    number("s", help, range: .scale, default: .fixed(16), neutral: 16)
  }

  /// γ of focal loss, which every loss with class logits takes.
  static var gamma: Hyperparameter { gamma(default: 0) }

  static func gamma(default value: Double) -> Hyperparameter {
    number(
      "gamma", symbol: "γ", "focal loss: weight (1 − p)^γ of each sample; 0 for none",
      range: .atLeastZero, default: .fixed(value))
  }

  /// The share of a batch that counts, which every loss with class logits takes.
  static var keep: Hyperparameter { keep(default: 1) }

  static func keep(default value: Double) -> Hyperparameter {
    number(
      "keep", "OHEM: share of the batch that counts, hardest first; 1 for all",
      range: LossOption.Range(lower: 0, upper: 1, excludesLower: true, text: "0 < keep ≤ 1"),
      default: .fixed(value), neutral: 1)
  }
}

extension Hyperparameter
where Value: RawRepresentable & CaseIterable & Equatable, Value.RawValue == String {
  /// One of a few words.
  ///
  /// - Parameters:
  ///   - words: those that it takes; all where they are not named.
  ///   - value: its default.
  public static func choice(
    _ name: String, _ help: String, among words: [Value] = Array(Value.allCases),
    default value: Value, neutral: Value? = nil
  ) -> Hyperparameter {
    Hyperparameter(
      option: LossOption(
        name: name, symbol: name, help: help, unit: .none,
        values: .words(words.map { $0.rawValue }, default: value.rawValue)),
      neutral: neutral ?? value,
      decode: { value in if case .word(let word) = value { Value(rawValue: word) } else { nil } },
      encode: { .word($0.rawValue) })
  }
}

extension Hyperparameter where Value == AngularVariant {
  /// What ψ does past π.
  package static var variant: Hyperparameter { variant(default: .monotone) }

  static func variant(
    among words: [AngularVariant] = AngularVariant.allCases, default value: AngularVariant
  ) -> Hyperparameter {
    choice(
      "variant", "what ψ does where the angle with its margin passes π", among: words,
      default: value, neutral: .monotone)
  }
}

extension Hyperparameter where Value == GradientMode {
  /// Whether the gradient goes through the margin.
  package static var gradient: Hyperparameter {
    choice(
      "gradient", "of the margin: its own, or none, as for a constant (as InsightFace has it)",
      default: .exact)
  }
}

extension Hyperparameter where Value == Bool {
  /// Whether losses of pairs and triplets compare x / ‖x‖ instead of x.
  static var normalize: Hyperparameter {
    Hyperparameter(
      option: LossOption(
        name: "normalize", symbol: "normalize", help: "compare x / ‖x‖ instead of x", unit: .none,
        values: .words(["yes", "no"], default: "yes")),
      neutral: true,
      decode: { value in if case .word(let word) = value { word == "yes" } else { nil } },
      encode: { .word($0 ? "yes" : "no") })
  }
}

extension LossOption.Range {
  /// Both ends belong to it.
  public static func between(
    _ lower: Double, _ upper: Double, isInteger: Bool = false, text: String
  ) -> LossOption.Range {
    LossOption.Range(lower: lower, upper: upper, isInteger: isInteger, text: text)
  }

  /// Any number that is not negative.
  package static var atLeastZero: LossOption.Range {
    LossOption.Range(lower: 0, upper: .greatestFiniteMagnitude, text: "0 or more")
  }

  /// 0 < s ≤ 10000.
  static var scale: LossOption.Range {
    LossOption.Range(lower: 0, upper: 1e4, excludesLower: true, text: "0 < s ≤ 10000")
  }

  /// 0 ≤ m < π/2.
  static var rightAngle: LossOption.Range {
    LossOption.Range(lower: 0, upper: .pi / 2, excludesUpper: true, text: "0 ≤ x < π/2 (radians)")
  }
}

/// As exact as a default is: to three decimals.
func thousandths(
  _ value: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
) -> Double {
  (value * 1000).rounded(rule) / 1000
}
