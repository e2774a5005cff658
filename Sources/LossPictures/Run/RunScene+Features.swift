import LossScene

extension RunScene {
  /// The plane of features: regions, bands, samples, boundaries, weights.
  package func featurePanel(
    in frame: Rectangle, heading: RichText? = nil
  ) -> Scene.Item {
    let panel = plane(frame)
    let limit = panel.x.domain.upperBound
    let inset = inset(in: panel)
    return .group(
      "feature-space",
      items: planeMarks(panel, arrows: weights(panel, longest: 0.36 * limit)) + [
        .group("beyond", items: strays(panel))
      ] + (inset.map { insetItems($0, panel) } ?? []) + [
        panel.border, panel.heading(heading ?? text("Feature space", zh: "特征空间")),
        panel.axes(
          x: style.hasXNumbers ? Axis(count: 4) : nil,
          y: style.hasYNumbers ? Axis(count: 4) : nil),
        .group("names", items: names(panel, beside: inset?.frame)),
      ] + (style.hasInnerScale ? [panel.scaleRule] : []))
  }

  /// Regions, bands, samples and lines, each layer ending at the frame.
  func planeMarks(_ panel: Panel, arrows: [Scene.Item] = []) -> [Scene.Item] {
    let regions = decisionRegions(of: classifier, in: panel.domain)
    let ground = regions.map { panel.region($0.polygon, color: classes[$0.classIndex].color) }
    let ringed = ringedRows(panel)
    return [
      panel.clipped("regions", ground + bandItems(panel) + (isStar ? arrows : [])),
      panel.clipped(
        "samples",
        showsDensity ? [density(panel)] : classes.indices.map { dots(of: $0, panel, ringed) }),
      panel.clipped(
        "boundaries",
        featureRules(panel) + boundaries(panel, regions) + (isStar ? [] : arrows)),
    ]
  }

  /// As wide as a panel of the usual picture: what the key says does not change with the size.
  static let usualFrame = Rectangle(x: 0, y: 0, width: 392, height: 392)

  /// Whether some wrong samples of the plane have no ring, because it would be one of a heap, and
  /// whether samples lie beyond it.
  var unseen: (rings: Bool, strays: Bool) {
    guard isPlane, views.contains(.features) else { return (false, false) }
    let usual = plane(Self.usualFrame)
    return (hidesRings(usual), hasStrays(usual))
  }

  private func hasStrays(_ usual: Panel) -> Bool {
    guard !showsDensity else { return false }
    let limit = usual.x.domain.upperBound
    return shown.contains { max(abs($0.x), abs($0.y)) > limit }
  }

  /// A small arrow head at the edge for each sample beyond it, in the color of its class.
  private func strays(_ panel: Panel) -> [Scene.Item] {
    guard !showsDensity else { return [] }
    let inner = panel.frame.inset(by: 4)
    var heads = classes.map { _ in Path() }
    for (set, rows) in [(run.test, testRows), (run.train, trainRows)] {
      for row in rows {
        let place = panel.point(set.features.point(row))
        guard place.isFinite, !panel.frame.contains(place) else { continue }
        let middle = panel.frame.center
        let out = place - middle
        let share = min(
          inner.width / 2 / max(abs(out.x), 1e-9), inner.height / 2 / max(abs(out.y), 1e-9))
        let unit = out * (1 / out.length)
        let tip = middle + out * share + unit * 2.5
        let back = tip - unit * 5
        let side = Point(x: -unit.y * 2.6, y: unit.x * 2.6)
        heads[set.labels[row]].append(Path(polygon: [tip, back + side, back - side]))
      }
    }
    return heads.indices.filter { !heads[$0].segments.isEmpty }.map {
      .path(heads[$0], fill: theme.rim(classes[$0].color), stroke: nil)
    }
  }

  /// What the frame shows of the plane.
  func plane(_ frame: Rectangle) -> Panel {
    plane(style.featureLimit ?? featureLimit(in: frame), frame)
  }

  private func plane(_ limit: Double, _ frame: Rectangle) -> Panel {
    Panel(equalIn: frame, x: -limit...limit, y: -limit...limit, theme: theme)
  }

  /// All samples, training and test, counted pixel by pixel; of very many classes without a color
  /// that would say nothing.
  private func density(_ panel: Panel) -> Scene.Item {
    // A frame of a film has fewer, and the pixels of the still picture.
    let whole = told.run
    let count = whole.train.labels.count + whole.test.labels.count
    var density = Density(
      panel, colors: classes.map { caption.hasManyClasses ? theme.ink : $0.color },
      pixelsPerPoint: Density.pixelsPerPoint(samples: count))
    for set in [run.train, run.test] {
      density.add(set.features.elements, labels: set.labels)
    }
    return density.item
  }

  /// The samples of one class: training pale, test on top, the wrong ones ringed.
  private func dots(of index: Int, _ panel: Panel, _ ringed: [Bool]) -> Scene.Item {
    let radius = dotRadius
    func places(_ set: FeatureSet, _ rows: [Int]) -> [Point] {
      rows.filter { set.labels[$0] == index }.map { set.features.point($0) }
    }
    let wrong = testRows.filter { ringed[$0] }
    return .group(
      "class", title: caption.classNames[index],
      items: [
        panel.dots(places(run.train, trainRows), classes[index], look: .pale, radius: radius),
        panel.dots(places(run.test, testRows), classes[index], radius: radius),
        rings(places(run.test, wrong), panel, radius: radius),
      ])
  }

  /// Half the side of the plane that is shown: all samples but stray ones, with room for names.
  package func featureLimit(in frame: Rectangle) -> Double {
    let shown = shown
    var limit = featureReach
    guard isUncrowded else { return limit }
    // Long names find a place beside the samples instead: for them the plane would become empty.
    let signs = nameSigns.filter { $0.width < 40 }
    // A little wider until no name stands on a sample.
    for _ in 0..<14 {
      let panel = plane(limit, frame)
      let boxes = signs.map { $0.box(in: panel).inset(by: -3) }
      guard
        shown.contains(where: { sample in
          let place = panel.point(sample)
          return boxes.contains { $0.contains(place) }
        })
      else { break }
      limit *= 1.04
    }
    return limit
  }

  /// The same without the room for names.
  package var featureReach: Double {
    let reaches = shown.map { max(abs($0.x), abs($0.y)) }
    let far = percentile(98, of: reaches)
    return max(1e-9, min(reaches.max() ?? 1, 1.25 * far) * 1.04)
  }

  /// The features that are drawn.
  var shown: [Point] {
    [(run.test, testRows), (run.train, trainRows)].flatMap { set, rows in
      rows.map { set.features.point($0) }
    }
  }
}
