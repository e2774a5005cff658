/// What a figure argues, measured on our own numbers.
///
/// A claim that does not hold is shown as such; its threshold is not moved until it does.
package struct Claim: Sendable, Equatable {
  package var sentence: Wording
  /// The condition that was decided before measuring: "each at least 10 % below the one before".
  package var threshold: Wording
  /// In the order in which they are shown.
  package var measured: [Measure]
  package var isReproduced: Bool
  /// Why these data cannot show it; `nil` where they can.
  package var inapplicable: Wording?
  /// The training on which the tests measure the same, and on which it must fail.
  package var refutation: Wording?
  /// Why it does not hold, where that was found.
  package var reason: Wording?
  /// What the reason was read off, beyond what is measured for the claim.
  package var grounds: [Measure] = []

  package struct Measure: Sendable, Equatable {
    package var name: Wording
    package var value: Double
    /// "°", " %", " points", or nothing.
    package var unit: Wording
    /// Decimals that mean something.
    package var places: Int
    /// Of which `value` is the mean, one a seed; empty for what has no seeds.
    package var seeds: [Double]

    package init(
      _ name: Wording, _ value: Double, unit: Wording = "", places: Int = 2, seeds: [Double] = []
    ) {
      self.seeds = seeds
      self.name = name
      self.value = value
      self.unit = unit
      self.places = places
    }

    /// "softmax 15.0 ± 0.4°", with the interval over the seeds where there are some; with a colon
    /// where the name ends in a number: "m = 0.1: 15.0°".
    package func text(_ language: PageLanguage = .en) -> String {
      let endsInNumber = name[language].last?.isNumber ?? false
      let spread = interval.map { " ± \(decimalText($0, places: places))" } ?? ""
      return "\(name[language])\(endsInNumber ? ":" : "") \(valueText)\(spread)\(unit[language])"
    }

    /// Half of the 95 % interval of the mean over seeds, by Student's t; `nil` for fewer than two.
    package var interval: Double? {
      guard seeds.count > 1 else { return nil }
      return studentQuantile(degrees: seeds.count - 1) * standardDeviation(seeds)
        / Double(seeds.count).squareRoot()
    }

    /// Below what the decimals show, as a power of ten: errors of 1e-13 are not 0.
    ///
    /// A mean over seeds has the decimals of its interval: beside it smaller digits mean nothing.
    private var valueText: String {
      let limit = (0..<places).reduce(0.5) { limit, _ in limit / 10 }
      guard value != 0, value.magnitude < limit, interval == nil else {
        return decimalText(value, places: places)
      }
      return scientificText(value)
    }
  }

  package init(
    _ sentence: Wording, threshold: Wording, measured: [Measure], isReproduced: Bool
  ) {
    self.sentence = sentence
    self.threshold = threshold
    self.measured = measured
    self.isReproduced = isReproduced
  }

  /// The numbers, or why there are none that would mean something.
  package func measuredText(_ language: PageLanguage = .en) -> String {
    if let inapplicable { return inapplicable[language] }
    return Self.text(measured, language)
  }

  private static func text(_ measures: [Measure], _ language: PageLanguage) -> String {
    measures.map { $0.text(language) }.joined(separator: language == .en ? ", " : "，")
  }

  /// Whether it counts among those that hold or do not.
  package var isApplicable: Bool { inapplicable == nil }

  /// Whether it could hold on these data and does not.
  package var fails: Bool { isApplicable && !isReproduced }

  /// "; reason: … (what it was read off)", or nothing where none was found.
  package func reasonText(_ language: PageLanguage = .en) -> String {
    guard let reason else { return "" }
    let words = Wording("; reason: \(reason.en)", zh: "；原因：\(reason.zh)")[language]
    guard !grounds.isEmpty else { return words }
    let numbers = Self.text(grounds, language)
    return words + Wording(" (\(numbers))", zh: "（\(numbers)）")[language]
  }

  /// "reproduced", "not reproduced", "not applicable".
  package func verdict(_ language: PageLanguage = .en) -> String {
    guard isApplicable else { return Wording("not applicable", zh: "不适用")[language] }
    return switch language {
    case .en: isReproduced ? "reproduced" : "not reproduced"
    case .zh: isReproduced ? "已复现" : "未复现"
    }
  }
}

extension Claim {
  /// The same with the training on which it must fail.
  func refuted(_ refutation: Wording) -> Claim {
    var claim = self
    claim.refutation = refutation
    return claim
  }

  /// The same with the reason for which it does not hold, and what that was read off.
  func failing(because reason: Wording, measured grounds: [Measure] = []) -> Claim {
    var claim = self
    if !isReproduced {
      claim.reason = reason
      claim.grounds = grounds
    }
    return claim
  }

  /// The same with more that was measured, and with a threshold for which more must hold.
  func with(_ threshold: Wording? = nil, measured more: [Measure] = [], where holds: Bool = true)
    -> Claim
  {
    var claim = self
    claim.threshold = threshold ?? self.threshold
    claim.measured += more
    claim.isReproduced = isReproduced && holds
    return claim
  }

  /// The same, but not applicable where there is a reason.
  func unless(_ reason: Wording?) -> Claim {
    var claim = self
    claim.inapplicable = reason
    return claim
  }
}

/// What Student's t stays within with 95 %, to both sides.
///
/// Tables to ten degrees of freedom, then the expansion about the normal quantile (Abramowitz and
/// Stegun 26.7.5), which is within 1e-3 there.
func studentQuantile(degrees: Int) -> Double {
  let table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]
  guard degrees > table.count else { return table[max(1, degrees) - 1] }
  let (z, n) = (1.959964, Double(degrees))
  let cube = z * z * z
  let square = z * z
  return z + (cube + z) / (4 * n) + (5 * cube * square + 16 * cube + 3 * z) / (96 * n * n)
    + (3 * cube * cube * z + 19 * cube * square + 17 * cube - 15 * z) / (384 * n * n * n)
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
