/// Which loss of the registry somebody's numbers are.
package struct IdentifiedLoss: Sendable {
  /// `nil` where nothing fits.
  package let answer: Match?
  /// Where nothing fits: what comes nearest.
  package let nearest: Match?
  /// Where nothing fits: the samples in which the nearest differs.
  package let differing: [Int]
  /// Others that give the same numbers on this batch.
  package let same: [Match]
  /// How many formulas were tried.
  package let tried: Int
  /// Whether something fits, but so little is known that others would, too.
  package let isUndetermined: Bool

  /// A loss with every number that it was computed with.
  package struct Match: Sendable {
    /// Of the registry.
    package let loss: String
    /// `variant`, `target`, `metric` and other words, without `gradient`.
    package let words: [Word]
    /// As they are typed: m of 28.6 where degrees were taken for radians.
    package let numbers: [Observation.StatedNumber]
    /// m as the code has it, where it is not what was typed.
    package let angle: Double?
    /// `mean`, `sum`, or `times` a factor of the mean.
    package let reduction: String
    package let factor: Double
    package let mistakes: [Mistake]
    /// In how many digits each result agrees.
    package let digits: [Digits]
    /// Numbers of which this batch does not say what they are.
    package let open: [String]

    package struct Word: Sendable, Equatable {
      package let name: String
      package let value: String
    }

    package struct Digits: Sendable, Equatable {
      package let result: ObservedResult.Kind
      package let count: Double
    }

    package func number(_ name: String) -> Double? { numbers.first { $0.name == name }?.value }
    package func word(_ name: String) -> String? { words.first { $0.name == name }?.value }
    package var leastDigits: Double { digits.map { $0.count }.min() ?? 0 }
  }
}

extension IdentifiedLoss.Match {
  init(_ fit: Fit, of observation: Observation, open: [String] = []) {
    self.open = open
    loss = fit.hypothesis.loss
    words = fit.hypothesis.words.filter { $0.name != "gradient" }
    var numbers = fit.hypothesis.fixed
    for (unknown, value) in zip(fit.hypothesis.unknowns, fit.numbers) where unknown.name != "factor"
    {
      numbers.append(.init(name: unknown.name, value: value))
    }
    var mistakes = fit.hypothesis.mistakes
    (reduction, factor) = Self.reduction(fit)
    if reduction == "sum" && loss != "center" { mistakes.append(.sumOverBatch) }
    mistakes += fit.reduction.mistakes
    if loss == "triplet" && words.contains(Word(name: "metric", value: "euclidean")) {
      mistakes.append(.unsquaredDistance)
    }
    angle = Self.readAngle(loss, &numbers, &mistakes)
    self.numbers = numbers
    self.mistakes = mistakes
    digits = zip(observation.results, fit.digits).map { Digits(result: $0.kind, count: $1) }
  }

  private static func reduction(_ fit: Fit) -> (name: String, factor: Double) {
    let place = fit.hypothesis.unknowns.firstIndex { $0.name == "factor" }
    return place.map { ("times", fit.numbers[$0]) } ?? (fit.reduction.name, fit.reduction.factor)
  }

  /// An angle that is none of those that a person means, as what was typed for it.
  ///
  /// - Returns: the angle that the code has, where it is another one.
  private static func readAngle(
    _ loss: String, _ numbers: inout [Observation.StatedNumber], _ mistakes: inout [Mistake]
  ) -> Double? {
    guard let place = numbers.firstIndex(where: { $0.name == "m" }),
      let option = LossEntry.all.first(where: { $0.name == loss })?.option(named: "m"),
      option.unit == .radians
    else { return nil }
    let m = numbers[place].value
    if m > .pi / 2 + 0.05, let degrees = degrees(near: m) {
      numbers[place] = .init(name: "m", value: degrees)
      mistakes.append(.degreesAsRadians)
      return m
    }
    let typed = m * 180 / .pi
    guard m > 5e-4, m < 0.03, abs(typed * 100 - (typed * 100).rounded()) < 0.02 else { return nil }
    numbers[place] = .init(name: "m", value: (typed * 100).rounded() / 100)
    mistakes.append(.radiansAsDegrees)
    return m
  }

  /// A round number that is the same angle when it is taken for radians; the roundest one.
  private static func degrees(near m: Double) -> Double? {
    for fineness in [1.0, 10, 100] {
      for turns in 0..<15 {
        let value = (m + 2 * .pi * Double(turns)) * fineness
        guard value < 90.5 * fineness else { break }
        let limit = min(0.02, 5e-4 * fineness)
        if abs(value - value.rounded()) < limit { return value.rounded() / fineness }
      }
    }
    return nil
  }
}
