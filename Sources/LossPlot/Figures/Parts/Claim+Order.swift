/// A value with the name of what it was measured on.
struct NamedValue: Sendable {
  let name: String
  let value: Double

  init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// How the values of a claim are written.
struct ValueForm: Sendable {
  var unit = ""
  var places = 2

  static let degrees = ValueForm(unit: "°", places: 1)
  static let percent = ValueForm(unit: " %", places: 1)
  static let plain = ValueForm()

  func measures(_ values: [NamedValue]) -> [Claim.Measure] {
    values.map { Claim.Measure($0.name, $0.value, unit: unit, places: places) }
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
        ? "each below the one before"
        : "each at least \(short(100 * share)) % below the one before",
      measured: form.measures(values),
      isReproduced: isOrdered(values) { $1 < $0 && $1 <= (1 - share) * $0 })
  }

  /// Holds where each value is above the one before.
  static func rises(
    _ sentence: Wording, _ values: [NamedValue], as form: ValueForm = .plain
  ) -> Claim {
    Claim(
      sentence, threshold: "each above the one before", measured: form.measures(values),
      isReproduced: isOrdered(values) { $1 > $0 })
  }

  /// Holds where every value passes.
  static func each(
    _ sentence: Wording, threshold: String, _ values: [NamedValue], as form: ValueForm = .plain,
    passes: (Double) -> Bool
  ) -> Claim {
    Claim(
      sentence, threshold: threshold, measured: form.measures(values),
      isReproduced: !values.isEmpty && values.allSatisfy { passes($0.value) })
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
