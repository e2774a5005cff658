/// Features of one half of the data in a plane of its own scale, as papers show them: dots by
/// class, and what is asked for besides.
struct SamplePanel {
  let set: FeatureSet
  let classes: [ClassStyle]
  let names: [String]
  let theme: Theme
  /// Most dots.
  var limit = 1500
  /// Centers of center loss; of other losses there are none.
  let centers: Matrix<Double>
  /// Half the side of the plane; `nil` for what the samples need.
  var reach: Double?

  init(_ set: FeatureSet, of run: Run, on paper: FigurePaper) {
    self.set = set
    classes = paper.classStyles(run)
    names = run.facts.classNames
    centers = run.parameters.centers
    theme = paper.theme
  }

  /// Half the side of a square around the origin that shows all samples but strays.
  static func reach(of sets: [FeatureSet]) -> Double {
    var reaches: [Double] = []
    for set in sets {
      for row in 0..<set.features.rows {
        reaches.append(max(abs(set.features[row, 0]), abs(set.features[row, 1])))
      }
    }
    let most = percentile(99.5, of: reaches)
    let farthest = reaches.max() ?? 0
    // A few strays may stay outside, the tip of a petal may not.
    return max(1e-9, farthest < 1.3 * most ? 1.06 * farthest : 1.12 * most)
  }

  func item(in frame: Rectangle, heading: RichText) -> Scene.Item {
    let reach = reach ?? Self.reach(of: [set])
    let panel = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    return .group(
      "features",
      items: [
        panel.axes(x: Axis(count: 4), y: Axis(count: 4)), panel.border,
        panel.clipped("samples", cross(panel) + dots(panel)),
        panel.clipped("marks", centerMarks(panel)),
        panel.heading(heading),
      ])
  }

  /// Faint axes through the origin, from which petals grow.
  private func cross(_ panel: Panel) -> [Scene.Item] {
    let stroke = Stroke(theme.faint, width: 0.75)
    return [
      .path(panel.verticalLine(at: 0), fill: nil, stroke: stroke),
      .path(panel.horizontalLine(at: 0), fill: nil, stroke: stroke),
    ]
  }

  private func dots(_ panel: Panel) -> [Scene.Item] {
    let rows = thinned(set.features.rows, to: limit)
    let radius = 0.78 * Panel.dotRadius(count: rows.count)
    return classes.indices.map { index in
      let places = rows.filter { set.labels[$0] == index }.map { set.features.point($0) }
      return .group(
        "class", title: names[index],
        items: [panel.dots(places, classes[index], radius: radius)])
    }
  }

  /// White with a dark rim, to be seen on their own class.
  private func centerMarks(_ panel: Panel) -> [Scene.Item] {
    guard centers.rows > 0 else { return [] }
    let places = (0..<centers.rows).map { centers.point($0) }
    return [
      .dots(
        panel.points(places), radius: 2.6, fill: .white,
        stroke: Stroke(theme.printed(Color(hex: 0x16191D)), width: 1))
    ]
  }
}
