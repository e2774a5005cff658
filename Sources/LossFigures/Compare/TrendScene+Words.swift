extension TrendScene {
  /// What each line does from its first value to its last.
  var description: String {
    let axis = trend.axis.terminalText
    let panels = trend.panels.map { panel in
      let lines = lines(panel).map { line in
        let fitting = line.values.filter { !$0.isUnfit }
        guard !axis.isEmpty, let first = fitting.first, let last = fitting.last else {
          return line.name + range(line.values, panel)
        }
        return line.name
          + said(
            "\(meanText(first, panel)) at \(label(first)), \(meanText(last, panel)) at \(label(last))",
            zh:
              "\(label(first)) 时 \(meanText(first, panel))，\(label(last)) 时 \(meanText(last, panel))"
          ) + lack(line.values)
      }
      return RichText(
        plain: panel.title.text + signs.colon + lines.joined(separator: signs.semicolon))
    }
    let title = (trend.title.isEmpty ? trend.name : trend.title).terminalText
    let start = said(
      "\(title)\(axis.isEmpty ? "" : ", measured against \(axis)")",
      zh: "\(title)\(axis.isEmpty ? "" : "，随 \(axis) 变化")")
    return signs.sentences([RichText(plain: start)] + panels).text
  }

  /// The same for a caption: "From m = 0 to 0.4: test accuracy 96.8 % to 97.7 %; …".
  var measured: [RichText] {
    let values = trend.panels.flatMap(\.series).flatMap { $0 }.map(\.x)
    guard let first = values.min(), let last = values.max() else { return [] }
    let isSingle = trend.names.isEmpty && trend.isQuantity
    let panels = trend.panels.map { panel -> RichText in
      let words = lines(panel).map { $0.name + range($0.values, panel) }
      let sign = isSingle ? " " : signs.colon
      return panel.title + RichText(plain: sign + words.joined(separator: signs.comma))
    }
    guard trend.isQuantity, first < last else { return panels.map(\.capitalized) }
    let (start, end) = (label(first), label(last))
    let span: RichText =
      language == .zh
      ? trend.axis + RichText(plain: " 从 \(start) 到 \(end)")
      : "From " + trend.axis + RichText(plain: " = \(start) to \(end)")
    return [span + RichText(plain: signs.colon) + signs.listed(panels.map(\.inSentence))]
  }

  /// From the first value to the last; of settings that have no order, each.
  private func range(_ values: [Trend.Value], _ panel: Trend.Panel) -> String {
    guard trend.isQuantity else {
      return values.map { "\(label($0)) \(meanText($0, panel))" }.joined(separator: signs.comma)
    }
    let fitting = values.filter { !$0.isUnfit }
    guard let first = fitting.first, let last = fitting.last else {
      return meanText(values[0], panel)
    }
    let texts = (meanText(first, panel), meanText(last, panel))
    return
      (texts.0 == texts.1
      ? texts.0 : said("\(texts.0) to \(texts.1)", zh: "\(texts.0) 到 \(texts.1)"))
      + lack(values)
  }

  /// Where a line has no number because the margin does not fit; empty for nowhere.
  private func lack(_ values: [Trend.Value]) -> String {
    let places = values.filter(\.isUnfit).map { label($0) }
    guard !places.isEmpty else { return "" }
    return said(
      " (does not fit at \(places.joined(separator: ", ")))",
      zh: "（\(places.joined(separator: "、")) 时容不下）")
  }

  /// The lines of a panel that have values, each with its name and a space where it has one.
  private func lines(_ panel: Trend.Panel) -> [(name: String, values: [Trend.Value])] {
    panel.series.enumerated().compactMap { index, values in
      let name = index < trend.names.count ? trend.names[index].terminalText + " " : ""
      return values.isEmpty ? nil : (name, values)
    }
  }

  private func meanText(_ value: Trend.Value, _ panel: Trend.Panel) -> String {
    if value.isUnfit { return said("does not fit", zh: "容不下") }
    guard !value.seeds.isEmpty else { return said("nothing", zh: "无") }
    let mean = value.seeds.reduce(0, +) / Double(value.seeds.count)
    return decimalText(mean, places: 1) + panel.unit
  }

  private func label(_ value: Trend.Value) -> String { label(value.x) }

  private func label(_ x: Double) -> String {
    trend.ticks.first { $0.value == x }?.label.terminalText ?? short(x)
  }
}
