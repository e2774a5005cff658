/// A panel of the angle plane or the cosine plane: the ground of both classes, the band between
/// their rules.
struct BoundaryPanel {
  var rule: BinaryRule
  var plane: BinaryRule.Plane
  var heading: RichText = ""
  /// Largest angle shown, degrees.
  var limit = 90.0
  var palette = Palette.okabeIto

  func panel(in frame: Rectangle, theme: Theme) -> Panel {
    switch plane {
    case .angle: Panel(in: frame, x: 0...limit, y: 0...limit, theme: theme)
    case .cosine:
      Panel(in: frame, x: cos(limit * .pi / 180)...1, y: cos(limit * .pi / 180)...1, theme: theme)
    }
  }

  /// - Parameters:
  ///   - names: of the two classes.
  ///   - bands: rules whose bands lie over one another, each paler; `nil` for that of `rule` alone.
  func item(
    in frame: Rectangle, theme: Theme, names: [RichText] = ["class 1", "class 2"],
    bands: [BinaryRule]? = nil
  ) -> Scene.Item {
    let panel = panel(in: frame, theme: theme)
    let styles = palette.styles(classes: 2, theme: theme)
    let radians = limit * .pi / 180
    let first = rule.curve(margined: 0, in: plane, limit: radians)
    let second = rule.curve(margined: 1, in: plane, limit: radians)
    let middle = rule.curve(margined: nil, in: plane, limit: radians)
    let hasMargin = !rule.head.target.isCosine
    let corners = plane.corners(limit)
    // Corners that a curve runs into anyway add a polygon's edge there and back: no area.
    var ground = zip([corners.first, corners.second], styles).map {
      panel.region(middle + [corners.far, $0, corners.near], color: $1.color)
    }
    if hasMargin { ground += (bands ?? [rule]).map { band($0, of: bands?.count ?? 1, panel) } }
    let margins = hasMargin ? [first, second] : []
    let rules = margins.map { panel.line($0, width: 1.1, style: .dashed) }
    let marks = plane.nameMarks(limit)
    let lines = [middle] + margins
    let ticks = plane.ticks(limit)
    return .group(
      "boundary",
      items: [
        panel.clipped("ground", ground + [panel.line(middle, width: 1.25)] + rules),
        panel.axes(x: Axis(plane.name(1), ticks: ticks), y: Axis(plane.name(2), ticks: ticks)),
        panel.border, panel.heading(heading),
      ]
        + zip(zip(names, [marks.first, marks.second]), styles).compactMap { name, style in
          nameItem(name.0, at: name.1, beside: lines, color: style.label, panel)
        })
  }

  /// The name in its class's own corner, upright where the corner is narrow; `nil` where it has no
  /// room at all: in the ground of another it would say what is not so.
  private func nameItem(
    _ name: RichText, at mark: Point, beside lines: [[Point]], color: Color, _ panel: Panel
  ) -> Scene.Item? {
    let theme = panel.theme
    let struck = lines.map { panel.points($0) }
    return [false, true].lazy.compactMap { isUpright in
      nameBox(name, at: mark, beside: struck, isUpright: isUpright, panel).map {
        .text(
          name, at: $0.center, size: theme.smallSize, color: theme.label(color), anchor: .middle,
          baseline: .middle, rotation: isUpright ? .pi / 2 : 0)
      }
    }.first
  }

  /// The box of a class's name in its corner where no line strikes it through, the nearest to its
  /// usual one.
  ///
  /// - Parameter struck: points of the scene.
  func nameBox(
    _ name: RichText, at mark: Point, beside struck: [[Point]], isUpright: Bool, _ panel: Panel
  ) -> Rectangle? {
    let theme = panel.theme
    let long = name.width(size: theme.smallSize, by: theme.measure)
    // Small type without its descenders.
    let high = 0.85 * theme.smallSize
    let (width, height) = isUpright ? (high, long) : (long, high)
    let steps = (-20...20).map { 0.015 * Double($0) }
    let shifts = steps.flatMap { x in steps.map { Point(x, $0) } }.sorted { $0.length < $1.length }
    let usual = panel.point(mark)
    let corner = panel.frame.corners.min { ($0 - usual).length < ($1 - usual).length } ?? usual
    let inside = panel.frame.inset(by: 2)
    return shifts.lazy.map { shift in
      let place = panel.point(
        mark + Point(x: shift.x * panel.domain.width, y: shift.y * panel.domain.height))
      return Rectangle(
        x: min(inside.maxX - width, max(inside.x, place.x - width / 2)),
        y: min(inside.maxY - height, max(inside.y, place.y - height / 2)),
        width: width, height: height)
    }.first { box in
      // Nothing lies between it and the corner, so that it is in its own ground.
      let reach = box.reaching(corner).inset(by: -1.5)
      return !struck.contains { reach.meets($0) }
    }
  }
}

extension BoundaryPanel {
  /// Between the rules of both classes, the paler the more of them lie over one another.
  private func band(_ rule: BinaryRule, of count: Int, _ panel: Panel) -> Scene.Item {
    let first = rule.curve(margined: 0, in: plane, limit: limit * .pi / 180)
    let second = rule.curve(margined: 1, in: plane, limit: limit * .pi / 180)
    // Where one rule leaves the panel before the other, the band ends in its far corner.
    let corners = plane.corners(limit)
    let (color, opacity) = (panel.theme.band, panel.theme.band.opacity)
    return .path(
      Path(polygon: panel.points(first + [corners.far] + second.reversed() + [corners.near])),
      fill: color.withOpacity(opacity / Double(count).squareRoot()), stroke: nil)
  }
}

extension BinaryRule.Plane {
  func name(_ index: Int) -> RichText {
    switch self {
    case .angle: "$θ_\(index)$"
    case .cosine: "$cos θ_\(index)$"
    }
  }

  func ticks(_ limit: Double) -> [Tick] {
    switch self {
    case .angle:
      stride(from: 0, through: limit, by: limit / 3).map {
        Tick($0, RichText(plain: decimalText($0, places: 0) + "°"))
      }
    case .cosine:
      niceNumbers(in: cos(limit * .pi / 180)...1, about: 3).values.map {
        Tick($0, RichText(plain: decimalText($0, places: 1)))
      }
    }
  }

  /// The corners of the panel: before the beginnings of the rules, beyond their ends, and in the
  /// ground of class 1 and of class 2.
  fileprivate func corners(_ limit: Double) -> (
    near: Point, far: Point, first: Point, second: Point
  ) {
    let lowest = cos(limit * .pi / 180)
    return switch self {
    case .angle: (Point(0, 0), Point(limit, limit), Point(0, limit), Point(limit, 0))
    case .cosine: (Point(1, 1), Point(lowest, lowest), Point(1, lowest), Point(lowest, 1))
    }
  }

  fileprivate func nameMarks(_ limit: Double) -> (first: Point, second: Point) {
    let lowest = cos(limit * .pi / 180)
    return switch self {
    case .angle: (Point(limit * 0.115, limit * 0.94), Point(limit * 0.885, limit * 0.06))
    case .cosine:
      (
        Point(1 - 0.12 * (1 - lowest), lowest + 0.045 * (1 - lowest)),
        Point(lowest + 0.12 * (1 - lowest), 1 - 0.04 * (1 - lowest))
      )
    }
  }
}
