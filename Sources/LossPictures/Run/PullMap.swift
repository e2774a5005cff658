import LossScene

/// The pull of one loss over the plane: how hard as a map, whereto as arrows.
package struct PullMap: Sendable {
  /// Half the side of the plane.
  let limit: Double
  private let heat: PullField
  private let arrows: PullField
  /// Directions in which the classifier changes its mind, radians.
  private let changes: [Double]
  private let weights: [Double]

  /// Even, so that no cell lies on the origin, where most losses have no direction.
  static let columns = 120
  private static let arrowColumns = 16

  /// - Parameter own: the class that all points are taken as; `nil` for the nearest.
  package init(
    _ entry: LossEntry, _ settings: LossSettings, _ parameters: ClassParameters, limit: Double,
    own: Int?
  ) {
    self.limit = limit
    func grid(_ columns: Int) -> [Point] {
      let step = 2 * limit / Double(columns)
      return (0..<columns * columns).map { index in
        Point(
          x: -limit + (Double(index % columns) + 0.5) * step,
          y: -limit + (Double(index / columns) + 0.5) * step)
      }
    }
    heat = PullField(entry, settings, parameters, points: grid(Self.columns), own: own)
    // Where the means of a first batch count, both see the same plane.
    arrows = PullField(entry, settings, parameters, points: grid(Self.arrowColumns), own: own)
    let classifier = entry.make(settings).classifier.map {
      Classifier(head: $0, parameters: parameters)
    }
    changes =
      parameters.bias.isEmpty
      ? classifier?.angularBoundaries().compactMap { $0.inference } ?? [] : []
    weights = classifier?.weightDirections ?? []
  }

  /// One logarithmic scale for several: four powers of ten below the strongest pull, but for the
  /// few points nearest to the origin.
  package static func scale(of maps: [PullMap]) -> ClosedRange<Double> {
    let sizes = maps.flatMap { $0.heat.magnitudes }.filter { $0.isFinite && $0 > 0 }.sorted()
    guard let last = sizes.last else { return 1e-4...1 }
    let top = sizes[min(sizes.count - 1, Int(0.995 * Double(sizes.count)))]
    let high = top > 0 ? top : last
    return max(high * 1e-4, 1e-300)...high
  }

  package func panel(
    in frame: Rectangle, scale: ClosedRange<Double>, heading: RichText, theme: Theme,
    classes: [ClassStyle]
  ) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: -limit...limit, y: -limit...limit, theme: theme)
    let shares = meanMagnitudes.map { Self.share($0, on: scale) }
    let area = Rectangle(x: -limit, y: -limit, width: 2 * limit, height: 2 * limit)
    var marks: [Scene.Item] = [
      panel.heat(shares, columns: Self.columns, area: area, colors: .heat(theme))
    ]
    let boundary = Self.boundary(theme)
    // In a rim of paper lines stand out from any color of the map.
    marks += changes.map {
      panel.ray(direction: $0, color: theme.paper.withOpacity(0.75), width: boundary.width + 1.2)
    }
    marks += changes.map { panel.ray(direction: $0, color: boundary.color, width: boundary.width) }
    marks += directions(panel, scale)
    marks += zip(weights, classes).flatMap { direction, style in
      panel.rimmedArrow(
        from: .zero, to: Point(angle: direction, radius: 0.3 * limit),
        color: theme.label(style.color), width: 2)
    }
    return .group(
      "pull",
      items: [
        panel.clipped("map", marks), panel.border, panel.heading(heading),
        panel.axes(x: Axis(count: 4), y: Axis(count: 4)),
      ])
  }

  /// Of the lines on which the classifier changes its mind.
  package static func boundary(_ theme: Theme) -> Stroke { Stroke(theme.muted, width: 0.9) }

  /// Of each cell and those around it: a line along which nothing pulls is narrower than a cell, and
  /// would be a row of beads where it passes some in the middle and others at the edge.
  var meanMagnitudes: [Double] {
    let columns = Self.columns
    let sizes = heat.magnitudes
    return sizes.indices.map { index in
      let (row, column) = (index / columns, index % columns)
      var (sum, count) = (0.0, 0.0)
      for y in max(0, row - 1)...min(columns - 1, row + 1) {
        for x in max(0, column - 1)...min(columns - 1, column + 1)
        where sizes[y * columns + x].isFinite {
          sum += sizes[y * columns + x]
          count += 1
        }
      }
      return sizes[index].isFinite ? sum / count : sizes[index]
    }
  }

  /// Arrows of one length where something pulls; on the map's colors in what stands out from them.
  private func directions(_ panel: Panel, _ scale: ClosedRange<Double>) -> [Scene.Item] {
    let length = 1.3 * limit / Double(Self.arrowColumns)
    return zip(arrows.points, arrows.pulls).compactMap { point, pull in
      let size = pull.length
      guard size.isFinite, size > scale.lowerBound else { return nil }
      let half = pull * (length / 2 / size)
      let share = Self.share(size, on: scale)
      let color = panel.theme.ink.standingOut(
        from: ColorRamp.heat(panel.theme).color(at: share), contrast: 3)
      return panel.arrow(from: point - half, to: point + half, color: color, width: 0.9)
    }
  }

  /// 0 at the lower end and where nothing pulls, 1 at the upper end.
  static func share(_ size: Double, on scale: ClosedRange<Double>) -> Double {
    guard size.isFinite else { return .nan }
    guard size > scale.lowerBound else { return 0 }
    return log(size / scale.lowerBound) / log(scale.upperBound / scale.lowerBound)
  }

  /// The key of the colors: an upright bar with the magnitudes.
  package static func bar(in frame: Rectangle, scale: ClosedRange<Double>, theme: Theme)
    -> Scene.Item
  {
    let panel = Panel(in: frame, x: 0...1, y: scale, theme: theme, yKind: .logarithmic)
    let steps = 64
    let plain = Panel(in: frame, x: 0...1, y: 0...1, theme: theme)
    return .group(
      "scale",
      items: [
        plain.heat(
          (0..<steps).map { (Double($0) + 0.5) / Double(steps) }, columns: 1,
          colors: .heat(theme)),
        panel.border, panel.axes(x: nil, y: Axis()),
        .text(
          "$|∂L/∂x|$", at: Point(x: frame.maxX, y: frame.y - 7), size: theme.textSize,
          color: theme.muted, anchor: .end),
      ])
  }
}
