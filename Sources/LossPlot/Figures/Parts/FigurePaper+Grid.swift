import LossLab

/// A page whose panels are squares in rows and columns, as high as its words need.
struct GridPage {
  let page: Page
  let grid: PanelGrid
}

extension FigurePaper {
  /// - Parameters:
  ///   - side: of a panel, points.
  ///   - aspect: width over height of a panel.
  ///   - bottom: room for the numbers and titles of x axes.
  func gridPage(
    rows: Int = 1, columns: Int, side: Double = 220, aspect: Double = 1, gap: Double = 30,
    bottom: Double = Panel.tickRoom, subtitle: [RichText] = [], facts: [RichText] = [],
    key: [KeyItem] = [], notes: [RichText] = []
  ) -> GridPage {
    let columnCount = Double(columns)
    let width = columnCount * side * aspect + (columnCount - 1) * gap + 45 + 36
    // Headings keep clear of the numbers of the row above.
    let top = rows > 1 ? 28.0 : 20
    // Titles of axes keep clear of the words below.
    let height = Double(rows) * (side + top + bottom) + (bottom > Panel.tickRoom ? 8 : 0)
    // Words take more lines on a narrow page: what they need is known once they are laid out.
    var page = page(
      subtitle: subtitle, facts: facts, key: key, notes: notes,
      size: (width: max(width, 620), height: 4000))
    page.height += height - page.body.height
    return GridPage(
      page: page,
      grid: PanelGrid(
        in: page.body, rows: rows, columns: columns, aspect: aspect, gap: gap, top: top,
        bottom: bottom))
  }

  /// The classes of a run, in the colors of this paper.
  func classStyles(_ run: Run) -> [ClassStyle] {
    style.styles(classes: run.classCount)
  }

  /// How pictures of single runs look on this paper.
  var style: FigureStyle {
    var style = FigureStyle()
    style.theme = theme
    style.language = language
    return style
  }

  /// How the centers of center loss are drawn.
  var centerKey: KeyItem {
    KeyItem(
      .dot(.circle, fill: .white, stroke: Stroke(Color(hex: 0x16191D), width: 1)),
      RichText(plain: word("center", zh: "中心")))
  }

  /// Each class's color and name.
  func classKey(_ run: Run) -> [KeyItem] {
    zip(classStyles(run), run.facts.classNames).map { style, name in
      KeyItem(.dot(style.shape, fill: style.color, stroke: nil), RichText(plain: name))
    }
  }
}
