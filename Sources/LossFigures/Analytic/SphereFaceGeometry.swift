extension Figure {
  /// Euclidean margin, angle without and with a margin; in the plane and on the sphere.
  static let spherefaceGeometry = Figure(
    name: "sphereface-geometry",
    title: Wording("From balls to cones to narrow cones", zh: "从球到锥，再到窄锥"),
    source: Wording("SphereFace Fig. 3", zh: "SphereFace 图 3"),
    summary: Wording(
      "A Euclidean margin keeps each class in a ball. Normalised weights make the angle decide, so each "
        + "class owns a cone up to the bisector. SphereFace narrows the cones: a sample must be m times "
        + "nearer to its own weight than to the other.",
      zh: "欧氏间隔把每类限制在球内。权重归一化后由角度判决，每类占有直到角平分线的锥。SphereFace 使锥变窄："
        + "样本与本类权重的夹角须小到与他类夹角的 1/m。"),
    formulas: ["mω_1 = ω_2", "θ_{12}/(m + 1)", "θ_{12}/(m − 1)"],
    citations: ["Liu et al. 2017, CVPR, arXiv:1704.08063"]
  ) { _ in
    let geometry = ConeGeometry()
    return FigureResult(claims: geometry.claims) { paper in
      let theme = paper.theme
      let names: [RichText] = [
        paper.text("Euclidean margin", zh: "欧氏间隔"),
        paper.text("modified softmax", zh: "修正 softmax"), "SphereFace (A-Softmax)",
      ]
      return paper.gridPage(
        FigureGrid(rows: 2, columns: 3, aspect: 1.1, gap: 20, top: 24, bottom: 6),
        size: (900, 690),
        subtitle: ["$θ_{12} = 60°$", "$m = 4$"],
        key: [
          paper.boundaryKey,
          paper.keyItem(
            .line(theme.ink, width: 1.1, style: .dashed), "rule of a class", zh: "某一类的规则"),
          paper.keyItem(.area(theme.band), "neither rule holds", zh: "两条规则都不成立"),
        ]
      ).scene {
        $0.enumerated().map { place, frame in
          geometry.item(
            place % 3, isSphere: place >= 3, in: frame, heading: place < 3 ? names[place] : "",
            paper)
        }
      }
    }
  }
}

/// What the six panels show: weights 60° apart, symmetric about the upward axis.
struct ConeGeometry: Sendable {
  let angle = Double.pi / 3
  let factor = 4.0
  let plain = TwoClasses(LossEntry.modifiedSoftmax.namedHead(), angle: .pi / 3)
  let margined = TwoClasses(LossEntry.sphereface.namedHead { $0["m"] = 4 }, angle: .pi / 3)

  func item(
    _ column: Int, isSphere: Bool, in frame: Rectangle, heading: RichText, _ paper: FigurePaper
  ) -> Scene.Item {
    let theme = paper.theme
    let panel = Panel(equalIn: frame, x: -1.25...1.25, y: -1.25...1.25, theme: theme)
    let styles = Palette.okabeIto.styles(classes: 2, theme: theme)
    var items: [Scene.Item]
    switch (column, isSphere) {
    case (0, _): items = balls(panel, styles, names: paper.classNames, isSphere: isSphere)
    case (1, false): items = circle(panel, styles, plain)
    case (_, false): items = circle(panel, styles, margined)
    case (1, true): items = sphere(panel, styles, plain.head)
    case (_, true): items = sphere(panel, styles, margined.head)
    }
    items.append(panel.border)
    if !heading.isEmpty { items.append(panel.heading(heading)) }
    return .group("geometry", items: items)
  }

  private func balls(_ panel: Panel, _ styles: [ClassStyle], names: [RichText], isSphere: Bool)
    -> [Scene.Item]
  {
    let theme = panel.theme
    let centers = [Point(-0.6, 0.2), Point(0.6, -0.2)]
    var items: [Scene.Item] = [
      panel.clipped("bisector", [panel.line([Point(-0.5, -1.5), Point(0.5, 1.5)], width: 1.25)])
    ]
    for (index, center) in centers.enumerated() {
      let color = theme.mark(styles[index].color)
      items.append(
        panel.circle(
          center, radius: 0.42, fill: theme.tint(styles[index].color),
          stroke: LineStyle.dashed.stroke(color, width: 1.2)))
      if isSphere {
        let equator = (0...60).map { index in
          let turn = Double.pi * (1 + Double(index) / 60)
          return center + Point(0.42 * cos(turn), 0.14 * sin(turn))
        }
        items.append(panel.line(equator, color: color, width: 0.9))
      }
      items.append(
        panel.label(
          names[index], at: center,
          offset: Point(x: 0, y: isSmall(panel) ? 0.42 * panel.x.unit + 9 : 0),
          color: styles[index].label, halo: false))
    }
    return items
  }

