import LossScene

extension RunScene {
  /// The circle of directions: regions, bands and boundaries inside, a rose for each class outside.
  package func anglePanel(
    in frame: Rectangle, heading: RichText? = nil
  ) -> Scene.Item {
    // Room around the unit circle for roses and names; longer names make the circle smaller, and
    // so does a heading where the circle is small.
    let half = min(frame.width, frame.height) / 2
    let headed = heading?.isEmpty == true ? 0 : half * Self.roseEnd / max(1, half - 12.5)
    let reach = max(Self.usualReach, namedReach(frame), headed)
    let panel = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    let arcs = classifier.decisionArcs(radius: medianNorm)
    let sectors = arcs.map { arc in
      panel.sector(
        outer: 1, start: arc.start, end: arc.end, fill: theme.tint(classes[arc.classIndex].color))
    }
    let margins = bandSectors(panel)
    let inside = Scene.Item.group(
      "boundaries", clip: Path(circle: panel.point(.zero), radius: panel.x.unit),
      items: rules(panel)
        + (arcs.count < 2 ? [] : rays(panel, arcs.map { $0.start }))
        + weights(panel, longest: 0.9, start: 0.6))
    return .group(
      "angular-space",
      items: sectors + margins + [
        inside, panel.circle(radius: 1, stroke: Stroke(theme.ink, width: 1)),
        panel.heading(heading ?? text("Angular space", zh: "角度空间")),
      ] + roses(panel))
  }

  /// The distance from the origin at which a bias is weighed.
  private var medianNorm: Double { percentile(50, of: run.test.features.lengths) }

  /// For each class how its test samples' directions are spread.
  private var angularBins: [AngularBins] {
    var directions = Array(repeating: [Double](), count: classes.count)
    for (row, label) in run.test.labels.enumerated() {
      directions[label].append(run.test.features.point(row).angle)
    }
    return directions.map { AngularBins($0, count: 360) }
  }

  /// How many samples the tallest bar has.
  package var fullBin: Int { max(1, angularBins.map { $0.highest }.max() ?? 1) }

  /// Where the roses begin and where their tallest bar ends, radii of the circle.
  static let roseStart = 1.03
  static let roseEnd = 1.43

  /// Where each class's tallest bar ends, radii of the circle.
  var roseTips: [Double] {
    let bins = angularBins
    let full = max(1, bins.map { $0.highest }.max() ?? 1)
    return bins.map {
      Self.roseStart + (Self.roseEnd - Self.roseStart) * Double($0.highest) / Double(full)
    }
  }

  /// Where the bars around each of some directions end, whatever their class, radii of the circle.
  ///
  /// - Parameter full: how many samples the tallest bar stands for.
  package func barEnds(toward vectors: [[Double]], full: Int) -> [Double] {
    let bins = angularBins.map { $0.counts }
    guard let count = bins.first?.count else { return vectors.map { _ in Self.roseStart } }
    return vectors.map { vector in
      let middle = Int((atan2(vector[1], vector[0]) / (2 * .pi) * Double(count)).rounded(.down))
      let near = (middle - count / 36...middle + count / 36).map { (($0 % count) + count) % count }
      let highest = bins.flatMap { counts in near.map { counts[$0] } }.max() ?? 0
      let share = Double(min(full, highest)) / Double(max(1, full))
      return Self.roseStart + (Self.roseEnd - Self.roseStart) * share
    }
  }

  /// For each class a histogram of its test samples' directions; all of one scale.
  private func roses(_ panel: Panel) -> [Scene.Item] {
    let all = angularBins
    let full = film?.still.fullBin ?? fullBin
    // Before a class has found its direction a bar can be higher than any at the end.
    let bins = film == nil ? all : all.map { $0.cut(at: full) }
    let tips = film?.roseTips ?? roseTips
    let roses = classes.indices.map { index in
      Scene.Item.group(
        "class", title: caption.classNames[index],
        items: [
          panel.rose(
            bins[index], radius: Self.roseStart, height: Self.roseEnd - Self.roseStart,
            full: full,
            color: theme.mark(classes[index].color))
        ])
    }
    guard isUncrowded else { return roses }
    return roses
      + nameGroups.map { group in
        nameLabel(group, beyond: group.map { tips[$0] }.max() ?? Self.roseStart, panel)
      }
  }

  private func nameLabel(_ group: [Int], beyond radius: Double, _ panel: Panel) -> Scene.Item {
    let direction = classDirections[group[group.count / 2]]
    let toward = Point(angle: direction)
    let half = name(group, as: roseNames).width(size: nameSize, by: theme.measure) / 2
    let gap = 6 + half * abs(toward.x) + 4 * abs(toward.y)
    var center = scenePoint(
      from: panel.point(.zero), angle: direction, radius: radius * panel.x.unit + gap)
    // Names may hang out of the frame a little, as there is room between panels.
    let slack = style.nameHang
    center.x = min(panel.frame.maxX - half + slack, max(panel.frame.x + half - slack, center.x))
    return nameLabel(group, at: center, on: nil, as: roseNames)
  }

  /// Half of the frame, radii of the circle, where no name needs more room.
  static let usualReach = 1.54
  /// Names of this width never make it smaller, units.
  static let shortName = 26.0
  /// Between the tallest bar and its name, and between that and the edge; units.
  static let nameGap = 18.0

  /// How much of the plane must show so that long names beside the circle stay in the frame.
  private func namedReach(_ frame: Rectangle) -> Double {
    guard isUncrowded else { return 0 }
    let half = min(frame.width, frame.height) / 2
    let needed = nameGroups.map { group -> Double in
      let width = name(group, as: roseNames).width(size: nameSize, by: theme.measure)
      guard width > Self.shortName else { return 0 }
      let toward = abs(cos(classDirections[group[group.count / 2]]))
      let unit = (half + style.nameHang - Self.nameGap - width * toward) / Self.roseEnd
      return half / max(unit, half / 3)
    }
    return needed.max() ?? 0
  }
}
