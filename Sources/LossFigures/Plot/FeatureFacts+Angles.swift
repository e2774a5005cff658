extension FeatureFacts {
  /// Of samples, centers and weights; each file has the same rows.
  package var angles: [TableRow] {
    let table = measured.table3
    func text(_ angle: Double?) -> String {
      angle.map { degreesText($0) } ?? TableRow.noWeights[language]
    }
    func compared(_ text: String) -> String {
      measured.comparesAll ? text : TableRow.notCompared[language]
    }
    let violations = measured.violations.map { rateText($0) } ?? TableRow.noLoss[language]
    return [
      row("Intra: sample to class center", zh: "Intra：样本到类中心", known(table.intra)),
      row("Inter: center to nearest center", zh: "Inter：中心到最近的中心", compared(known(table.inter))),
      row("W-EC: weight to center", zh: "W-EC：权重到中心", text(table.weightToCenter)),
      row(
        "W-Inter: weight to nearest weight", zh: "W-Inter：权重到最近的权重",
        compared(text(table.weightInter))),
      row("nearest to the own class", zh: "最近者为本类", compared(rateText(measured.accuracy))),
      row("samples that violate the margin", zh: "违反间隔的样本", compared(violations)),
    ]
  }
}