  /// The grounds of both classes where nothing lies between them.
  private func halves(_ panel: Panel, _ styles: [ClassStyle]) -> [Scene.Item] {
    zip([.pi / 2, -.pi / 2], styles).map { start, style in
      panel.sector(outer: 1, start: start, end: start + .pi, fill: panel.theme.tint(style.color))
    }
  }

  /// Sectors of the plane; the wedge of the weights points upwards.
  private func circle(_ panel: Panel, _ styles: [ClassStyle], _ classes: TwoClasses) -> [Scene.Item]
  {
    let turn = (.pi - angle) / 2
    var items: [Scene.Item] = []
    var edges: [Double] = []
    if let inner = classes.firstReach, let gap = classes.gap, gap > 1e-9 {
      let (first, second) = (turn + angle, turn)
      let outer = classes.outerReach ?? 0
      edges = [first - inner, first + outer, second - outer, second + inner]
      items += cones(edges, panel, styles)
    } else {
      items += halves(panel, styles)
    }
    items.append(panel.line([Point(0, -1), Point(0, 1)], width: 1.25))
    items.append(panel.circle(radius: 1, stroke: Stroke(panel.theme.muted, width: 1)))
    let ends = [turn + angle, turn, .pi / 2, -.pi / 2] + edges
    items += panel.sampleAngles(
      at: turn + angle + .pi / 11, radius: 0.8, weights: (turn + angle, turn), symbol: "ω",
      beside: ends.map { panel.points([.zero, Point(angle: $0)]) })
    for (index, direction) in [turn + angle, turn].enumerated() {
      let tip = Point(angle: direction)
      let color = panel.theme.label(styles[index].color)
      items.append(panel.arrow(from: .zero, to: tip, color: color, width: 2))
      items.append(panel.rimLabel("$W_\(index + 1)$", at: tip, color: styles[index].color))
    }
    return items
  }

  /// - Parameter edges: where the cone of the first class begins and ends, then that of the second.
  private func cones(
    _ edges: [Double], _ panel: Panel, _ styles: [ClassStyle]
  ) -> [Scene.Item] {
    let cones = [(edges[0], edges[1]), (edges[2], edges[3])]
    let grounds = zip(cones, styles).flatMap { cone, style in
      [panel.theme.paper, panel.theme.tint(style.color)].map {
        panel.sector(outer: 1, start: cone.0, end: cone.1, fill: $0)
      }
    }
    let lines = edges.map { panel.line([.zero, Point(angle: $0)], width: 1.1, style: .dashed) }
    return [panel.sector(outer: 1, start: 0, end: 2 * .pi, fill: panel.theme.band)] + grounds
      + lines
  }

  /// Where panels are small, names stand outside of what they name.
  private func isSmall(_ panel: Panel) -> Bool { panel.x.unit < 70 }

  /// The sphere seen from between the two weights.
  private func sphere(_ panel: Panel, _ styles: [ClassStyle], _ head: MarginSoftmax) -> [Scene.Item]
  {
    let theme = panel.theme
    let hasMargin = !head.target.isCosine
    var items: [Scene.Item] = [panel.circle(radius: 1, fill: hasMargin ? theme.band : nil)]
    if hasMargin {
      for index in [0, 1] {
        let edge = capEdge(head, of: index)
        let outline = edge.map { panel.point(Point($0.point.x, $0.point.y)) }
        items.append(.path(Path(polygon: outline), fill: theme.paper, stroke: nil))
        items.append(
          .path(
            Path(polygon: outline), fill: theme.tint(styles[index].color),
            stroke: LineStyle.dashed.stroke(theme.ink, width: 1.1)))
      }
    } else {
      items += halves(panel, styles)
    }
    items.append(panel.line([Point(0, -1), Point(0, 1)], width: 1.25))
    items.append(panel.circle(radius: 1, stroke: Stroke(theme.muted, width: 1)))
    for (index, x) in [-sin(angle / 2), sin(angle / 2)].enumerated() {
      items.append(
        .dots([panel.point(Point(x, 0))], radius: 3, fill: theme.label(styles[index].color)))
      let rise = hasMargin && isSmall(panel) ? 0.28 * panel.x.unit + 9 : 11
      items.append(
        panel.label(
          "$W_\(index + 1)$", at: Point(x, 0), offset: Point(x: 0, y: -rise),
          color: styles[index].label, halo: false))
    }
    return items
  }
}
