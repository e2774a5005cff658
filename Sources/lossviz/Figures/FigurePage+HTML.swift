import LossPlot

extension FigurePage {
  /// The page for a browser; well-formed XML too, so that any tool can read it.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-Hans" : "en")">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>\(title.inHTML)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(title.inHTML)</h1>
    <p>\(introduction.inHTML)</p>
    <p><strong>\(tally.inHTML)</strong></p>
    <nav><ol>
    \(chapters.map(contents).joined(separator: "\n"))
    </ol></nav>
    \(chapters.enumerated().map { section($0.offset, $0.element) }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private typealias Part = (chapter: FigureChapter, drawings: [FigureDrawing])

  private func contents(_ part: Part) -> String {
    let items = part.drawings.map { drawing in
      let name = drawing.figure.name
      let isWhole = !drawing.result.claims.contains(where: \.fails)
      return "<li><a href=\"#\(name)\">\(drawing.figure.title[language].inHTML)</a>"
        + " <small class=\"\(isWhole ? "yes" : "no")\">\(standing(drawing).inHTML)</small></li>"
    }
    let list = items.isEmpty ? "" : "\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    return "<li>\(part.chapter.title[language].inHTML)\(list)</li>"
  }

  private func section(_ index: Int, _ part: Part) -> String {
    let head = [
      "<section>", "<h2>\(index + 1). \(part.chapter.title[language].inHTML)</h2>",
      "<p>\(part.chapter.text[language].inHTML)</p>",
    ]
    return (head + part.drawings.map(article) + ["</section>"]).joined(separator: "\n")
  }

  private func article(_ drawing: FigureDrawing) -> String {
    let figure = drawing.figure
    let (light, dark) = (
      drawing.fileName(themes.light, format), drawing.fileName(themes.dark, format)
    )
    let narrow = (
      drawing.fileName(themes.light, format, isNarrow: true),
      drawing.fileName(themes.dark, format, isNarrow: true)
    )
    var lines = [
      "<article id=\"\(figure.name)\">", "<h3>\(figure.title[language].inHTML)</h3>",
      "<p>\(figure.summary[language].inHTML)</p>",
      "<figure>", "<div class=\"picture\"><a href=\"\(light)\"><picture>",
    ]
    func source(_ media: String, _ path: String) -> String {
      "<source media=\"\(media)\" srcset=\"\(path)\"/>"
    }
    let isDark = light != dark ? "(prefers-color-scheme: dark)" : nil
    lines += isDark.map { [source("(max-width: 700px) and \($0)", narrow.1)] } ?? []
    lines.append(source("(max-width: 700px)", narrow.0))
    lines += isDark.map { [source($0, dark)] } ?? []
    lines += [
      "<img loading=\"lazy\" src=\"\(light)\" alt=\"\(figure.title[language].inHTML)\"/>",
      "</picture></a></div>",
      "<figcaption>\(remarks(drawing).map(\.inHTML).joined(separator: " "))</figcaption>",
      "</figure>",
    ]
    lines += figure.formulas.map { "<p class=\"formula\">\(markup(RichText(formula: $0)))</p>" }
    lines += ["<ul class=\"claims\">"] + drawing.result.claims.map(item) + ["</ul>"]
    if figure.name == "published" { lines += PublishedTable.all.map(table) }
    lines += [
      "<p class=\"source\">\(linked(sources(figure)))<br/><code>\(command(figure))</code></p>",
      "</article>",
    ]
    return lines.joined(separator: "\n")
  }

  private func item(_ claim: Claim) -> String {
    "<li><b class=\"\(!claim.isApplicable ? "none" : claim.isReproduced ? "yes" : "no")\">\(claim.verdict(language))</b>: "
      + claim.sentence[language].inHTML
      + "<br/><small>\(claim.measuredText(language).inHTML)<br/>\(threshold(claim).inHTML)"
      + "</small></li>"
  }

  private func table(_ table: PublishedTable) -> String {
    var lines = [
      "<div class=\"table\"><table>",
      "<caption>\(table.title[language].inHTML), % (\(table.source[language].inHTML))</caption>",
      "<tr><th></th>" + table.columns.map { "<th>\($0.inHTML)</th>" }.joined() + "</tr>",
    ]
    for row in table.rows {
      let cells = row.values.map { value in
        "<td>\(value.map { decimalText($0, places: 2) } ?? "–")</td>"
      }
      lines.append("<tr><th>\(row.title[language].inHTML)</th>\(cells.joined())</tr>")
    }
    lines.append("</table></div>")
    return lines.joined(separator: "\n")
  }

  /// Escaped, with arXiv numbers leading to their papers.
  private func linked(_ text: String) -> String {
    text.inHTML.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.hasPrefix("arXiv:") else { return String(word) }
      let number = word.dropFirst(6).prefix { $0.isNumber || $0 == "." }
      return "<a href=\"https://arxiv.org/abs/\(number)\">arXiv:\(number)</a>"
        + word.dropFirst(6 + number.count)
    }.joined(separator: " ")
  }

  /// A formula with its scripts and italics.
  private func markup(_ text: RichText) -> String {
    text.spans.map { span in
      var html = span.text.inHTML
      if span.isItalic { html = "<i>\(html)</i>" }
      for script in span.scripts.reversed() {
        html = "<\(script.rawValue)>\(html)</\(script.rawValue)>"
      }
      return html
    }.joined()
  }

  /// On a narrow screen pictures are those with their panels in rows.
  private static let style = """
    body { margin: 0; font: 17px/1.6 system-ui, "DejaVu Sans", sans-serif; color: #16191d; background: #fff; overflow-wrap: anywhere; }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; } h2 { margin-top: 3.5rem; } h3 { margin-top: 2.5rem; }
    figure { margin: 1rem 0; } img { display: block; width: 100%; height: auto; }
    figcaption, small, caption, .source { color: #626973; font-size: .85rem; line-height: 1.5; }
    nav { font-size: .95rem; } nav ol { padding-left: 1.4rem; } nav ul { padding-left: 1rem; }
    .claims { padding-left: 1.2rem; } .formula { text-align: center; }
    .yes { color: #00744f; } .no { color: #b33c00; }
    .table { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; margin: 1rem 0; overflow-wrap: normal; }
    caption { text-align: left; } td, th { padding: .15rem .6rem; border-bottom: 1px solid #dfe2e6; text-align: right; }
    tr > th:first-child { text-align: left; font-weight: normal; }
    @media (prefers-color-scheme: dark) {
      body { color: #edeff2; background: #0e1116; } a { color: #7fb8e6; }
      figcaption, small, caption, .source { color: #a3abb6; } td, th { border-color: #343a42; }
      .yes { color: #35c495; } .no { color: #ff9b62; }
    }
    """
}
