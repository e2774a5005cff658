import LossScene

/// A part of the plane around the origin, enlarged in a corner where nothing else is.
struct Inset: Equatable, Sendable {
  /// Of the enlarged part and the strip with its words.
  private(set) var frame: Rectangle
  /// Half the side of the part, in data.
  let reach: Double
  /// How much larger it is than in the plane.
  var scale: Double

  static let strip = 13.0

  /// In a plane that stands elsewhere.
  func moved(by shift: Point) -> Inset {
    var inset = self
    inset.frame.x += shift.x
    inset.frame.y += shift.y
    return inset
  }

  /// The same part of a plane that may show more or less; `nil` where it would hardly be larger.
  func magnifying(_ panel: Panel) -> Inset? {
    var inset = self
    inset.scale = frame.width / (2 * reach * panel.x.unit)
    return inset.scale >= 1.2 ? inset : nil
  }
}

extension RunScene {
  /// Classes nearer to the origin than a tenth of the panel get an inset, where there is room for
  /// one on no sample; `nil` where it is not needed or has no room.
  func inset(in panel: Panel) -> Inset? {
    if let still = film?.still {
      return still.inset?.moved(
        by: Point(panel.frame.x - still.plane.x, panel.frame.y - still.plane.y)
      ).magnifying(panel)
    }
    // Small panels with the same axes are there to show which classes are short.
    let showsShort = style.sharesAxes && panel.frame.width < 240
    guard isUncrowded, !showsDensity, !showsShort, let reach = insetReach(in: panel) else {
      return nil
    }
    for share in [0.34, 0.31, 0.28, 0.25] {
      let side = share * panel.frame.width
      let scale = side / (2 * reach * panel.x.unit)
      guard scale >= 2, side >= Self.leastInset else { return nil }
      if let frame = freeFrame(width: side, height: side + Inset.strip, panel) {
        return Inset(frame: frame, reach: reach, scale: scale)
      }
    }
    return nil
  }

  /// In a smaller one nothing can be told apart, units.
  private static let leastInset = 44.0

  /// "origin ×3.1", or the number alone where the inset is small.
  private func insetWords(_ inset: Inset) -> RichText {
    let times = RichText(plain: "×" + decimalText(inset.scale, places: 1))
    let long = text("origin", zh: "原点") + " " + times
    let isShort = long.width(size: theme.smallSize, by: theme.measure) <= inset.frame.width - 4
    return isShort ? long : times
  }

  /// How far the short classes reach, in data; `nil` where no class is short.
  private func insetReach(in panel: Panel) -> Double? {
    let limit = panel.x.domain.upperBound
    var lengths = classes.map { _ in [Double]() }
    for row in testRows { lengths[run.test.labels[row]].append(norm(run.test.features.row(row))) }
    let short = lengths.filter { !$0.isEmpty && percentile(50, of: $0) < 0.2 * limit }
    guard !short.isEmpty, limit > 0 else { return nil }
    let far = short.map { percentile(80, of: $0) }.max() ?? 0
    return min(0.11 * limit, max(0.04 * limit, 1.15 * far))
  }

  /// A place at the rim of the panel that covers no sample and as few names as can be.
  private func freeFrame(width: Double, height: Double, _ panel: Panel) -> Rectangle? {
    let dots = shown.map { panel.point($0) }
    let names = nameSigns.map { $0.box(in: panel) }
    let inner = panel.frame.inset(by: 5)
    let steps = [0.0, 1, 0.25, 0.75, 0.5]
    var best: (frame: Rectangle, cost: Int)?
    for across in steps {
      for down in steps where across == 0 || across == 1 || down == 0 || down == 1 {
        let frame = Rectangle(
          x: inner.x + across * (inner.width - width), y: inner.y + down * (inner.height - height),
          width: width, height: height)
        let near = frame.inset(by: -3)
        let covered = names.filter(near.overlaps).count
        guard covered < best?.cost ?? 3, !dots.contains(where: near.contains) else { continue }
        best = (frame, covered)
      }
    }
    return best?.frame
  }

  /// The inset with its words, and the part of the plane that it shows.
  func insetItems(_ inset: Inset, _ panel: Panel) -> [Scene.Item] {
    var frame = inset.frame
    frame.height -= Inset.strip
    let reach = inset.reach
    let part = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    let border = Stroke(theme.muted, width: 1, join: .miter)
    let shown = Rectangle(x: -reach, y: -reach, width: 2 * reach, height: 2 * reach).corners
    return [
      .path(Path(polygon: panel.points(shown)), fill: nil, stroke: border),
      .group(
        "inset",
        items: [.path(Path(rectangle: inset.frame), fill: theme.paper, stroke: nil)]
          + planeMarks(part) + [
            .path(Path(rectangle: inset.frame), fill: nil, stroke: border),
            .path(
              Path(polyline: [Point(frame.x, frame.maxY), Point(frame.maxX, frame.maxY)]),
              fill: nil, stroke: border),
            theme.words(
              insetWords(inset), at: Point(x: frame.midX, y: frame.maxY + Inset.strip / 2),
              anchor: .middle),
          ]),
    ]
  }
}
