import LossLab
import LossPlot

/// The page that walks through the figures in the order of the article's argument.
///
/// It stands beside the pictures and refers to nothing else: HTML for a browser, Markdown for a
/// repository.
struct FigurePage {
  let drawings: [FigureDrawing]
  let language: PageLanguage
  let hasDark: Bool

  private func word(_ en: String, _ zh: String) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }

  private var title: String {
    word("Face-recognition losses, figure by figure", "人脸识别损失函数图解")
  }

  private var introduction: String {
    word(
      "From softmax to ArcFace: what each loss changes, drawn and measured by lossviz. Every claim has "
        + "a threshold that was set before measuring; one that does not hold is said to be not "
        + "reproduced. Trained figures say which data they used: not the papers' faces.",
      "从 softmax 到 ArcFace：各损失改变了什么，由 lossviz 绘制并测量。每条论断的阈值都在测量前确定；不成立者标为“未复现”。"
        + "训练得到的图会注明所用数据，并非论文中的人脸数据。")
  }

  private var tally: String {
    let claims = drawings.flatMap(\.result.claims)
    let held = claims.count(where: \.isReproduced)
    return word(
      "\(held) of \(claims.count) claims reproduced in \(drawings.count) figures.",
      "\(drawings.count) 幅图，\(claims.count) 条论断中 \(held) 条已复现。")
  }

  var markdown: String {
    var lines = ["# \(title)", "", introduction, "", tally, ""]
    for drawing in drawings {
      let figure = drawing.figure
      let image = "![\(figure.title[language])](\(drawing.fileName(.light, .svg)))"
      lines += ["## \(figure.title[language])", ""]
      if hasDark {
        lines += [
          "<picture>",
          "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(drawing.fileName(.dark, .svg))\">",
          "  <img alt=\"\(figure.title[language])\" src=\"\(drawing.fileName(.light, .svg))\">",
          "</picture>", "",
        ]
      } else {
        lines += [image, ""]
      }
      lines += [figure.summary[language], ""]
      if let data = drawing.result.dataTitle { lines += [word("Data: ", "数据：") + data, ""] }
      if !figure.caveat[language].isEmpty { lines += ["*\(figure.caveat[language])*", ""] }
      lines += figure.formulas.map { "    " + RichText(formula: $0).terminalText }
      if !figure.formulas.isEmpty { lines.append("") }
      for claim in drawing.result.claims {
        lines.append(
          "- **\(claim.verdict(language))**: \(claim.sentence[language]) (\(claim.measuredText); "
            + word("threshold: ", "阈值：") + "\(claim.threshold))")
      }
      lines += ["", sources(figure) + "  ", "`lossviz figure \(figure.name)`", ""]
    }
    return lines.joined(separator: "\n")
  }

  private func sources(_ figure: Figure) -> String {
    word("Source: ", "来源：") + ([figure.source] + figure.citations).joined(separator: "; ")
  }

  var html: String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(escaped(title))</h1>
    <p>\(escaped(introduction))</p>
    <p><strong>\(escaped(tally))</strong></p>
    <nav><ol>
    \(drawings.map { "<li><a href=\"#\($0.figure.name)\">\(escaped($0.figure.title[language]))</a></li>" }.joined(separator: "\n"))
    </ol></nav>
    \(drawings.map(section).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private func section(_ drawing: FigureDrawing) -> String {
    let figure = drawing.figure
    var lines = [
      "<section id=\"\(figure.name)\">", "<h2>\(escaped(figure.title[language]))</h2>", "<figure>",
      "<a href=\"\(drawing.fileName(.light, .svg))\"><picture>",
    ]
    if hasDark {
      lines.append(
        "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(drawing.fileName(.dark, .svg))\">"
      )
    }
    lines.append(
      "<img loading=\"lazy\" src=\"\(drawing.fileName(.light, .svg))\" alt=\""
        + escaped(figure.summary[language]) + "\"></picture></a>")
    var caption = sources(figure)
    if let data = drawing.result.dataTitle { caption += ". " + word("Data: ", "数据：") + data }
    if !figure.caveat[language].isEmpty { caption += ". " + figure.caveat[language] }
    lines += ["<figcaption>\(escaped(caption))</figcaption>", "</figure>"]
    lines.append("<p>\(escaped(figure.summary[language]))</p>")
    for formula in figure.formulas {
      lines.append("<p class=\"formula\">\(markup(RichText(formula: formula)))</p>")
    }
    lines.append("<ul>")
    for claim in drawing.result.claims {
      let kind = claim.isReproduced ? "yes" : "no"
      lines.append(
        "<li><b class=\"\(kind)\">\(claim.verdict(language))</b>: "
          + escaped(claim.sentence[language])
          + "<br><small>\(escaped(claim.measuredText)) · \(escaped(word("threshold: ", "阈值：") + claim.threshold))</small></li>"
      )
    }
    lines.append("</ul>")
    if figure.name == "published" { lines += PublishedTable.all.map(table) }
    lines += ["<p><code>lossviz figure \(figure.name)</code></p>", "</section>"]
    return lines.joined(separator: "\n")
  }

  private func table(_ table: PublishedTable) -> String {
    var lines = [
      "<div class=\"table\"><table>",
      "<caption>\(escaped(table.title[language])), % (\(escaped(table.source)))</caption>",
      "<tr><th></th>" + table.columns.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>",
    ]
    for row in table.rows {
      let cells = row.values.map { value in
        "<td>\(value.map { decimalText($0, places: 2) } ?? "–")</td>"
      }
      lines.append("<tr><th>\(escaped(row.name))</th>\(cells.joined())</tr>")
    }
    lines.append("</table></div>")
    return lines.joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// A formula with its scripts and italics.
  private func markup(_ text: RichText) -> String {
    text.spans.map { span in
      var html = escaped(span.text)
      if span.isItalic { html = "<i>\(html)</i>" }
      for script in span.scripts.reversed() {
        html = "<\(script.rawValue)>\(html)</\(script.rawValue)>"
      }
      return html
    }.joined()
  }

  private static let style = """
    body { margin: 0; font: 17px/1.6 "DejaVu Sans", system-ui, sans-serif; color: #16191d; background: #fff; }
    main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
    h1 { line-height: 1.2; } h2 { margin-top: 3rem; line-height: 1.25; }
    figure { margin: 0; } img { width: 100%; height: auto; }
    figcaption, small, caption { color: #626973; font-size: .82rem; }
    .formula { text-align: center; overflow-x: auto; }
    .yes { color: #00744f; } .no { color: #b33c00; }
    .table { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; margin: 1rem 0; }
    caption { text-align: left; } td, th { padding: .15rem .6rem; border-bottom: 1px solid #dfe2e6; text-align: right; }
    tr > th:first-child { text-align: left; font-weight: normal; }
    code { overflow-wrap: anywhere; }
    @media (prefers-color-scheme: dark) {
      body { color: #edeff2; background: #0e1116; } a { color: #7fb8e6; }
      figcaption, small, caption { color: #a3abb6; } td, th { border-color: #343a42; }
      .yes { color: #35c495; } .no { color: #ff9b62; }
    }
    """
}
