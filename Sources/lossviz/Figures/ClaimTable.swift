import LossPlot

/// The claims of some figures as a table: for a document, or with all digits.
struct ClaimTable: Speaking {
  let drawings: [FigureDrawing]
  let language: PageLanguage

  /// A row a claim.
  var markdown: String {
    let head = [
      said("figure", zh: "图"), said("claim", zh: "论断"), said("data", zh: "数据"),
      said("state", zh: "状态"), said("measured", zh: "测量值"), said("threshold", zh: "阈值"),
      said("fails on (counter-run)", zh: "反例（对照训练）"),
    ]
    let rows = drawings.flatMap { drawing in
      drawing.result.claims.map { claim in
        let verdict = claim.verdict(language)
        return [
          "`\(drawing.figure.name)`", claim.sentence[language],
          drawing.result.dataTitle?[language] ?? "–",
          claim.fails ? "**\(verdict)**" : verdict,
          claim.measuredText(language) + claim.reasonText(language), claim.threshold[language],
          claim.refutation?[language] ?? "–",
        ]
      }
    }
    return markdownTable(head, rows)
  }

  /// A row a measure.
  var csv: String {
    var lines = ["figure,data,claim,threshold,reproduced,measure,value,interval,seeds"]
    for drawing in drawings {
      for claim in drawing.result.claims {
        for measure in claim.measured {
          let cells = [
            drawing.figure.name, drawing.result.dataTitle?[language] ?? "",
            claim.sentence[language], claim.threshold[language],
            claim.isApplicable ? "\(claim.isReproduced)" : "",
            measure.name[language], "\(measure.value)", measure.interval.map { "\($0)" } ?? "",
            measure.seeds.map { "\($0)" }.joined(separator: " "),
          ]
          lines.append(cells.map(tableCell).joined(separator: ","))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
