import LossScene

/// The picture of a run: its panels side by side, with what was measured underneath.
public func runScene(_ run: Run, style: FigureStyle) -> Scene {
  RunScene(run, style: style).scene
}

/// What the panels of a run's picture share.
package struct RunScene: Speaking {
  package let run: Run
  package var style: FigureStyle
  /// `nil` outside of films.
  package let film: FilmFrame?
  package let caption: RunCaption
  package let classes: [ClassStyle]
  let classifier: Classifier
  /// Rows of the test and the training features that are drawn.
  let testRows: [Int]
  let trainRows: [Int]
  /// The mean direction of each class's test samples, or its weight where it has none; a unit
  /// vector each.
  package let classVectors: [[Double]]
  package let views: [RunView]
  private(set) var planeNames: ShownNames
  private(set) var roseNames: ShownNames
  /// How wide each class's name may be beside the circle, units.
  private(set) var roseLimits: [Double]

  var theme: Theme { style.theme }
  package var language: PageLanguage { style.language }
  var nameSize: Double { style.nameSize }

  package init(_ run: Run, style: FigureStyle, film: FilmFrame? = nil) {
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
    let possible = style.views.filter { $0 == .curve ? hasCurve : $0 == .pull ? hasPull : true }
    views = possible.isEmpty ? [.features] : possible
    self.style = Self.fitted(style, panels: views.count)
    planeNames = ShownNames(caption.classNames, limit: self.style.nameLimit, style: self.style)
    // The page is laid out with all names in the key, so that there is no less room in the end.
    roseNames = ShownNames(numbering: caption.classNames)
    roseLimits = film?.still.roseLimits ?? []
    guard !planeNames.isNumbered else { return }
    if film == nil { roseLimits = fittingRoseLimits }
    roseNames = Self.roseNames(caption.classNames, limits: roseLimits, style: self.style)
    // Two ways to shorten one name are one too many where the other says little, too.
    if roseNames.isNumbered, planeNames.isMostlyCut { planeNames = roseNames }
  }

  /// What the panel with names beside it leaves to each, units.
  private var fittingRoseLimits: [Double] {
    let limit = style.roseNameLimit
    let usual = classVectors.map { _ in limit }
    guard isUncrowded, let index = views.firstIndex(of: isPlane ? .angles : .features) else {
      return usual
    }
    let (frame, hang) =
      if let side = style.cellSide {
        (Rectangle(x: 0, y: 0, width: side, height: side), style.nameHang)
      } else {
        (placed.frames[index], roomBesideCircle(placed))
      }
    return Self.roseLimits(
      classVectors, in: frame, hang: hang, isPlane: isPlane, style: style)
  }

  /// The test and the training samples that a picture shows.
  static func drawnRows(_ run: Run, style: FigureStyle) -> (test: [Int], train: [Int]) {
    drawnRows(
      test: run.test.features.rows, train: run.train.features.rows, data: run.facts.data,
      style: style)
  }

  package static func drawnRows(
    test: Int, train: Int, data: String, style: FigureStyle
  ) -> (test: [Int], train: [Int]) {
    let limit = style.dotLimit ?? (data == "identities" ? 1000 : 4000)
    let testRows = thinned(test, to: limit)
    let trainRows = thinned(train, to: min(limit - testRows.count, max(400, testRows.count / 2)))
    return (testRows, trainRows)
  }

  /// For each class the middle of its region, which is there before its samples are: a vector of any
  /// length.
  package var regionVectors: [[Double]] {
    let rows = classifier.dominantRows(in: run.train.labels.isEmpty ? run.test : run.train)
    var vectors = classes.indices.map { run.parameters.weights.row(rows[$0]) }
    guard isPlane else { return vectors }
    var widest = classes.map { _ in 0.0 }
    for arc in classifier.decisionArcs() where arc.end - arc.start > widest[arc.classIndex] {
      widest[arc.classIndex] = arc.end - arc.start
      let middle = Point(angle: (arc.start + arc.end) / 2)
      vectors[arc.classIndex] = [middle.x, middle.y]
    }
    return vectors
  }

  /// The directions of `classVectors` in the plane, radians.
  var classDirections: [Double] { classVectors.map { atan2($0[1], $0[0]) } }

  package var isPlane: Bool { run.options.dimensions == 2 }

  /// Whether a histogram of angles is among the panels.
  package var drawsHistogram: Bool {
    views.contains(.histogram) || (!isPlane && views.contains(.angles))
  }

  /// Whether a histogram of gaps is: of so many classes no rose can be told from the next.
  package var drawsGaps: Bool { views.contains(.angles) && isPlane && !isUncrowded }

  /// Wider by one panel for each view beyond the second, so that frames stay equally large.
  static func size(panels: Int) -> (width: Double, height: Double) {
    switch panels {
    case ...1: Page.square
    case 2: Page.wide
    default: (Page.wide.width + Double(panels - 2) * 432, Page.wide.height)
    }
  }

  /// - Parameter heading: `nil` for what the panel is usually called.
  package func panel(_ view: RunView, in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    switch view {
    case .features:
      return isPlane
        ? featurePanel(in: frame, heading: heading) : spherePanel(in: frame, heading: heading)
    // On the sphere directions have no order to count them by: their angles are counted instead.
    case .angles where isPlane && !isUncrowded: return gapPanel(in: frame, heading: heading)
    case .angles where isPlane:
      return anglePanel(in: frame, heading: heading)
    case .angles, .histogram: return histogramPanel(in: frame, heading: heading)
    case .curve: return curvePanel(in: frame, heading: heading)
    case .pull: return pullPanel(in: frame, heading: heading)
    }
  }

  /// What is said: in a film that of the still picture.
  var told: RunCaption { film?.still.caption ?? caption }

  /// Whether the plane shows how many samples lie where.
  var showsDensity: Bool { caption.isDense }

  /// The wedges of the margin bands, radians.
  var bands: [NeighbourBand] { caption.bands.compactMap { $0 } }

  /// Whether directions are shown on a circle with roses; else a chart takes its place.
  package static func hasRoses(_ run: Run) -> Bool {
    run.options.dimensions == 2 && run.facts.classNames.count <= RunCaption.mostNamed
  }

  /// Whether names of all classes have room.
  var isUncrowded: Bool { classes.count <= RunCaption.mostNamed }
  /// Whether arrows, rules and rings have: of more classes they would be a black star.
  var hasArrows: Bool { classes.count <= RunCaption.mostArrows }

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
  ///
  /// Of several long ones the first, and how many more there are.
  func name(_ group: [Int], on ground: Color? = nil, as beside: ShownNames? = nil) -> RichText {
    let names = beside ?? planeNames
    func said(_ group: ArraySlice<Int>) -> RichText {
      group.reduce(RichText()) { text, index in
        let name = RichText(plain: names.short[index]).bold()
        // In one stretch of right-to-left text the names would change places.
        let isMirrored = names.short[index].endsRightToLeft
        let comma =
          text.isEmpty ? RichText() : RichText(plain: isMirrored ? "\u{200E}, " : ", ")
        return text + comma + name.colored(theme.label(classes[index].color, on: ground))
      }
    }
    let all = said(group[...])
    var limit = names.short == roseNames.short ? style.roseNameLimit : style.nameLimit
    if beside != nil,
      let room = group.filter({ roseLimits.indices.contains($0) }).map({ roseLimits[$0] }).min()
    {
      limit = min(limit, room)
    }
    guard group.count > 1, all.width(size: nameSize, by: theme.measure) > 1.3 * limit else {
      return all
    }
    return said(group.prefix(1)) + RichText(plain: " +\(group.count - 1)").bold()
  }

  func nameLabel(
    _ group: [Int], at center: Point, on ground: Color?, as names: ShownNames? = nil
  ) -> Scene.Item {
    .text(
      name(group, on: ground, as: names), at: center, size: nameSize, color: theme.ink,
      anchor: .middle, baseline: .middle, halo: ground)
  }
}

/// At most `limit` of the rows `0 ..< count`, evenly spaced.
package func thinned(_ count: Int, to limit: Int) -> [Int] {
  limit > 0 ? evenly(Array(0..<count), limit) : []
}
