// The options that losses share, each with its range, default and help.

extension LossOption.Range {
  static func between(
    _ lower: Double, _ upper: Double, isInteger: Bool = false, text: String
  ) -> LossOption.Range {
    LossOption.Range(lower: lower, upper: upper, isInteger: isInteger, text: text)
  }

  static let atLeastZero = LossOption.Range(
    lower: 0, upper: .greatestFiniteMagnitude, text: "0 or more")

  /// 0 ≤ m < π/2.
  static let rightAngle = LossOption.Range(
    lower: 0, upper: .pi / 2, excludesUpper: true, text: "0 ≤ x < π/2 (radians)")
}

extension LossOption {
  static func number(
    _ name: String, symbol: String? = nil, _ help: String, unit: Unit = .none, range: Range,
    default value: Default, read: @escaping @Sendable (LossSettings) -> Double,
    write: @escaping @Sendable (inout LossSettings, Double) -> Void
  ) -> LossOption {
    LossOption(
      name: name, symbol: symbol ?? name, help: help, unit: unit,
      values: .number(range, default: value),
      read: { .number(read($0)) },
      write: { settings, value in
        if case .number(let number) = value { write(&settings, number) }
      })
  }

  static func words(
    _ name: String, _ help: String, words: [String], default value: String,
    read: @escaping @Sendable (LossSettings) -> String,
    write: @escaping @Sendable (inout LossSettings, String) -> Void
  ) -> LossOption {
    LossOption(
      name: name, symbol: name, help: help, unit: .none, values: .words(words, default: value),
      read: { .word(read($0)) },
      write: { settings, value in if case .word(let word) = value { write(&settings, word) } })
  }

  static func m(
    _ help: String, unit: Unit = .none, range: Range, default value: Default
  ) -> LossOption {
    number(
      "m", help, unit: unit, range: range, default: value, read: { $0.margin },
      write: { $0.margin = $1 })
  }

  static func s(_ help: String = "scale: radius of the feature sphere") -> LossOption {
    number(
      "s", help,
      range: Range(lower: 0, upper: 1e4, excludesLower: true, text: "0 < s ≤ 10000"),
      default: .fixed(16), read: { $0.scale }, write: { $0.scale = $1 })
  }

  static func gamma(default value: Double) -> LossOption {
    number(
      "gamma", symbol: "γ", "focal loss: weight (1 − p)^γ of each sample; 0 for none",
      range: .atLeastZero, default: .fixed(value), read: { $0.focusing },
      write: { $0.focusing = $1 })
  }

  static func keep(default value: Double) -> LossOption {
    number(
      "keep", "OHEM: share of the batch that counts, hardest first; 1 for all",
      range: Range(lower: 0, upper: 1, excludesLower: true, text: "0 < keep ≤ 1"),
      default: .fixed(value), read: { $0.keep }, write: { $0.keep = $1 })
  }

  static func variant(default value: AngularVariant) -> LossOption {
    words(
      "variant", "what ψ does where the angle with its margin passes π",
      words: AngularVariant.allCases.map { $0.rawValue }, default: value.rawValue,
      read: { $0.variant.rawValue },
      write: { settings, word in
        settings.variant = AngularVariant(rawValue: word) ?? settings.variant
      })
  }

  static let gradient = words(
    "gradient", "of the margin: its own, or none, as for a constant (as InsightFace has it)",
    words: GradientMode.allCases.map { $0.rawValue }, default: GradientMode.exact.rawValue,
    read: { $0.gradient.rawValue },
    write: { settings, word in
      settings.gradient = GradientMode(rawValue: word) ?? settings.gradient
    })

  static let mining = words(
    "mining", "which triplets of a batch count",
    words: Mining.allCases.map { $0.rawValue }, default: Mining.semiHard.rawValue,
    read: { $0.mining.rawValue },
    write: { settings, word in settings.mining = Mining(rawValue: word) ?? settings.mining })

  static let metric = words(
    "metric", "the distance that is compared", words: Metric.allCases.map { $0.rawValue },
    default: Metric.squared.rawValue, read: { $0.metric.rawValue },
    write: { settings, word in settings.metric = Metric(rawValue: word) ?? settings.metric })

  static let normalize = words(
    "normalize", "compare x / ‖x‖ instead of x", words: ["yes", "no"], default: "yes",
    read: { $0.normalizesFeatures ? "yes" : "no" },
    write: { $0.normalizesFeatures = $1 == "yes" })
}
