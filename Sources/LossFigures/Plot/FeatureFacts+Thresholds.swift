extension FeatureFacts {
  /// What is asked of each false accept rate, with a line of headings.
  package var thresholds: [TableRow] { thresholds(hasCosines: true) }

  /// - Parameter hasCosines: whether angles have their cosines beside them.
  func thresholds(hasCosines: Bool) -> [TableRow] {
    let rates = measured.verification
    let isAngle = hasCosines && rates.scale.metric == .cosine
    return [
      TableRow(
        "FAR",
        [rates.scale.noun[language]] + (isAngle ? [said("cosine", zh: "余弦")] : [])
          + [
            "TAR", said("its 95 % interval", zh: "TAR 的 95 % 区间"),
            said("false accepts", zh: "误接受数"),
          ])
    ]
      + rates.operatingPoints.enumerated().map { index, point in
        guard let point else {
          let nothing = Array(repeating: "–", count: isAngle ? 4 : 3)
          return TableRow("1e\(-index - 1)", nothing + [said("fewer than 3", zh: "少于 3")])
        }
        let range = measured.intervals?.trueAccept[index]
        return TableRow(
          "1e\(-index - 1)",
          thresholdTexts(point).prefix(isAngle ? 2 : 1) + [
            rateText(point.trueAccept), range.map(spanText) ?? "",
            groupedText(point.falseAccepts),
          ])
      }
  }

  /// The threshold of a point as angle and cosine, or as distance.
  private func thresholdTexts(_ point: Verification.OperatingPoint) -> [String] {
    let scale = measured.verification.scale
    let text = scale.text(scale.separation(ofLikeness: point.likeness))
    return scale.metric == .cosine ? [text, decimalText(point.likeness, places: 3)] : [text]
  }

  /// What the usual threshold means, for somebody who has to choose one; empty where none is
  /// measured.
  var advice: [String] {
    let rates = measured.verification
    guard let point = rates.usualPoint else {
      return [
        said(
          "Fewer than 3 of 10 pairs of two classes: no threshold can be measured.",
          zh: "异类对中十对不足三对：无法测量阈值。")
      ]
    }
    let threshold = thresholdTexts(point)[0]
    let suspects = measured.table.suspects.filter { $0.cause == .label }.count
    let range = measured.intervals?.trueAccept[-point.exponent - 1].map { " (\(spanText($0)))" }
    let share = point.achieved > 0 ? groupedText(Int((1 / point.achieved).rounded())) : ""
    let passing =
      point.falseAccepts == 0
      ? said("no pair of two classes passes,", zh: "没有异类对通过，")
      : said("1 in \(share) pairs of two classes passes,", zh: "每 \(share) 个异类对有 1 个通过，")
    let accepted = rateText(point.trueAccept) + (range ?? "")
    var lines = [
      said(
        "FAR 1e\(point.exponent), say: accept pairs within \(threshold):",
        zh: "例如 FAR 1e\(point.exponent)：接受 \(threshold) 以内的样本对："),
      passing,
      said("\(accepted) of the pairs of one class.", zh: "同类对通过 \(accepted)。"),
    ]
    if let error = rates.equalError {
      lines.append(
        said(
          "At \(rates.scale.text(error.angle)) both errors are \(rateText(error.rate)).",
          zh: "在 \(rates.scale.text(error.angle)) 处两种错误均为 \(rateText(error.rate))。"))
    }
    if suspects > 0 {
      lines.append(
        said(
          "\(suspects) suspect labels: wrong ones make false accepts at small FARs.",
          zh: "\(suspects) 个可疑标签：错误的标签会在小 FAR 处造成误接受。"))
    }
    return lines
  }
}
