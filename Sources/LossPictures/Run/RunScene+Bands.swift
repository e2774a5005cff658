import LossLab
import LossScene

/// What lies between the margined rules of two neighbours, as the picture draws it.
struct MarginBand {
  /// The two edges from the origin outwards.
  let first: [Point]
  let second: [Point]

  var polygon: [Point] { first + second.reversed() }
}

extension RunScene {
  /// The bands of the plane of features: wedges, or between curves where the margin depends on the
  /// length of the feature.
  func bandItems(_ panel: Panel) -> [Scene.Item] {
    if classifier.head.marginUsesNorm {
      return curvedBands(panel).map {
        .path(Path(polygon: panel.points($0.polygon)), fill: bandColor, stroke: nil)
      }
    }
    return (softBands + overlaps).map { wedge($0, panel, fill: faintBand) }
      + bands.map { wedge($0, panel, fill: bandColor) }
  }

  /// The bands of the circle of directions.
  func bandSectors(_ panel: Panel) -> [Scene.Item] {
    func sector(_ band: (start: Double, width: Double), _ fill: Color) -> Scene.Item {
      panel.sector(outer: 1, start: band.start, end: band.start + band.width, fill: fill)
    }
    return (softBands + overlaps).map { sector($0, faintBand) }
      + bands.map { sector($0, bandColor) }
  }

  /// The ends of the margined rules in the plane of features.
  func featureRules(_ panel: Panel) -> [Scene.Item] {
    guard classifier.head.marginUsesNorm else { return rules(panel) }
    guard hasArrows else { return [] }
    return curvedBands(panel).flatMap { band in
      [band.first, band.second].map {
        panel.line($0, color: ruleColor, width: ruleWidth, style: .dashed)
      }
    }
  }

  private var faintBand: Color { bandColor.withOpacity(bandColor.opacity / 2) }

  private func wedge(
    _ band: (start: Double, width: Double), _ panel: Panel, fill: Color
  ) -> Scene.Item {
    let polygon = panel.wedge(from: .zero, start: band.start, end: band.start + band.width)
    return .path(Path(polygon: panel.points(polygon)), fill: fill, stroke: nil)
  }

  /// Where the cones of neighbours overlap, for losses that decide each class against a threshold.
  var overlaps: [(start: Double, width: Double)] {
    guard classifier.head.hasThresholds else { return [] }
    return run.boundaries.compactMap { boundary in
      guard let start = boundary.secondRule, let width = boundary.width, width < -1e-9 else {
        return nil
      }
      return (start, -width)
    }
  }

  /// The bands of a margin one standard deviation above the mean, where it varies by chance: their
  /// rims show beyond the bands of the mean.
  private var softBands: [(start: Double, width: Double)] {
    guard let wide = classifier.head.softEdges.last else { return [] }
    let wider = Classifier(
      head: classifier.head.with(target: wide), parameters: classifier.parameters)
    return wider.angularBoundaries().compactMap { $0.band }
  }

  /// The bands between rules that are measured circle by circle.
  private func curvedBands(_ panel: Panel) -> [MarginBand] {
    // Beyond the corners, so that no chord cuts one off.
    let reach = 1.5 * panel.domain.corners.reduce(0) { max($0, norm([$1.x, $1.y])) }
    let count = max(2, min(48, 600 / max(1, classes.count)))
    let radii = (0...count).map { reach * (Double($0) + 1e-3) / Double(count) }
    let circles = radii.map { classifier.angularBoundaries(radius: $0) }
    guard let pairs = circles.first?.count else { return [] }
    return (0..<pairs).flatMap { pair in
      var bands: [MarginBand] = []
      var (first, second): ([Point], [Point]) = ([], [])
      func close() {
        if first.count > 1 { bands.append(MarginBand(first: first, second: second)) }
        (first, second) = ([], [])
      }
      for (radius, circle) in zip(radii, circles) {
        guard let start = circle[pair].firstRule, let end = circle[pair].secondRule,
          circle[pair].band != nil
        else {
          close()
          continue
        }
        first.append(Point(angle: start, radius: radius))
        second.append(Point(angle: end, radius: radius))
      }
      close()
      return bands
    }
  }
}
