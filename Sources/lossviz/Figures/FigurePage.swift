import LossPlot

/// The page that walks through the figures in the order of the article's argument.
///
/// It stands beside the pictures and refers to nothing else: HTML for a browser, Markdown for a
/// repository.
struct FigurePage: Speaking {
  let drawings: [FigureDrawing]
  let language: PageLanguage
  /// Of the pictures that the page shows: SVG where there is one.
  let format: PictureFormat
  /// Of the pictures shown, and of those for readers of dark pages; the same where there is one.
  let themes: (light: Theme, dark: Theme)

  var title: String { said("Face-recognition losses, figure by figure", zh: "人脸识别损失函数图解") }

  var introduction: String {
    said(
      "From softmax to ArcFace: what each loss changes, drawn and measured by lossviz. Every claim has "
        + "a threshold that was set before measuring; one that does not hold is said to be not "
        + "reproduced. Numbers of trained figures are means over seeds with the 95 % interval of the "
        + "mean (±), on the data that the figure names, which are not the papers' faces; the picture "
        + "shows the first seed.",
      zh: "从 softmax 到 ArcFace：各损失改变了什么，由 lossviz 绘制并测量。每条论断的阈值都在测量前确定；不成立者标为“未复现”。"
        + "训练所得的数字是多个种子的均值及其 95 % 区间（±），数据见各图说明，并非论文中的人脸；图中画的是第一个种子。")
  }

  var tally: String {
    let claims = drawings.flatMap(\.result.claims).filter(\.isApplicable)
    let held = claims.count(where: \.isReproduced)
    return said(
      "\(held) of \(claims.count) claims reproduced in \(drawings.count) figures.",
      zh: "\(drawings.count) 幅图，\(claims.count) 条论断中 \(held) 条已复现。")
  }

  /// The figures of each chapter.
  var chapters: [(chapter: FigureChapter, drawings: [FigureDrawing])] {
    ArticleChapter.allCases.map { chapter in
      (
        FigureChapter(chapter),
        chapter.figures.compactMap { figure in drawings.first { $0.figure.name == figure.name } }
      )
    }
  }

  /// "3 of 4 claims reproduced".
  func standing(_ drawing: FigureDrawing) -> String {
    let claims = drawing.result.claims.filter(\.isApplicable)
    let (all, held) = (claims.count, claims.count(where: \.isReproduced))
    return said("\(held) of \(all) claims reproduced", zh: "\(all) 条论断中 \(held) 条已复现")
  }

  func threshold(_ claim: Claim) -> String {
    said("threshold: ", zh: "阈值：") + claim.threshold[language] + claim.reasonText(language)
  }

  func sources(_ figure: Figure) -> String {
    said("Source: ", zh: "来源：")
      + ([figure.source[language]] + figure.citations).joined(separator: "; ")
  }

  /// Data and caveat, a sentence each.
  func remarks(_ drawing: FigureDrawing) -> [String] {
    var remarks: [String] = []
    if let data = drawing.result.dataTitle {
      remarks.append(said("Data: \(data.en).", zh: "数据：\(data.zh)。"))
    }
    let caveat = drawing.figure.caveat[language]
    if !caveat.isEmpty { remarks.append(caveat) }
    return remarks
  }

  func command(_ figure: Figure) -> String { "lossviz figure \(figure.name)" }

  var markdown: String {
    var lines = ["# \(title)", "", introduction, "", "**\(tally)**", ""]
    for (chapter, drawings) in chapters {
      lines += ["## \(chapter.title[language])", "", chapter.text[language], ""]
      for drawing in drawings { lines += markdown(drawing) }
    }
    return lines.joined(separator: "\n")
  }

  private func markdown(_ drawing: FigureDrawing) -> [String] {
    let figure = drawing.figure
    let name = figure.title[language]
    let (light, dark) = (
      drawing.fileName(themes.light, format), drawing.fileName(themes.dark, format)
    )
    var lines = ["### \(name)", ""]
    if light == dark {
      lines += ["![\(name)](\(light))", ""]
    } else {
      lines += [
        "<picture>",
        "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(dark)\">",
        "  <img alt=\"\(name)\" src=\"\(light)\">",
        "</picture>", "",
      ]
    }
    lines += [figure.summary[language], ""]
    for remark in remarks(drawing) { lines += ["*\(remark)*", ""] }
    lines += figure.formulas.map { "    " + RichText(formula: $0).terminalText }
    if !figure.formulas.isEmpty { lines.append("") }
    for claim in drawing.result.claims {
      lines.append(
        "- **\(claim.verdict(language))**"
          + said(
            ": \(claim.sentence.en) (\(claim.measuredText(.en)); \(threshold(claim)))",
            zh: "：\(claim.sentence.zh)（\(claim.measuredText(.zh))；\(threshold(claim))）"))
    }
    return lines + ["", sources(figure) + "  ", "`\(command(figure))`", ""]
  }
}
