import LossScene

extension RunScene {
  /// Three-dimensional features on the unit sphere, seen from outside: the near half on top, what
  /// lies behind pale.
  package func spherePanel(
    in frame: Rectangle, heading: RichText? = nil
  ) -> Scene.Item {
    let reach = sphereReach(frame)
    let panel = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    let view = sphereView
    let grid = view.graticule.map { panel.line($0, color: theme.faint, width: 0.6) }
    let dots = classes.indices.flatMap { sphereDots(of: $0, panel, view) }
    return .group(
      "sphere",
      items: [panel.circle(radius: 1, fill: theme.paper.mixed(with: theme.muted, 0.06))] + grid
        + [
          .group("samples", items: dots),
          panel.circle(radius: 1, stroke: Stroke(theme.muted, width: 1)),
          panel.heading(heading ?? text("Feature space on the unit sphere", zh: "单位球面上的特征空间")),
          .group("caps", items: caps(panel, view)),
          sphereWeights(panel, view),
        ] + [sphereNames(panel, view)])
  }

  /// From one place, so that pictures can be compared; features from elsewhere may all lie behind,
  /// and are looked at from their side then.
  var sphereView: SphereView {
    let chosen = style.azimuth != nil || style.elevation != nil
    guard run.options.steps == 0, !chosen else { return view(turnedBy: film?.turn ?? 0) }
    let middle = classVectors.reduce([0, 0, 0]) { sum, vector in
      zip(sum, vector).map { $0 + $1 / max(norm(vector), 1e-12) / Double(classVectors.count) }
    }
    return norm(middle) > 0.3 ? SphereView(facing: middle) : SphereView()
  }

  /// From the place that is chosen, or the usual one.
  func view(turnedBy turn: Double) -> SphereView {
    SphereView(azimuth: style.azimuth, elevation: style.elevation, turnedBy: turn)
  }

  private func sphereDots(of index: Int, _ panel: Panel, _ view: SphereView) -> [Scene.Item] {
    let seen = testRows.filter { run.test.labels[$0] == index }.map {
      (place: view.project(run.test.features.row($0)), isRight: run.test.predicted[$0] == index)
    }
    let near = seen.filter { $0.place.isNear }
    let radius = 0.9 * Panel.dotRadius(count: testRows.count)
    return [
      panel.dots(
        seen.filter { !$0.place.isNear }.map { $0.place.point }, classes[index], look: .pale,
        radius: 0.8 * radius),
      .group(
        "class", title: caption.classNames[index],
        items: [
          panel.dots(near.map { $0.place.point }, classes[index], radius: radius),
          rings(near.filter { !$0.isRight }.map { $0.place.point }, panel, radius: radius),
        ]),
    ]
  }

  /// Weights as points on the near half.
  private func sphereWeights(_ panel: Panel, _ view: SphereView) -> Scene.Item {
    guard isUncrowded, !caption.isMetric else { return .group("pins", items: []) }
    let rows = classifier.dominantRows(in: run.train.labels.isEmpty ? run.test : run.train)
    let points = rows.map { view.project(run.parameters.weights.row($0)) }.filter { $0.isNear }
    return .dots(
      points.map { panel.point($0.point) }, radius: 3, fill: theme.ink,
      stroke: Stroke(theme.paper, width: 1))
  }

  /// The near parts of the circles in which the classes' own margined rules hold.
  private func caps(_ panel: Panel, _ view: SphereView) -> [Scene.Item] {
    zip(classes.indices, caption.caps).compactMap { index, cap in
      guard case .circle(let radius) = cap else { return nil }
      return panel.line(
        view.circle(around: run.parameters.weights.row(index), radius: radius),
        color: theme.label(classes[index].color), width: 1, style: .dashed)
    }
  }
}
