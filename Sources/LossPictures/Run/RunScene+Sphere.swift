import LossLab
import LossScene

extension RunScene {
  /// Three-dimensional features on the unit sphere, seen from outside: the near half on top, what
  /// lies behind pale.
  package func spherePanel(
    in frame: Rectangle, heading: RichText? = nil
  ) -> Scene.Item {
    let reach = 1.16
    let panel = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    let view = sphereView
    let faint = theme.faint
    var grid: [Scene.Item] = []
    for circle in view.graticule { grid.append(panel.line(circle, color: faint, width: 0.6)) }
    let dots = classes.indices.flatMap { sphereDots(of: $0, panel, view) }
    return .group(
      Scene.Group(
        "sphere",
        items: [panel.circle(radius: 1, fill: theme.paper.mixed(with: theme.muted, 0.06))] + grid
          + [
            .group(Scene.Group("samples", items: dots)),
            panel.circle(radius: 1, stroke: Stroke(theme.muted, width: 1)),
            panel.heading(
              heading ?? word("Feature space on the unit sphere", zh: "单位球面上的特征空间")),
            .group(Scene.Group("caps", items: caps(panel, view))),
            .group(Scene.Group("weights", items: sphereWeights(panel, view))),
          ]))
  }

  /// From one fixed place, so that pictures can be compared; features from elsewhere may all lie
  /// behind, and are looked at from their side then.
  private var sphereView: SphereView {
    guard run.options.steps == 0 else { return SphereView() }
    let middle = classVectors.reduce([0, 0, 0]) { sum, vector in
      zip(sum, vector).map { $0 + $1 / max(norm(vector), 1e-12) / Double(classVectors.count) }
    }
    return norm(middle) > 0.3 ? SphereView(facing: middle) : SphereView()
  }

  private func sphereDots(of index: Int, _ panel: Panel, _ view: SphereView) -> [Scene.Item] {
    let seen = testRows.filter { run.test.labels[$0] == index }.map {
      (place: view.project(run.test.features.row($0)), isRight: run.test.predicted[$0] == index)
    }
    let near = seen.filter { $0.place.isNear }
    let radius = 0.9 * Panel.dotRadius(count: testRows.count)
    var behind = classes[index]
    behind.color = theme.paper.mixed(with: behind.color, theme.paleOpacity > 0.5 ? 0.75 : 0.45)
    return [
      panel.dots(
        seen.filter { !$0.place.isNear }.map { $0.place.point }, behind, look: .pale,
        radius: radius),
      .group(
        Scene.Group(
          "class", title: caption.classNames[index],
          items: [
            panel.dots(near.map { $0.place.point }, classes[index], radius: radius),
            rings(near.filter { !$0.isRight }.map { $0.place.point }, panel, radius: radius),
          ])),
    ]
  }

  /// Weights as points on the near half with the names of their classes beside them.
  private func sphereWeights(_ panel: Panel, _ view: SphereView) -> [Scene.Item] {
    guard isUncrowded else { return [] }
    let rows = classifier.dominantRows(in: run.train.labels.isEmpty ? run.test : run.train)
    let points =
      caption.isMetric
      ? []
      : rows.map { view.project(run.parameters.weights.row($0)) }.filter { $0.isNear }
    let pins = Scene.Item.dots(
      Scene.Dots(
        points.map { panel.point($0.point) }, radius: 3, fill: theme.ink,
        stroke: Stroke(theme.paper, width: 1)))
    return [pins]
      + classVectors.enumerated().map { index, vector in
        let place = view.project(vector)
        let outside = place.point * (1.1 / max(place.point.length, 0.35))
        // Beyond the samples of the class, outwards.
        let out = place.point.length > 1e-6 ? place.point * (1 / place.point.length) : Point(0, 1)
        let beside = place.point + out * 0.17
        return nameLabel(
          [index], at: panel.point(place.isNear && beside.length < 1.12 ? beside : outside),
          on: place.isNear ? theme.paper : nil)
      }
  }

