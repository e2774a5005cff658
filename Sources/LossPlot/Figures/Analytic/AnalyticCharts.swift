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
  /// `nil` for what is shown.
  public var title: String?

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
        "\(head.label.text): the target logit stops falling at \(degreesText($0))"
      }
    }
  }

  public func scene(theme: Theme) -> Scene {
    let styles = Palette.standard(classes: heads.count).styles(classes: heads.count, theme: theme)
    let chart = CurvePanel(
      curves: zip(heads, styles).map { head, style in
        TargetCurve(
          label: head.label, margin: head.head.target, color: style.color,
          style: head.head.target.isCosine ? .dashed : .solid)
      }, range: range, quantity: showsSlope ? .slope : .value, marksTurns: true,
      tickStep: range.upperBound - range.lowerBound > 100 ? 30 : 10)
    let key: [KeyItem] =
      turns.isEmpty
      ? []
      : [
        KeyItem(
          .dot(.circle, fill: theme.paper, stroke: Stroke(theme.ink, width: 1.4)),
          "the target logit stops falling")
      ]
    let page = Page(
      RichText(plain: title ?? (showsSlope ? "Slopes of target logits" : "Target logits")),
      subtitle: [showsSlope ? "$dψ/dθ$, without the scale" : "$ψ(θ)$, without the scale"], key: key,
      notes: turns.map { RichText(plain: $0) }, theme: theme)
    var frame = page.body
    frame.width -= max(0, chart.room(theme) - 24)
    frame.height -= Panel.tickRoom + Panel.titleRoom + 8
    return page.scene(
      description:
        "Target logits against the angle: \(heads.map(\.label.text).joined(separator: "; ")).",
      [chart.item(in: frame, theme: theme)])
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
  public var title: String?

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
      return "\(head.label.text): "
        + (gap.map { $0 > 1e-9 ? "margin \(degreesText($0))" : "no margin" }
          ?? "infeasible: no direction satisfies both rules")
        + " at \(degreesText(angle)) between the weights"
    }
  }

  public func scene(theme: Theme) -> Scene {
    let columns = min(4, max(1, heads.count))
    let rows = (heads.count + columns - 1) / columns
    let hasAxes = plane != .circle
    let bottom = hasAxes ? Panel.tickRoom + Panel.titleRoom + 8 : 6
    let width = max(600, 80 + 270 * Double(columns))
    let side = (width - 81 - 40 * Double(columns - 1)) / Double(columns)
    let notes = plane == .circle ? 14.5 * Double(facts.count) : 0
    let height = 128 + notes + Double(rows) * (side + 26 + bottom)
    let page = Page(
      RichText(plain: title ?? "Two classes, their boundary and margin"),
      subtitle: plane == .circle
        ? [
          "$θ_{12}$ = \(degreesText(angle))", "$‖W_1‖$ = \(short(norms.first))",
          "$‖W_2‖$ = \(short(norms.second))",
        ] : ["$‖W_1‖$ = \(short(norms.first))", "$‖W_2‖$ = \(short(norms.second))"],
      key: [
        KeyItem(.line(Stroke(theme.ink, width: 1.25)), "boundary of the classifier"),
        KeyItem(.area(theme.band), "decision margin (dashed: the rule of each class)"),
      ], notes: plane == .circle ? facts.map { RichText(plain: $0) } : [],
      size: (width, height), theme: theme)
    let grid = PanelGrid(
      in: page.body, rows: rows, columns: columns, gap: hasAxes ? 40 : 20, top: 26, bottom: bottom)
    let items = zip(heads, grid.frames).map { head, frame in panel(head, frame, theme) }
    return page.scene(description: facts.joined(separator: ". ") + ".", items)
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
