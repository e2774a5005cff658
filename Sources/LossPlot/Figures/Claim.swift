/// What a figure argues, measured on our own numbers.
///
/// A claim that does not hold is shown as such; its threshold is not moved until it does.
public struct Claim: Sendable, Equatable {
  public var sentence: Wording
  /// The condition that was decided before measuring: "each at least 10 % below the one before".
  public var threshold: Wording
  /// In the order in which they are shown.
  public var measured: [Measure]
  public var isReproduced: Bool

  public struct Measure: Sendable, Equatable {
    public var name: Wording
    public var value: Double
    /// "°", " %", " points", or nothing.
    public var unit: Wording
    /// Decimals that mean something.
    public var places: Int

    public init(_ name: Wording, _ value: Double, unit: Wording = "", places: Int = 2) {
      self.name = name
      self.value = value
      self.unit = unit
      self.places = places
    }

    /// "softmax 15.0°"; with a colon where the name ends in a number: "m = 0.1: 15.0°".
    public func text(_ language: PageLanguage = .en) -> String {
      let endsInNumber = name[language].last?.isNumber ?? false
      return "\(name[language])\(endsInNumber ? ":" : "") \(valueText)\(unit[language])"
    }

    /// Below what the decimals show, as a power of ten: errors of 1e-13 are not 0.
    private var valueText: String {
      let limit = (0..<places).reduce(0.5) { limit, _ in limit / 10 }
      guard value != 0, value.magnitude < limit else {
        return decimalText(value, places: places)
      }
      return scientificText(value)
    }
  }

  public init(
    _ sentence: Wording, threshold: Wording, measured: [Measure], isReproduced: Bool
  ) {
    self.sentence = sentence
    self.threshold = threshold
    self.measured = measured
    self.isReproduced = isReproduced
  }

  public func measuredText(_ language: PageLanguage = .en) -> String {
    measured.map { $0.text(language) }.joined(separator: language == .en ? ", " : "，")
  }

  /// "reproduced" or "not reproduced".
  public func verdict(_ language: PageLanguage = .en) -> String {
    switch language {
    case .en: isReproduced ? "reproduced" : "not reproduced"
    case .zh: isReproduced ? "已复现" : "未复现"
    }
  }
}

extension Wording {
  /// The name of a measure that many claims have.
  static let largestError = Wording("largest error", zh: "最大误差")
}

/// Two digits and a power of ten: "2.2e−13".
func scientificText(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return decimalText(value, places: 0) }
  var mantissa = value.magnitude
  var power = 0
  while mantissa >= 9.95 {
    mantissa /= 10
    power += 1
  }
  while mantissa < 0.995 {
    mantissa *= 10
    power -= 1
  }
  let sign = value < 0 ? "−" : ""
  let exponent = power < 0 ? "−\(-power)" : "\(power)"
  return "\(sign)\(decimalText(mantissa, places: 1))e\(exponent)"
}
