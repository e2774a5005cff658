/// Two class weights in the plane and a loss between them: class 2 along +x, class 1 at an angle.
package struct TwoClasses: Sendable {
  let head: MarginSoftmax
  /// θ₁₂ between the weights, radians in (0, π).
  let angle: Double
  let norms: Norms
  let classifier: Classifier
  /// Inside the wedge of the two weights; directions from +x.
  let inside: AngularBoundary?
  /// Around the other way.
  let outside: AngularBoundary?

  /// Lengths of the two weights.
  package struct Norms: Sendable, Equatable {
    package var first: Double
    package var second: Double

    package init(first: Double = 1, second: Double = 1) {
      self.first = first
      self.second = second
    }
  }

  /// - Parameter head: of a loss with a class layer.
  init(_ head: MarginSoftmax, angle: Double, norms: Norms = Norms()) {
    // One weight each is drawn.
    let head = head.withOneRow
    self.head = head
    self.angle = angle
    self.norms = norms
    let first = Point(angle: angle, radius: norms.first)
    classifier = Classifier(
      head: head,
      parameters: ClassParameters(
        weights: Matrix(rows: 2, columns: 2, elements: [first.x, first.y, norms.second, 0])))
    let boundaries = classifier.angularBoundaries()
    inside = boundaries.first
    outside = boundaries.last
  }

  /// From the end of class 2's rule to that of class 1's, radians; `nil` where a rule has none.
  var gap: Double? {
    guard let end = inside?.firstRule, let start = inside?.secondRule else { return nil }
    return signedTurn(start - end)
  }

  /// Whether the margin is larger than what lies between the weights, so that no direction there
  /// satisfies it.
  var isUnfit: Bool { classifier.wedges().first?.fits == false }

  /// The angle from W₁ at which class 1's own rule ends, inside the wedge.
  var firstReach: Double? { inside?.secondRule.map { abs(signedTurn(angle - $0)) } }

  /// The angle from W₁ at which the margin-free classifier changes its mind.
  var changeFromFirst: Double? { inside?.inference.map { angle - signedTurn($0) } }

  /// How far class 1's rule reaches on the side away from W₂; `nil` where it has no end there.
  var outerReach: Double? { outside?.firstRule.map { turned($0 - angle) } }
}

extension LossEntry {
  /// The logits of this loss; the plain softmax for a loss without a class layer.
  func head(_ change: (inout LossSettings) -> Void = { _ in }) -> MarginSoftmax? {
    var settings = settings(classes: 2)
    change(&settings)
    return make(settings).classifier
  }

  /// The same of a loss that a figure names: it has a class layer.
  func namedHead(_ change: (inout LossSettings) -> Void = { _ in }) -> MarginSoftmax {
    head(change) ?? Classifier.nearestDirection(Matrix(rows: 0, columns: 2)).head
  }
}

/// A picture of `TwoClasses`: weights as arrows, regions, rules and the band between them.
struct TwoClassPanel {
  var classes: TwoClasses
  var heading: RichText = ""
  /// The data that the panel shows.
  var x = -0.55...1.3
  var y = -0.45...1.3
  /// Radius of the arc that the band is labelled on.
  var arc = 0.62
  /// Direction of a sample whose angles to both weights are marked, radians; `nil` for none.
  var sample: Double?
  var palette = Palette.okabeIto

