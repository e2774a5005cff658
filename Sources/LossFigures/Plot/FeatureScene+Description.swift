extension FeatureScene {
  /// One paragraph for people who cannot see the picture.
  var description: String { files.map(description).joined(separator: language == .zh ? "" : " ") }

  private func description(_ file: MeasuredFile) -> String {
    let (measured, rates) = (file.measurement, file.measurement.verification)
    let classes = measured.table.rows.count
    var sentences = [
      text(
        "\(file.title): \(measured.count) features of \(measured.dimensions) dimensions in"
          + " \(classes) classes.",
        zh: "\(file.title)：\(measured.count) 个 \(measured.dimensions) 维特征，\(classes) 类。")
    ]
    if let collapse = measured.collapse {
      let words = collapse.words[language]
      sentences.append(text("Note: \(words).", zh: "注意：\(words)。"))
    }
    if !measured.table3.intra.isNaN {
      let intra = degreesText(measured.table3.intra)
      let inter = measured.table3.inter.isNaN ? nil : degreesText(measured.table3.inter)
      sentences.append(
        text(
          "Samples lie \(intra) from their class center"
            + (inter.map { ", the nearest other center \($0) away." } ?? "."),
          zh: "样本距其类中心 \(intra)" + (inter.map { "，最近的其他中心相距 \($0)。" } ?? "。")))
    }
    if let error = rates.equalError {
      let (rate, place) = (rateText(error.rate), rates.scale.text(error.angle))
      sentences.append(
        text("Equal error rate \(rate) at \(place).", zh: "等错误率 \(rate)，位于 \(place)。"))
    }
    return sentences.map(\.text).joined(separator: language == .zh ? "" : " ")
  }
}
