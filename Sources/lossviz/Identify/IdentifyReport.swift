import LossPlot

/// What was found, as lines for a terminal.
struct IdentifyReport {
  let found: IdentifiedLoss
  /// Of the case, where there are several.
  let id: String?
  let stream: TextStream

  private static let column = 14

  var lines: [String] {
    let heading = id.map { ["\($0):"] } ?? []
    guard let answer = found.answer else { return heading + none }
    return heading + [stream.style(.heading, Self.name(answer))] + facts(of: answer)
      + row("the same", found.same.map { Self.difference($0, from: answer) })
  }

  private var none: [String] {
    var lines = [stream.style(.heading, "none")]
    if found.isUndetermined {
      lines += row(
        "why", ["losses fit, but so few numbers fit many: give gradients, and more digits"])
    } else {
      lines += row("why", ["none of \(groupedText(found.tried)) formulas fits"])
    }
    guard let nearest = found.nearest, !found.isUndetermined else { return lines }
    lines += row("nearest", [Self.name(nearest)])
    lines += row("mistakes", nearest.mistakes.map(\.text))
    lines += row("fit", [Self.fit(nearest)])
    guard !found.differing.isEmpty else { return lines }
    let shown = found.differing.prefix(20).map { "\($0)" }.listed
    let rest = found.differing.count > 20 ? ", … (\(found.differing.count) in all)" : ""
    return lines + row("differs in", ["samples \(shown)\(rest), counted from 0"])
  }

  private func facts(of match: IdentifiedLoss.Match) -> [String] {
    var lines: [String] = []
    let isDetached = match.mistakes.contains(.detachedGradient)
    if match.digits.contains(where: {
      $0.result == .featureGradient || $0.result == .weightGradient
    }) {
      lines += row("gradient", [isDetached ? "detached" : "exact"])
    }
    lines += row("reduction", [Self.reduction(match)])
    lines += row("mistakes", match.mistakes.isEmpty ? ["none"] : match.mistakes.map(\.text))
    if let angle = match.angle {
      lines += row("m as it is", ["\(Self.text(angle)) radians"])
    }
    lines += row("fit", [Self.fit(match)])
    if !match.open.isEmpty {
      lines += row(
        "left open", ["\(match.open.listed): other values give the same numbers on this batch"])
    }
    return lines
  }

  private func row(_ name: String, _ paragraphs: [String]) -> [String] {
    guard !paragraphs.isEmpty else { return [] }
    return TwoColumns(column: Self.column, stream: stream).lines("  " + name, paragraphs)
  }

  /// `arcface, variant strict, m = 0.5 (28.6°), s = 64`.
  static func name(_ match: IdentifiedLoss.Match) -> String {
    let isAngle =
      LossEntry.all.first { $0.name == match.loss }?.option(named: "m")?.unit == .radians
    let words = match.words.map { "\($0.name) \($0.value)" }
    let numbers = match.numbers.map { number in
      let text = "\(number.name) = \(text(number.value))"
      guard isAngle, number.name == "m", match.angle == nil, match.word("target") != "cosface"
      else { return text }
      return text + " (\(decimalText(number.value * 180 / .pi, places: 2))°)"
    }
    return ([match.loss] + words + numbers).listed
  }

  /// The other one, by what it has that the answer has not.
  private static func difference(
    _ other: IdentifiedLoss.Match, from answer: IdentifiedLoss.Match
  ) -> String {
    guard other.loss == answer.loss, other.numbers.map(\.name) == answer.numbers.map(\.name) else {
      return "\(name(other))\(mistakes(other))"
    }
    let words = other.words.filter { !answer.words.contains($0) }.map { "\($0.name) \($0.value)" }
    return (words.isEmpty ? name(other) : "\(other.loss), \(words.listed)") + mistakes(other)
  }

  private static func mistakes(_ match: IdentifiedLoss.Match) -> String {
    match.mistakes.isEmpty ? "" : " – \(match.mistakes.map(\.text).joined(separator: "; "))"
  }

  private static func reduction(_ match: IdentifiedLoss.Match) -> String {
    switch match.reduction {
    case "mean": "mean over the batch"
    case "sum": "sum over the batch"
    default: "\(text(match.factor)) times the mean over the batch"
    }
  }

  private static func fit(_ match: IdentifiedLoss.Match) -> String {
    let parts = match.digits.map { digits in
      "\(digits.result.rawValue) \(decimalText(digits.count, places: 1))"
    }
    return "\(decimalText(match.leastDigits, places: 1)) digits (\(parts.listed))"
  }

  /// To the digits that a solution has, without those that are only rounding.
  static func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var step = 1.0
    while step * 10 <= abs(value) { step *= 10 }
    while step > abs(value) { step /= 10 }
    let rounded = (value / step * 1e8).rounded() / 1e8 * step
    let places = max(0, min(12, 9 - Int(String(Int(max(1, abs(value)))).count)))
    let text = decimalText(rounded, places: places)
    guard text.contains(".") else { return text }
    let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(String(short.reversed()))
  }
}
