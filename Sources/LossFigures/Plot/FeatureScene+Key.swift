extension FeatureScene {
  /// The short names of rates that the panels use, spelled out.
  var abbreviations: [KeyItem] {
    func shows(_ some: FeaturePanel...) -> Bool { panels.contains(where: some.contains) }
    var words: [RichText] = []
    if shows(.pairs, .numbers) { words.append(text("EER: equal error rate", zh: "EER：等错误率")) }
    if shows(.thresholds, .lengths, .numbers, .roc) {
      words.append(text("FAR: false accept rate, of pairs of two classes", zh: "FAR：误接受率（异类对）"))
    }
    if shows(.thresholds, .numbers, .roc) {
      words.append(text("TAR: true accept rate, of pairs of one class", zh: "TAR：正确接受率（同类对）"))
    }
    if shows(.openset) {
      words += [
        text(
          "FPIR: false positive identification rate, of searches for others",
          zh: "FPIR：误识别率（未注册者的查询）"),
        text(
          "FNIR: false negative identification rate, of searches for the enrolled",
          zh: "FNIR：漏识别率（已注册者的查询）"),
      ]
    }
    return words.map { KeyItem(.none, $0) }
  }
}

extension Panel {
  /// Those ticks of the x axis, the largest first, whose numbers keep apart from one another.
  func apart(_ ticks: [Tick]) -> [Tick] {
    var kept: [Tick] = []
    func half(_ tick: Tick) -> Double {
      tick.label.width(size: theme.smallSize, by: theme.measure) / 2
    }
    for tick in ticks.reversed() {
      guard let last = kept.last else {
        kept.append(tick)
        continue
      }
      if x(last.value) - x(tick.value) >= half(last) + half(tick) + 8 { kept.append(tick) }
    }
    return kept.reversed()
  }
}
