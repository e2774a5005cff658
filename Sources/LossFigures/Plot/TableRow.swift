/// A line of a table: what it is, and its values.
package struct TableRow: Sendable, Equatable {
  package var name: String
  package var values: [String]
  /// Its only value without what another panel shows; `nil` where that is all of it.
  var brief: String?
  /// What a panel of its own may say better.
  var topic: FeaturePanel?

  package init(_ name: String, _ values: [String], brief: String? = nil, topic: FeaturePanel? = nil)
  {
    self.name = name
    self.values = values
    self.brief = brief
    self.topic = topic
  }

  static let noWeights = Wording("no weights given", zh: "未给出权重")
  static let noLoss = Wording("no loss given", zh: "未给出损失")

  static let notCompared = Wording("not compared: a list of pairs is given", zh: "未比较：给出了样本对列表")

  /// Whether a picture can do without the row: nothing was given that it could be about.
  var isMissing: Bool {
    let missing = [Self.noWeights, Self.noLoss, Self.notCompared].flatMap { [$0.en, $0.zh] }
    return values.allSatisfy { missing.contains($0) }
  }
}

/// "97.10–98.90" of rates in percent.
func spanText(_ range: ClosedRange<Double>) -> String {
  decimalText(100 * range.lowerBound, places: 2) + "–"
    + decimalText(100 * range.upperBound, places: 2)
}

extension String {
  /// At most that many characters, the middle ones left out: the beginnings and the ends of names
  /// tell most.
  func shortened(to limit: Int) -> String {
    guard count > limit else { return self }
    let kept = max(2, limit - 1)
    return prefix((kept + 1) / 2) + "…" + suffix(kept / 2)
  }
}
