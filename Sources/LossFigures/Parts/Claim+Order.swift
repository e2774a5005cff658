/// A value with the name of what it was measured on.
struct NamedValue: Sendable {
  let name: Wording
  let value: Double
  /// One a seed; empty for what has none.
  let seeds: [Double]

  init(_ name: Wording, _ value: Double) {
    self.name = name
    self.value = value
    seeds = []
  }

  /// The mean over seeds.
  init(_ name: Wording, seeds: [Double]) {
    self.name = name
    value = mean(seeds)
    self.seeds = seeds
  }

  /// Seed by seed: what a setting has more than another one.
  func minus(_ other: NamedValue, _ name: Wording? = nil) -> NamedValue {
    seeds.count == other.seeds.count && !seeds.isEmpty
      ? NamedValue(name ?? self.name, seeds: zip(seeds, other.seeds).map { $0 - $1 })
      : NamedValue(name ?? self.name, value - other.value)
  }
}

/// How the values of a claim are written.
struct ValueForm: Sendable {
  var unit: Wording = ""
  var places = 2

  static let degrees = ValueForm(unit: "°", places: 1)
  static let percent = ValueForm(unit: " %", places: 1)
  static let points = ValueForm(unit: Wording(" points", zh: " 个百分点"), places: 1)
  static let plain = ValueForm()

  func measures(_ values: [NamedValue]) -> [Claim.Measure] {
    values.map { Claim.Measure($0.name, $0.value, unit: unit, places: places, seeds: $0.seeds) }
  }
}

extension Claim {
  /// Holds where each value is below the one before, by at least a share of it.
  static func falls(
    _ sentence: Wording, _ values: [NamedValue], as form: ValueForm = .plain,
    byAtLeast share: Double = 0
  ) -> Claim {
    Claim(
      sentence,
      threshold: share == 0
        ? Wording("each below the one before", zh: "每个都低于前一个")
        : Wording(
          "each at least \(short(100 * share)) % below the one before",
          zh: "每个都比前一个至少低 \(short(100 * share)) %"),
      measured: form.measures(values),
      isReproduced: isOrdered(values) { $1 < $0 && $1 <= (1 - share) * $0 })
  }

  /// Holds where each value is above the one before.
  static func rises(
    _ sentence: Wording, _ values: [NamedValue], as form: ValueForm = .plain
  ) -> Claim {
    Claim(
      sentence, threshold: Wording("each above the one before", zh: "每个都高于前一个"),
      measured: form.measures(values), isReproduced: isOrdered(values) { $1 > $0 })
  }

  /// Holds where every value passes.
  static func each(
    _ sentence: Wording, threshold: Wording, _ values: [NamedValue], as form: ValueForm = .plain,
    passes: (Double) -> Bool
  ) -> Claim {
    Claim(
      sentence, threshold: threshold, measured: form.measures(values),
      isReproduced: !values.isEmpty && values.allSatisfy { passes($0.value) })
  }

  /// Holds where every difference between two settings is above 0 with its whole interval.
  ///
  /// - Parameter differences: with a value for each of at least two seeds.
  static func surelyAbove(
    _ sentence: Wording, threshold: Wording, _ differences: [NamedValue]
  ) -> Claim {
    Claim(
      sentence, threshold: threshold, measured: ValueForm.points.measures(differences),
      isReproduced: !differences.isEmpty && differences.allSatisfy(isSurelyPositive))
  }

  /// Whether the 95 % interval of the mean over seeds is above 0.
  static func isSurelyPositive(_ value: NamedValue) -> Bool {
    let measure = Measure(value.name, value.value, seeds: value.seeds)
    return measure.interval.map { measure.value > $0 } ?? false
  }

  private static func isOrdered(
    _ values: [NamedValue], by isInOrder: (Double, Double) -> Bool
  ) -> Bool {
    values.count > 1
      && zip(values, values.dropFirst()).allSatisfy { isInOrder($0.value, $1.value) }
  }
}

extension Double {
  /// From radians, for people to read.
  var degrees: Double { self * 180 / .pi }
  /// From a share.
  var percent: Double { self * 100 }
}
