/// Any losses between two classes, a panel each.
package struct TwoClassChart: LossChart {
  package enum Plane: String, CaseIterable, Sendable { case circle, angle, cosine }

  package var heads: [NamedHead]
  package var plane: Plane
  /// θ₁₂, radians.
  package var angle: Double
  package var norms: TwoClasses.Norms
  package var style: FigureStyle

  package init(
    heads: [NamedHead], plane: Plane, angle: Double, norms: TwoClasses.Norms, style: FigureStyle
  ) {
    self.heads = heads
    self.plane = plane
    self.angle = angle
    self.norms = norms
    self.style = style
  }

  /// A clause for each loss: the margin, or that there is none or none possible.
  package var facts: [String] {
    let between = degreesText(angle)
    return heads.map { head in
      let what = outcome(of: head)
      return said(
        "\(head.label.text): \(what.en) at \(between) between the weights",
        zh: "\(head.label.text)：权重夹角 \(between) 时\(what.zh)")
    }
  }

  /// The same with formulas as such; the angle stands above.
  private var notes: [RichText] {
    heads.map { $0.label + RichText(plain: signs.colon + outcome(of: $0)[language]) }
  }

  private func outcome(of head: NamedHead) -> Wording {
    TwoClasses(head.head, angle: angle, norms: norms).gap.map {
      $0 > 1e-9
        ? Wording("margin \(degreesText($0))", zh: "间隔 \(degreesText($0))")
        : Wording("no margin", zh: "没有间隔")
    } ?? Wording("infeasible: no direction satisfies both rules", zh: "不可行：没有方向同时满足两条规则")
  }

  /// For a document: between which weights, then what each loss comes to.
  private var sentences: [RichText] {
    let between: RichText = "$θ_{12}$ = \(degreesText(angle))"
    let lengths = signs.listed(weightNorms)
    let start = text(
      "Two classes, their boundary and margin, with " + between + " between the weights and norms "
        + lengths, zh: "两个类的边界与间隔，权重夹角 " + between + "，模长 " + lengths)
    return [start, signs.listed(notes)]
  }

  private var weightNorms: [RichText] {
    ["$‖W_1‖$ = \(short(norms.first))", "$‖W_2‖$ = \(short(norms.second))"]
  }

  private var most: Int { min(4, max(1, heads.count)) }
  package var naturalWidth: Double { max(600, 80 + 270 * Double(most)) }

  package var unscaled: Scene {
    let width = fit.layoutWidth(natural: naturalWidth)
    let wanted = fit.layoutHeight(natural: naturalWidth)
    var page = page(width: width, height: wanted ?? 4000)
    if width != naturalWidth || wanted != nil { page.fitMargins() }
    let inner = page.body.width
    func side(_ columns: Int) -> Double {
      let wide = (inner - gap * Double(columns - 1)) / Double(columns)
      guard wanted != nil else { return wide }
      let rows = Double((heads.count + columns - 1) / columns)
      return min(wide, page.body.height / rows - top - bottom)
    }
    let least = page.width < Page.narrow ? Self.leastSide : 190
    let columns =
      wanted != nil
      ? (1...most).max { side($0) < side($1) } ?? 1 : (1...most).last { side($0) >= least } ?? 1
    let rows = (heads.count + columns - 1) / columns
    if wanted == nil {
      let panel = min(side(columns), Self.largestSide)
      page.height += Double(rows) * (panel + top + bottom) + 4 - page.body.height
    }
    var area = page.body
    // A page of a given height may have more room than its panels need.
    if wanted != nil {
      area.y += max(0, area.height - Double(rows) * (side(columns) + top + bottom)) / 2
    }
    let grid = PanelGrid(in: area, rows: rows, columns: columns, gap: gap, top: top, bottom: bottom)
    let items = zip(heads, grid.frames).map { head, frame in panel(head, frame) }
    return page.scene(description: facts.joined(separator: signs.stop) + said(".", zh: "。"), items)
  }

  private static let largestSide = 519.0
  /// Of a panel in a column of print, units.
  private static let leastSide = 112.0
  private var hasAxes: Bool { plane != .circle }
  private var gap: Double { hasAxes ? 40 : 20 }
  private var top: Double { theme.hasHeadings ? 26 : 10 }
  private var bottom: Double { hasAxes ? Panel.wideAxisRoom : 6 }

  private func page(width: Double, height: Double) -> Page {
    var page = style.page(
      text("Two classes, their boundary and margin", zh: "两个类、其边界与间隔"),
      subtitle: (plane == .circle ? ["$θ_{12}$ = \(degreesText(angle))"] : []) + weightNorms,
      key: [
        keyItem(.line(theme.ink, width: 1.25), "boundary of the classifier", zh: "分类器的边界"),
        keyItem(
          .area(theme.band), "decision margin (dashed: the rule of each class)",
          zh: "决策间隔（虚线：各类的规则）"),
      ], notes: plane == .circle ? notes : [], size: (width, height))
    page.captionSentences = sentences
    return page
  }

  private func panel(_ head: NamedHead, _ frame: Rectangle) -> Scene.Item {
    let heading =
      theme.hasHeadings
      ? head.label.truncated(width: frame.width, size: theme.textSize, by: theme.measure) : ""
    // Of the two classes.
    let palette = style.palette ?? .okabeIto
    func boundary(_ plane: BinaryRule.Plane) -> Scene.Item {
      BoundaryPanel(
        rule: BinaryRule(head: head.head, norms: norms), plane: plane, heading: heading,
        palette: palette
      ).item(in: frame, theme: theme)
    }
    switch plane {
    case .circle:
      let reach = 1.25 * max(norms.first, norms.second)
      let lowest = min(-0.3, reach * cos(angle)) - 0.1
      return TwoClassPanel(
        classes: TwoClasses(head.head, angle: angle, norms: norms), heading: heading,
        x: lowest...reach, y: -0.3...reach, palette: palette
      ).item(in: frame, theme: theme)
    case .angle: return boundary(.angle)
    case .cosine: return boundary(.cosine)
    }
  }
}
