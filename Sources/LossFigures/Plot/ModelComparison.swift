/// Two models on the same samples: how much better the second is, how sure that is, and whose
/// verdict changed.
package struct ModelComparison: Sendable, Speaking {
  private let first: MeasuredFile
  private let second: MeasuredFile
  private let differences: [ClosedRange<Double>?]
  private let changes: VerdictChanges?
  /// The false accept rate at which verdicts are compared: 10 to this power.
  private let exponent: Int?
  /// Of its words.
  package var language = PageLanguage.en

  /// - Returns: `nil` where they were not measured on the same samples.
  package init?(
    _ first: MeasuredFile, _ second: MeasuredFile,
    requests: (MeasurementRequest, MeasurementRequest)
  ) {
    guard first.labels == second.labels,
      first.measurement.classNames == second.measurement.classNames,
      first.places == second.places, requests.0.pairs == requests.1.pairs
    else { return nil }
    self.first = first
    self.second = second
    let intervals = (first.measurement.intervals, second.measurement.intervals)
    differences = intervals.0.flatMap { one in intervals.1.map { one.differences(of: $0) } } ?? []
    guard let one = first.measurement.verification.usualPoint,
      let other = second.measurement.verification.usualPoint, one.exponent == other.exponent
    else {
      (changes, exponent) = (nil, nil)
      return
    }
    exponent = one.exponent
    func compared(_ request: MeasurementRequest) -> FeatureRows {
      request.metric == .cosine ? request.rows : request.rows.comparedByDistance()
    }
    changes = VerdictChanges(
      (compared(requests.0), compared(requests.1)), labels: first.labels,
      thresholds: (one.likeness, other.likeness), pairs: requests.0.pairs)
  }

  package var title: String {
    said(
      "\(second.title) against \(first.title), the same samples",
      zh: "\(second.title) 对比 \(first.title)（相同样本）")
  }

  /// How much larger a rate of the second model is, and within what.
  private struct Rate {
    let name: String
    let key: String
    let difference: Double
    let interval: ClosedRange<Double>?
  }

  /// The true accept rates, then the equal error rate: in the order of `differences`.
  private var rates: [Rate] {
    let both = (first.measurement.verification, second.measurement.verification)
    func interval(_ index: Int) -> ClosedRange<Double>? {
      differences.isEmpty ? nil : differences[index]
    }
    var all = zip(both.0.operatingPoints, both.1.operatingPoints).enumerated().compactMap {
      index, pair -> Rate? in
      guard let one = pair.0, let other = pair.1 else { return nil }
      return Rate(
        name: "TAR @ FAR 1e\(-index - 1)", key: "1e\(-index - 1)",
        difference: other.trueAccept - one.trueAccept, interval: interval(index))
    }
    if let one = both.0.equalError, let other = both.1.equalError {
      all.append(
        Rate(
          name: said("equal error rate", zh: "等错误率"), key: "eer", difference: other.rate - one.rate,
          interval: interval(both.0.operatingPoints.count)))
    }
    return all
  }

  /// In percentage points.
  package var rows: [TableRow] {
    var rows = rates.map { rate in
      var text = signed(rate.difference)
      if let range = rate.interval {
        text += " (\(signed(range.lowerBound)) … \(signed(range.upperBound)))"
        if range.contains(0) { text += said(", maybe none", zh: "，或无差别") }
      }
      return TableRow(rate.name, [text])
    }
    if let changes, let exponent {
      rows.append(
        TableRow(
          said("verdicts at FAR 1e\(exponent)", zh: "FAR 1e\(exponent) 时的判定"),
          [verdicts(changes)]))
    }
    return rows
  }

  private func verdicts(_ changes: VerdictChanges) -> String {
    let (mended, broken) = (groupedText(changes.mended), groupedText(changes.broken))
    let pairs = groupedText(changes.pairs)
    return said(
      "\(mended) of \(pairs) pairs mended, \(broken) broken",
      zh: "\(pairs) 对中 \(mended) 对由错变对，\(broken) 对由对变错")
  }

  private func signed(_ share: Double) -> String {
    let text = decimalText(100 * abs(share), places: 2)
    return share < 0 ? "−\(text)" : "+\(text)"
  }

  /// Rates from 0 to 1; rows as the files count them.
  package var document: JSONValue {
    var object: [String: JSONValue] = ["of": .list([.text(first.title), .text(second.title)])]
    var accepted: [String: JSONValue] = [:]
    for rate in rates {
      let value: JSONValue = [
        "difference": .number(rate.difference),
        "interval": rate.interval.map { [.number($0.lowerBound), .number($0.upperBound)] }
          ?? .null,
      ]
      if rate.key == "eer" { object["eer"] = value } else { accepted[rate.key] = value }
    }
    object["tarAtFar"] = .object(accepted)
    if let changes, let exponent {
      object["verdicts"] = [
        "far": .text("1e\(exponent)"), "pairs": .number(Double(changes.pairs)),
        "mended": .number(Double(changes.mended)), "broken": .number(Double(changes.broken)),
        "changed": .list(changes.changes.map(change)),
      ]
    }
    return .object(object)
  }

  private func change(_ change: VerdictChanges.Change) -> JSONValue {
    let names = first.measurement.classNames
    return [
      "rows": [
        .number(Double(first.places[change.first])), .number(Double(first.places[change.second])),
      ],
      "labels": [
        .text(names[first.labels[change.first]]), .text(names[first.labels[change.second]]),
      ],
      "acceptedBy": .text(change.isAccepted ? second.title : first.title),
      "right": .bool(change.isAccepted == change.isPositive),
    ]
  }
}
