import LossScene

/// What lies between the margined rules of two neighbours, as the picture draws it.
struct MarginBand {
  /// The two edges from the origin outwards.
  let first: [Point]
  let second: [Point]
  /// Whether the edges are ends of rules; else the band goes from weight to weight.
  let fits: Bool

  /// A wide one ends in arcs: a chord would pass near the origin.
  var polygon: [Point] {
    guard let near = first.first, let far = first.last, let start = second.first,
      let end = second.last, !fits || turned(end.angle - far.angle) > 1
    else { return first + second.reversed() }
    return first + Self.arc(far, end) + second.reversed() + Self.arc(near, start).reversed()
  }

  /// Between two points at one distance from the origin, counter-clockwise, without them.
  private static func arc(_ start: Point, _ end: Point) -> [Point] {
    let width = turned(end.angle - start.angle)
    return (1..<36).map {
      Point(angle: start.angle + width * Double($0) / 36, radius: start.length)
    }
  }
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
      + bands.map { wedge(($0.start, $0.width), panel, fill: bandColor) }
  }

  /// The bands of the circle of directions.
  func bandSectors(_ panel: Panel) -> [Scene.Item] {
    func sector(_ band: (start: Double, width: Double), _ fill: Color) -> Scene.Item {
      panel.sector(outer: 1, start: band.start, end: band.start + band.width, fill: fill)
    }
    return (softBands + overlaps).map { sector($0, faintBand) }
      + bands.map { sector(($0.start, $0.width), bandColor) }
  }

  /// The ends of the margined rules in the plane of features.
  func featureRules(_ panel: Panel) -> [Scene.Item] {
    guard classifier.head.marginUsesNorm else { return rules(panel) }
    guard hasArrows else { return [] }
    return curvedBands(panel).filter { $0.fits }.flatMap { band in
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
    return wider.bands().compactMap { $0.map { ($0.start, $0.width) } }
  }

  /// The bands between rules that are measured circle by circle.
  private func curvedBands(_ panel: Panel) -> [MarginBand] {
    // Beyond the corners, so that no chord cuts one off.
    let reach = 1.5 * panel.domain.corners.reduce(0) { max($0, norm([$1.x, $1.y])) }
    let count = max(2, min(48, 600 / max(1, classes.count)))
    let radii = (0...count).map { reach * (Double($0) + 1e-3) / Double(count) }
    let circles = radii.map { classifier.bands(radius: $0) }
    guard let pairs = circles.first?.count else { return [] }
    return (0..<pairs).flatMap { pair in stretches(zip(radii, circles).map { ($0, $1[pair]) }) }
  }

  /// One pair's band from the origin outwards, in pieces of one kind; each begins where the one
  /// before it ends.
  private func stretches(_ circles: [(radius: Double, band: NeighbourBand?)]) -> [MarginBand] {
    var bands: [MarginBand] = []
    var (first, second): ([Point], [Point]) = ([], [])
    var fits = true
    func close() {
      if first.count > 1 { bands.append(MarginBand(first: first, second: second, fits: fits)) }
    }
    for (radius, band) in circles {
      if let band, band.fits != fits {
        close()
        (first, second) = (first.suffix(1).map { $0 }, second.suffix(1).map { $0 })
        fits = band.fits
      }
      guard let band else {
        close()
        (first, second) = ([], [])
        continue
      }
      first.append(Point(angle: band.start, radius: radius))
      second.append(Point(angle: band.start + band.width, radius: radius))
    }
    close()
    return bands
  }
}
