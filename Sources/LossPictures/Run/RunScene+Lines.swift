import LossScene

extension RunScene {
  /// Whether so many lines meet at the origin that they would bury what lies there: arrows are
  /// below the samples then, and lines begin where they can be told apart.
  var isStar: Bool { caption.isStar }

  func boundaries(_ panel: Panel, _ regions: [DecisionRegion]) -> [Scene.Item] {
    guard classifier.isDirectional else {
      return regions.map { panel.line($0.polygon + $0.polygon.prefix(1), width: 1) }
    }
    let arcs = classifier.decisionArcs()
    return arcs.count < 2 ? [] : rays(panel, arcs.map { $0.start })
  }

  /// Boundaries.
  func rays(_ panel: Panel, _ directions: [Double]) -> [Scene.Item] {
    let stroke = caption.boundaryStroke
    return rays(panel, directions, color: stroke.color, width: stroke.width, style: .solid)
  }

  /// From where each can be told from the next.
  private func rays(
    _ panel: Panel, _ directions: [Double], color: Color, width: Double, style: LineStyle
  ) -> [Scene.Item] {
    let fan = LineFan(directions)
    return directions.map { direction in
      panel.ray(
        direction: direction, beyond: isStar ? fan.start(of: direction) / panel.x.unit : 0,
        color: color, width: width, style: style)
    }
  }

  /// The ends of the margined rules.
  func rules(_ panel: Panel) -> [Scene.Item] {
    hasArrows ? rays(panel, ruleEnds, color: ruleColor, width: ruleWidth, style: .dashed) : []
  }

  /// Where the margined rules end, radians; no edge of a band that ends at a weight.
  private var ruleEnds: [Double] {
    zip(run.boundaries, caption.bands).flatMap { boundary, band in
      band == nil ? [] : [boundary.firstRule, boundary.secondRule].compactMap { $0 }
    } + overlaps.flatMap { [$0.start, $0.start + $0.width] }
  }

  /// Of the margined rules: of many classes they are two thirds of all lines, and the bands show
  /// where they are.
  var ruleColor: Color { isStar ? theme.muted : theme.ink }
  var ruleWidth: Double { isStar ? 0.6 : 0.8 }

  /// Of the margin bands: of many classes they are most of the plane.
  var bandColor: Color { caption.bandColor }

  /// Of the arrows for class weights.
  var arrowColor: Color { isStar ? theme.muted : theme.ink }

  /// Arrows for the class weights: to scale where ‖W‖ counts, else all equal.
  ///
  /// - Parameter start: where those of many classes begin that are all equal, of their length; their
  ///   directions show, and no star hides the boundaries.
  func weights(_ panel: Panel, longest: Double, start: Double = 0) -> [Scene.Item] {
    guard hasArrows else { return [] }
    let weights = run.parameters.weights
    let norms = weights.lengths
    let largest = max(norms.max() ?? 0, 1e-12)
    let isScaled = classifier.head.magnitude.usesWeightNorm
    return norms.indices.filter { norms[$0] > 0 }.map { index in
      let length = longest * (isScaled ? norms[index] / largest : 1)
      let direction = weights.point(index) * (1 / norms[index])
      return panel.arrow(
        from: direction * (isStar && !isScaled ? start * length : 0), to: direction * length,
        color: arrowColor, width: isStar ? 1 : 1.5)
    }
  }
}

/// Lines from the origin, of which each can be told from its neighbours only some way out.
struct LineFan {
  /// Ascending, each once, in [0, 2π).
  private let directions: [Double]

  /// How far apart lines are where they begin, points.
  private static let apart = 3.5

  /// - Parameter directions: radians.
  init(_ directions: [Double]) {
    var known: [Double] = []
    for direction in directions.map(turned).sorted()
    where known.last.map({ direction - $0 > 1e-9 }) ?? true {
      known.append(direction)
    }
    self.directions = known
  }

  /// Where the line of that direction is as far from the nearest other as can be seen: points from
  /// the origin.
  func start(of direction: Double) -> Double {
    guard directions.count > 1 else { return 0 }
    let own = turned(direction)
    var (low, high) = (0, directions.count)
    while low < high {
      let middle = (low + high) / 2
      if directions[middle] < own - 1e-9 { low = middle + 1 } else { high = middle }
    }
    let count = directions.count
    let turns = [low + count - 1, low + 1].map { abs(signedTurn(directions[$0 % count] - own)) }
    return Self.apart / 2 / max(sin(min(turns[0], turns[1]) / 2), 1e-9)
  }
}