  func item(in frame: Rectangle, theme: Theme) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: x, y: y, theme: theme)
    let styles = palette.styles(classes: 2, theme: theme)
    var ground: [Scene.Item] = []
    for arc in classes.classifier.decisionArcs() {
      // No convex polygon is wider than a half turn.
      let middle = (arc.start + arc.end) / 2
      for (start, end) in [(arc.start, middle), (middle, arc.end)] {
        ground.append(
          panel.region(
            panel.wedge(from: .zero, start: start, end: end), color: styles[arc.classIndex].color))
      }
    }
    if let end = classes.inside?.firstRule, let gap = classes.gap, gap > 1e-9 {
      ground.append(panel.band(panel.wedge(from: .zero, start: end, end: end + gap)))
    } else if classes.isUnfit {
      ground.append(panel.band(panel.wedge(from: .zero, start: 0, end: classes.angle)))
    }
    var items: [Scene.Item] = [panel.clipped("ground", ground), panel.border]
    if !heading.isEmpty { items.append(panel.heading(heading)) }
    items += rules(panel) + weights(panel, styles) + gapLabel(panel)
    if let sample {
      items += panel.sampleAngles(
        at: sample, radius: 0.86, weights: (classes.angle, 0), symbol: "θ",
        beside: struckLines(panel))
    }
    return .group("two-classes", items: items)
  }

  private func rules(_ panel: Panel) -> [Scene.Item] {
    let inside = classes.inside
    let margins = abs(classes.gap ?? 0) > 1e-9 ? [inside?.firstRule, inside?.secondRule] : []
    return margins.compactMap { $0 }.map { panel.ray(direction: $0, width: 1.1, style: .dashed) }
      + [inside?.inference].compactMap { $0 }.map { panel.ray(direction: $0, width: 1.25) }
  }

  private func weights(_ panel: Panel, _ styles: [ClassStyle]) -> [Scene.Item] {
    let tips = [
      Point(angle: classes.angle, radius: classes.norms.first), Point(classes.norms.second, 0),
    ]
    return zip(tips, styles).enumerated().flatMap { index, pair in
      [
        panel.arrow(from: .zero, to: pair.0, color: panel.theme.label(pair.1.color), width: 2),
        panel.rimLabel(
          "$W_\(index + 1)$", at: pair.0, color: pair.1.color,
          ground: panel.theme.tint(pair.1.color)),
      ]
    }
  }

  private func gapLabel(_ panel: Panel) -> [Scene.Item] {
    guard let end = classes.inside?.firstRule, let gap = classes.gap, gap > 1e-9 else { return [] }
    let text = RichText(plain: degreesText(gap))
    return [
      panel.arc(radius: arc, start: end, end: end + gap, width: 1.25),
      panel.theme.words(
        text, at: gapPlace(of: text, panel).center, color: panel.theme.ink, anchor: .middle,
        halo: true),
    ]
  }

  /// The box of the margin's number: near the arc, where no line strikes it through.
  func gapPlace(of text: RichText, _ panel: Panel) -> Rectangle {
    let width = text.width(size: panel.theme.smallSize, by: panel.theme.measure)
    let height = panel.theme.smallSize * 1.1
    let lines = struckLines(panel)
    let end = classes.inside?.firstRule ?? 0
    let gap = classes.gap ?? 0
    let reach = Point(x: width, y: height).length / 2 / panel.x.unit
    // Between the boundary and a rule beyond the arc, then on its inner side, then past the rules.
    var places: [Point] = []
    for radius in [0.08, 0.2, 0.35, -0.02, -0.1] {
      let away = radius > 0 ? arc + reach + radius : max(0, arc - reach + radius)
      places += [0.25, 0.75].map { Point(angle: end + gap * $0, radius: away) }
    }
    for step in 1...15 {
      let aside = 0.06 * Double(step)
      places += [end - aside, end + gap + aside].map { Point(angle: $0, radius: arc) }
    }
    let boxes = places.map { place in
      Rectangle(center: panel.point(place), width: width, height: height)
    }
    return panel.free(boxes, beside: lines) ?? boxes[0]
  }

  /// What would strike the number through, as points of the scene.
  func struckLines(_ panel: Panel) -> [[Point]] {
    let rays = [
      classes.inside?.firstRule, classes.inside?.secondRule, classes.inside?.inference,
    ].compactMap { $0 }.map { Point(angle: $0, radius: 3) }
    let arrows = [
      Point(angle: classes.angle, radius: classes.norms.first + 0.15),
      Point(classes.norms.second + 0.15, 0),
    ]
    let start = classes.inside?.firstRule ?? 0
    let arcs = (0...24).map {
      Point(angle: start + (classes.gap ?? 0) * Double($0) / 24, radius: arc)
    }
    return ((rays + arrows).map { [.zero, $0] } + [arcs]).map(panel.points)
  }
}
