import LossLab

/// The picture of a run: its panels side by side, with what was measured underneath.
public func runScene(_ run: Run, style: FigureStyle = FigureStyle()) -> Scene {
  RunScene(run, style: style).scene
}

/// What the panels of a run's picture share.
struct RunScene {
  let run: Run
  var style: FigureStyle
  /// `nil` outside of films.
  let film: FilmFrame?
  let caption: RunCaption
  let classes: [ClassStyle]
  let classifier: Classifier
  /// Rows of the test and the training features that are drawn.
  let testRows: [Int]
  let trainRows: [Int]
  /// The mean direction of each class's test samples, or its weight where it has none; a unit
  /// vector each.
  let classVectors: [[Double]]
  let views: [RunView]

  var theme: Theme { style.theme }

  init(_ run: Run, style: FigureStyle, film: FilmFrame? = nil) {
    self.run = run
    self.style = style
    self.film = film
    caption = RunCaption(run, style: style)
    classes = style.styles(classes: run.facts.classNames.count)
    classifier = run.classifier
    let drawn = Self.drawnRows(run, style: style)
    testRows = drawn.test
    // A frame has only those training samples that are drawn.
    trainRows = film == nil ? drawn.train : Array(0..<run.train.features.rows)
    let means = ClassDirections(run.test, classes: classes.count).means
    let parameters = run.parameters
    let rows = classifier.dominantRows(in: run.train.labels.isEmpty ? run.test : run.train)
    classVectors =
      film?.classVectors
      ?? classes.indices.map { index in
        norm(means.row(index)) > 0 ? means.row(index) : parameters.weights.row(rows[index])
      }
    // Without a class layer there is no target logit to draw.
    let hasCurve = !caption.isMetric
    let hasPull = hasCurve && run.entry != nil && run.options.dimensions == 2
    let possible = style.views.filter {
      $0 == .curve ? hasCurve : $0 == .pull ? hasPull : true
    }
    views = possible.isEmpty ? [.features] : possible
  }

  /// The test and the training samples that a picture shows.
  static func drawnRows(_ run: Run, style: FigureStyle) -> (test: [Int], train: [Int]) {
    drawnRows(
      test: run.test.features.rows, train: run.train.features.rows, data: run.facts.data,
      style: style)
  }

  static func drawnRows(
    test: Int, train: Int, data: String, style: FigureStyle
  ) -> (test: [Int], train: [Int]) {
    let limit = style.dotLimit ?? (data == "identities" ? 1000 : 4000)
    let testRows = thinned(test, to: limit)
    let trainRows = thinned(
      train, to: min(limit - testRows.count, max(400, testRows.count / 2)))
    return (testRows, trainRows)
  }

  /// The directions of `classVectors` in the plane, radians.
  var classDirections: [Double] { classVectors.map { atan2($0[1], $0[0]) } }

  var scene: Scene {
    let page = page
    let panels = zip(views, frames(on: page)).map { view, frame in panel(view, in: frame) }
    return page.scene(description: (film?.still ?? caption).description, panels)
  }

  private var page: Page {
    let said = film?.still ?? caption
    var page = Page(
      RichText(plain: style.title ?? said.title), subtitle: said.subtitle,
      facts: said.facts.map { RichText(plain: $0) }, key: said.key(views, classes: classes),
      notes: said.notes.isEmpty
        ? [] : [RichText(plain: said.notes.joined(separator: ";  "))],
      size: Self.size(panels: views.count), theme: theme)
    if let film {
      page.factsNow = caption.facts(withBand: said.hasBand).map { RichText(plain: $0) }
      page.progress = film.progress
      page.widestProgress = film.widestProgress
    }
    return page
  }

  private func frames(on page: Page) -> [Rectangle] {
    let hasAxisTitles =
      views.contains(.histogram) || views.contains(.curve) || run.options.dimensions != 2
    return PanelGrid(
      in: page.body, columns: views.count, gap: hasAxisTitles ? 62 : 34,
      bottom: Panel.tickRoom + (hasAxisTitles ? Panel.titleRoom : 0)
    ).frames
  }

  /// Where the plane of features is drawn.
  var featureFrame: Rectangle {
    let frames = frames(on: page)
    return frames[views.firstIndex(of: .features) ?? 0]
  }

  var isPlane: Bool { run.options.dimensions == 2 }

  /// Whether a histogram of angles is among the panels.
  var drawsHistogram: Bool {
    views.contains(.histogram) || (!isPlane && views.contains(.angles))
  }

  /// Wider by one panel for each view beyond the second, so that frames stay equally large.
  static func size(panels: Int) -> (width: Double, height: Double) {
    switch panels {
    case ...1: Page.square
    case 2: Page.wide
    default: (Page.wide.width + Double(panels - 2) * 432, Page.wide.height)
    }
  }

  /// - Parameter heading: `nil` for what the panel is usually called.
  func panel(_ view: RunView, in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    switch view {
    case .features:
      guard isPlane else {
        return heading.map { spherePanel(in: frame, heading: $0) } ?? spherePanel(in: frame)
      }
      return heading.map { featurePanel(in: frame, heading: $0) } ?? featurePanel(in: frame)
    // On the sphere directions have no order to count them by: their angles are counted instead.
    case .angles where isPlane:
      return heading.map { anglePanel(in: frame, heading: $0) } ?? anglePanel(in: frame)
    case .angles, .histogram: return histogramPanel(in: frame)
    case .curve: return curvePanel(in: frame)
    case .pull: return pullPanel(in: frame)
    }
  }

  /// Whether the plane shows how many samples lie where: so many that a few thousand dots would not
  /// stand for them.
  var showsDensity: Bool { caption.isDense }

  /// The wedges of the margin bands, radians.
  var bands: [(start: Double, width: Double)] { run.boundaries.compactMap { $0.band } }

  /// Whether names, arrows and rules of all classes have room.
  var isUncrowded: Bool { classes.count <= 24 }

  /// The classes by direction, together where two names would stand on one place.
  var nameGroups: [[Int]] {
    let directions = classDirections
    let order = classes.indices.sorted {
      directions[$0] != directions[$1] ? directions[$0] < directions[$1] : $0 < $1
    }
    var groups: [[Int]] = []
    for index in order {
      if let last = groups.last?.last, directions[index] - directions[last] < 5 * .pi / 180 {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  /// The names of a group, each in the color of its class.
  func name(_ group: [Int], on ground: Color? = nil) -> RichText {
    group.reduce(RichText()) { text, index in
      let name = RichText(plain: caption.classNames[index]).bold()
      let comma = text.isEmpty ? RichText() : RichText(plain: ", ")
      return text + comma + name.colored(theme.label(classes[index].color, on: ground))
    }
  }

  func nameLabel(_ group: [Int], at center: Point, on ground: Color?) -> Scene.Item {
    .text(
      Scene.Text(
        name(group, on: ground), at: center, size: theme.textSize, color: theme.ink,
        anchor: .middle, baseline: .middle, halo: ground))
  }
}

/// At most `limit` of the rows `0 ..< count`, evenly spaced.
func thinned(_ count: Int, to limit: Int) -> [Int] {
  guard count > limit else { return Array(0..<count) }
  guard limit > 0 else { return [] }
  return (0..<limit).map { $0 * count / limit }
}