  /// Where each class's own margined rule holds against its nearest neighbour: a circle around its
  /// weight, as wide as the rule is on the arc between the two.
  private func caps(_ panel: Panel, _ view: SphereView) -> [Scene.Item] {
    guard hasArrows, !caption.isMetric, classifier.head.rowsPerClass == 1 else { return [] }
    let weights = run.parameters.weights
    return classes.indices.compactMap { index in
      let axis = weights.row(index)
      let others = classes.indices.filter { $0 != index }.map {
        angleBetween(axis, weights.row($0)).radians
      }
      guard let nearest = others.min(), nearest > 1e-3, norm(axis) > 0 else { return nil }
      let pair = Matrix<Double>(
        rows: 2, columns: 2, elements: [1, 0, cos(nearest), sin(nearest)])
      let two = Classifier(head: classifier.head, parameters: ClassParameters(weights: pair))
      guard let boundary = two.angularBoundaries().first(where: { $0.band != nil }),
        let start = boundary.band?.start, start > 0, start < nearest
      else { return nil }
      return panel.line(
        view.circle(around: axis, radius: start), color: theme.label(classes[index].color),
        width: 1, style: .dashed)
    }
  }
}

/// A look at the unit sphere, without perspective.
struct SphereView {
  private let turn: (sine: Double, cosine: Double)
  private let tip: (sine: Double, cosine: Double)

  /// Turned by 30° and tipped by 22°, so that no axis points at the reader.
  init() {
    self.init(turn: 30 * .pi / 180, tip: 22 * .pi / 180)
  }

  /// With this direction in the middle.
  init(facing direction: [Double]) {
    let length = max(norm(direction), 1e-12)
    self.init(
      turn: atan2(direction[1], direction[0]) + .pi / 2,
      tip: .pi / 2 - acos(min(1, max(-1, direction[2] / length))))
  }

  private init(turn: Double, tip: Double) {
    self.turn = sinCos(turn)
    self.tip = sinCos(tip)
  }

  /// Where the direction of a vector is seen, and whether on the near half.
  func project(_ vector: [Double]) -> (point: Point, isNear: Bool) {
    let length = max(norm(vector), 1e-12)
    let (x, y, z) = (vector[0] / length, vector[1] / length, vector[2] / length)
    let right = turn.cosine * x + turn.sine * y
    let away = -turn.sine * x + turn.cosine * y
    let up = tip.cosine * z + tip.sine * away
    let near = tip.sine * z - tip.cosine * away
    return (Point(right, up), near >= 0)
  }

  /// The near part of a circle around a direction, on the sphere.
  func circle(around axis: [Double], radius: Double) -> [Point] {
    let length = max(norm(axis), 1e-12)
    let middle = axis.map { $0 / length }
    // Any direction across, then the third one.
    let helper = abs(middle[2]) < 0.9 ? [0.0, 0, 1] : [1.0, 0, 0]
    func cross(_ a: [Double], _ b: [Double]) -> [Double] {
      [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }
    let side = cross(middle, helper)
    let first = side.map { $0 / max(norm(side), 1e-12) }
    let second = cross(middle, first)
    let (sine, cosine) = sinCos(radius)
    return (0...72).map { step in
      let (up, along) = sinCos(Double(step) * 5 * .pi / 180)
      let vector = (0..<3).map {
        cosine * middle[$0] + sine * (along * first[$0] + up * second[$0])
      }
      let place = project(vector)
      return place.isNear ? place.point : Point(.nan, .nan)
    }
  }

  /// The near halves of circles of latitude and longitude, every 30°.
  var graticule: [[Point]] {
    let steps = (0...72).map { Double($0) * 5 * .pi / 180 }
    func near(_ vectors: [[Double]]) -> [Point] {
      vectors.map { vector in
        let place = project(vector)
        return place.isNear ? place.point : Point(.nan, .nan)
      }
    }
    let parallels = [-60.0, -30, 0, 30, 60].map { latitude in
      let (height, radius) = sinCos(latitude * .pi / 180)
      return near(steps.map { [radius * cos($0), radius * sin($0), height] })
    }
    let meridians = stride(from: 0.0, to: 180, by: 30).map { longitude in
      let (sine, cosine) = sinCos(longitude * .pi / 180)
      return near(steps.map { [cos($0) * cosine, cos($0) * sine, sin($0)] })
    }
    return parallels + meridians
  }
}
