import LossLab

/// A loss of an analytic picture and what it is called there.
public struct NamedHead: Sendable {
  public var head: MarginSoftmax
  public var label: RichText

  public init(head: MarginSoftmax, label: RichText) {
    self.head = head
    self.label = label
  }
}

/// Any target logits in one picture, with a ring where one stops falling.
public struct TargetLogitChart: Sendable {
  public var heads: [NamedHead]
  /// Degrees.
  public var range: ClosedRange<Double>
  public var showsSlope: Bool
  /// `nil` for what is shown; empty for none.
  public var title: String?
  public var palette: Palette?
  public var fit = PageFit()
  public var language = PageLanguage.en

  public init(
    heads: [NamedHead], range: ClosedRange<Double> = 0...180, showsSlope: Bool = false,
    title: String? = nil
  ) {
    self.heads = heads
    self.range = range
    self.showsSlope = showsSlope
    self.title = title
  }

  /// A clause for each target logit that stops falling.
  public var turns: [String] {
    heads.compactMap { head in
      head.head.target.turningPoint.map {
        let (name, angle) = (head.label.text, degreesText($0))
        return Wording(
          "\(name): the target logit stops falling at \(angle)",
          zh: "\(name)：目标 logit 在 \(angle) 处不再下降")[language]
      }
    }
  }

  /// Of the losses that compare W · x: what else than the angle counts.
  private var cosines: [String] {
    let free = heads.filter { $0.head.target.isCosine && $0.head.magnitude.usesWeightNorm }
    guard !free.isEmpty else { return [] }
    let names = free.map { $0.label.text }
    return [
      Wording(
        "\(names.joined(separator: ", ")): the target is ‖W‖ ‖x‖ cos θ, with both norms free",
        zh: "\(names.joined(separator: "、"))：目标为 ‖W‖ ‖x‖ cos θ，两个模长自由")[language]
    ]
  }

  public func scene(theme: Theme) -> Scene {
    let palette = palette ?? .standard(classes: heads.count)
    let styles = palette.styles(classes: heads.count, theme: theme)
    func said(_ en: RichText, zh: RichText) -> RichText { language == .zh ? zh : en }
    var chart = CurvePanel(
      curves: zip(heads, styles).map { head, style in
        TargetCurve(
          label: head.label, margin: head.head.target, color: style.color,
          style: head.head.target.isCosine ? .dashed : .solid)
      }, range: range, quantity: showsSlope ? .slope : .value, marksTurns: true,
      tickStep: range.upperBound - range.lowerBound > 100 ? 30 : 10)
    chart.title = said("angle $θ$ to the own class", zh: "与本类权重的夹角 $θ$")
    let size = fit.size(Page.wide)
    chart.hasEndLabels = chart.room(theme) < 0.33 * size.width
    let names = chart.hasEndLabels ? [] : chart.key(theme)
    let key: [KeyItem] =
      turns.isEmpty
      ? []
      : [
        KeyItem(
          .dot(.circle, fill: theme.paper, stroke: Stroke(theme.ink, width: 1.4)),
          said("the target logit stops falling", zh: "目标 logit 不再下降"))
      ]
    let name =
      showsSlope
      ? said("Slopes of target logits", zh: "目标 logit 的斜率")
      : said("Target logits", zh: "目标 logit")
    var page = Page(
      title.map { RichText(plain: $0) } ?? name,
      subtitle: [
        showsSlope
          ? said("$dψ/dθ$, without the scale", zh: "$dψ/dθ$，不含尺度")
          : said("$ψ(θ)$, without the scale", zh: "$ψ(θ)$，不含尺度")
      ], key: names + key,
      notes: (turns + cosines).map { RichText(plain: $0) }, size: size, theme: theme)
    page.name = name
    page.captionFacts = heads.map(\.label)
    if page.width < Page.narrow { page.fitMargins() }
    var frame = page.body
    let top = theme.omitted.contains(.title) ? 8.0 : 0
    frame.y += top
    frame.width -= max(0, chart.room(theme) - (page.width < Page.narrow ? 0 : 24))
    frame.height -= Panel.tickRoom + Panel.titleRoom + 8 + top
    let labels = heads.map { $0.label.text }.joined(separator: language == .zh ? "；" : "; ")
    return page.scene(
      description: Wording(
        "Target logits against the angle: \(labels).", zh: "目标 logit 随角度的变化：\(labels)。")[language],
      [chart.item(in: frame, theme: theme)]
    ).scaled(by: fit.scale(natural: Page.wide.width))
  }
}

/// Any losses between two classes, a panel each.
public struct TwoClassChart: Sendable {
  public enum Plane: Sendable { case circle, angle, cosine }

  public var heads: [NamedHead]
  public var plane: Plane
  /// θ₁₂, radians.
  public var angle: Double
  public var norms: TwoClasses.Norms
  /// Empty for none.
  public var title: String?
  public var fit = PageFit()
  public var language = PageLanguage.en

