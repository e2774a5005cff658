/// What a picture of margins says of the number of classes that is asked about.
extension MarginChart {
  /// What a loss may take for the number of classes that is asked about; `nil` without a bound.
  private func answer(_ entry: LossEntry) -> MarginAdvice.Margin? {
    MarginAdvice(classes: classes, dimensions: dimensions, entries: [entry], posteriors: [])
      .margins.first
  }

  func answerText(_ entry: LossEntry) -> String {
    guard let answer = answer(entry) else { return said("no bound", zh: "没有上界") }
    let (limit, reached) = (
      decimalText(answer.limit, places: 3), decimalText(answer.reached, places: 3)
    )
    let usual = short((answer.usual * 1000).rounded() / 1000)
    return limit == reached
      ? said("at most m = \(limit), default \(usual)", zh: "m 至多 \(limit)，默认 \(usual)")
      : said(
        "some spread satisfies m up to \(reached), none beyond \(limit), default \(usual)",
        zh: "m 可行至 \(reached)，超过 \(limit) 则不可行，默认 \(usual)")
  }

  /// The answers on the upright line, each number once.
  func answers(of entry: LossEntry) -> [(point: Point, words: RichText)] {
    guard let answer = answer(entry) else { return [] }
    var named: [(point: Point, words: RichText)] = []
    for value in [answer.limit, answer.reached, answer.usual] {
      let words = RichText(plain: decimalText(value, places: 2))
      guard !named.contains(where: { $0.words == words }) else { continue }
      named.append((Point(Double(classes), value), words))
    }
    return named
  }
}