  public init(
    heads: [NamedHead], plane: Plane, angle: Double, norms: TwoClasses.Norms, title: String? = nil
  ) {
    self.heads = heads
    self.plane = plane
    self.angle = angle
    self.norms = norms
    self.title = title
  }

  /// A clause for each loss: the margin, or that there is none or none possible.
  public var facts: [String] {
    heads.map { head in
      let gap = TwoClasses(head.head, angle: angle, norms: norms).gap
      let between = degreesText(angle)
      let what =
        gap.map {
          $0 > 1e-9
            ? Wording("margin \(degreesText($0))", zh: "间隔 \(degreesText($0))")
            : Wording("no margin", zh: "没有间隔")
        } ?? Wording("infeasible: no direction satisfies both rules", zh: "不可行：没有方向同时满足两条规则")
      return Wording(
        "\(head.label.text): \(what.en) at \(between) between the weights",
        zh: "\(head.label.text)：权重夹角 \(between) 时\(what.zh)")[language]
    }
  }

  public func scene(theme: Theme) -> Scene {
    let most = min(4, max(1, heads.count))
    let natural = max(600, 80 + 270 * Double(most))
    let width = fit.layoutWidth(natural: natural)
    let wanted = fit.layoutHeight(natural: natural)
    var page = page(theme, width: width, height: wanted ?? 4000)
    if width != natural || wanted != nil { page.fitMargins() }
    let inner = page.body.width
    func side(_ columns: Int) -> Double {
      let wide = (inner - gap * Double(columns - 1)) / Double(columns)
      guard wanted != nil else { return wide }
      let rows = Double((heads.count + columns - 1) / columns)
      return min(wide, page.body.height / rows - top - bottom)
    }
    let columns =
      wanted != nil
      ? (1...most).max { side($0) < side($1) } ?? 1 : (1...most).last { side($0) >= 190 } ?? 1
    let rows = (heads.count + columns - 1) / columns
    if wanted == nil {
      let panel = min(side(columns), Self.largestSide)
      page.height += Double(rows) * (panel + top + bottom) + 4 - page.body.height
    }
    let grid = PanelGrid(
      in: page.body, rows: rows, columns: columns, gap: gap, top: top, bottom: bottom)
    let items = zip(heads, grid.frames).map { head, frame in panel(head, frame, theme) }
    return page.scene(
      description: facts.joined(separator: language == .zh ? "。" : ". ")
        + (language == .zh ? "。" : "."), items
    ).scaled(by: fit.scale(natural: natural))
  }

  private static let largestSide = 519.0
  private var hasAxes: Bool { plane != .circle }
  private var gap: Double { hasAxes ? 40 : 20 }
  private var top: Double { 26 }
  private var bottom: Double { hasAxes ? Panel.tickRoom + Panel.titleRoom + 8 : 6 }

  private func page(_ theme: Theme, width: Double, height: Double) -> Page {
    func said(_ en: RichText, zh: RichText) -> RichText { language == .zh ? zh : en }
    let name = said("Two classes, their boundary and margin", zh: "两个类、其边界与间隔")
    let norms: [RichText] = [
      "$‖W_1‖$ = \(short(norms.first))", "$‖W_2‖$ = \(short(norms.second))",
    ]
    var page = Page(
      title.map { RichText(plain: $0) } ?? name,
      subtitle: (plane == .circle ? ["$θ_{12}$ = \(degreesText(angle))"] : []) + norms,
      key: [
        KeyItem(
          .line(Stroke(theme.ink, width: 1.25)), said("boundary of the classifier", zh: "分类器的边界")),
        KeyItem(
          .area(theme.band),
          said("decision margin (dashed: the rule of each class)", zh: "决策间隔（虚线：各类的规则）")),
      ], notes: plane == .circle ? facts.map { RichText(plain: $0) } : [],
      size: (width, height), theme: theme)
    page.name = name
    page.captionFacts = facts.map { RichText(plain: $0) }
    return page
  }

  private func panel(_ head: NamedHead, _ frame: Rectangle, _ theme: Theme) -> Scene.Item {
    let heading = head.label.truncated(width: frame.width, size: theme.textSize, by: theme.measure)
    switch plane {
    case .circle:
      let reach = 1.25 * max(norms.first, norms.second)
      let lowest = min(-0.3, reach * cos(angle)) - 0.1
      return TwoClassPanel(
        classes: TwoClasses(head.head, angle: angle, norms: norms), heading: heading,
        x: lowest...reach, y: -0.3...reach
      ).item(in: frame, theme: theme)
    case .angle:
      return BoundaryPanel(
        rule: BinaryRule(head: head.head, norms: norms), plane: .angle, heading: heading
      ).item(in: frame, theme: theme)
    case .cosine:
      return BoundaryPanel(
        rule: BinaryRule(head: head.head, norms: norms), plane: .cosine, heading: heading
      ).item(in: frame, theme: theme)
    }
  }
}
