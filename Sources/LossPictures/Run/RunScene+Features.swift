import LossLab
import LossScene

extension RunScene {
  /// The plane of features: regions, bands, samples, boundaries, weights.
  package func featurePanel(
    in frame: Rectangle, heading: RichText? = nil
  ) -> Scene.Item {
    let limit = style.featureLimit ?? featureLimit(in: frame)
    let panel = plane(limit, frame)
    let regions = decisionRegions(of: classifier, in: panel.domain)
    let ground = regions.map { panel.region($0.polygon, color: classes[$0.classIndex].color) }
    let margins = bandItems(panel)
    let arrows = weights(panel, longest: 0.36 * limit)
    return .group(
      Scene.Group(
        "feature-space",
        items: [
          panel.clipped("regions", ground + margins + (hasArrowsBelow ? arrows : [])),
          panel.clipped(
            "samples",
            showsDensity ? [density(panel)] : classes.indices.map { dots(of: $0, panel) }),
          panel.clipped(
            "boundaries",
            featureRules(panel) + boundaries(panel, regions) + (hasArrowsBelow ? [] : arrows)),
          .group(Scene.Group("beyond", items: strays(panel))),
          panel.border, panel.heading(heading ?? word("Feature space", zh: "特征空间")),
          panel.axes(
            x: style.hasXNumbers ? Axis(count: 4) : nil,
            y: style.hasYNumbers ? Axis(count: 4) : nil),
          .group(Scene.Group("names", items: names(panel))),
        ] + (style.hasInnerScale ? [panel.scaleRule] : [])))
  }

  /// Arrows of many classes would bury the short ones at the origin.
  private var hasArrowsBelow: Bool { classes.count > 8 }

  /// Whether samples lie beyond what the plane shows.
  var hasStrays: Bool {
    // As wide as a panel of the usual picture shows.
    let frame = Rectangle(x: 0, y: 0, width: 392, height: 392)
    let limit = style.featureLimit ?? featureLimit(in: frame)
    return shown.contains { max(abs($0.x), abs($0.y)) > limit }
  }

  /// A small arrow head at the edge for each sample beyond it, in the color of its class.
  private func strays(_ panel: Panel) -> [Scene.Item] {
    guard !showsDensity else { return [] }
    let inner = panel.frame.inset(by: 4)
    var heads = classes.map { _ in Path() }
    for (set, rows) in [(run.test, testRows), (run.train, trainRows)] {
      for row in rows {
        let place = panel.point(Point(x: set.features[row, 0], y: set.features[row, 1]))
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
      .path(heads[$0], fill: classes[$0].color, stroke: nil)
    }
  }

  private func plane(_ limit: Double, _ frame: Rectangle) -> Panel {
    Panel(equalIn: frame, x: -limit...limit, y: -limit...limit, theme: theme)
  }

  /// All samples, training and test, counted pixel by pixel.
  private func density(_ panel: Panel) -> Scene.Item {
    var density = Density(panel, colors: classes.map { $0.color })
    for set in [run.train, run.test] {
      density.add(set.features.elements, labels: set.labels)
    }
    return density.item
  }

  /// The samples of one class: training pale, test on top, the wrong ones ringed.
  private func dots(of index: Int, _ panel: Panel) -> Scene.Item {
    let radius =
      0.9 * style.dotScale * Panel.dotRadius(count: testRows.count + trainRows.count)
    func places(_ set: FeatureSet, _ rows: [Int]) -> [Point] {
      rows.filter { set.labels[$0] == index }.map {
        Point(x: set.features[$0, 0], y: set.features[$0, 1])
      }
    }
    let wrong = testRows.filter { run.test.predicted[$0] != index }
    return .group(
      Scene.Group(
        "class", title: caption.classNames[index],
        items: [
          panel.dots(places(run.train, trainRows), classes[index], look: .pale, radius: radius),
          panel.dots(places(run.test, testRows), classes[index], radius: radius),
          rings(places(run.test, wrong), panel, radius: radius),
        ]))
  }

  /// Rings around wrong samples; thin ones where they are so many that they would hide them.
  func rings(_ places: [Point], _ panel: Panel, radius: Double) -> Scene.Item {
    guard hasArrows else { return .group(Scene.Group("rings", items: [])) }
    guard places.count > 40 || classes.count > 8 else { return panel.rings(places, radius: radius) }
    return .dots(
      Scene.Dots(
        panel.points(places), radius: radius * 1.6, fill: nil,
        stroke: Stroke(theme.ink.withOpacity(0.35), width: 0.5)))
  }

  private func boundaries(_ panel: Panel, _ regions: [DecisionRegion]) -> [Scene.Item] {
    guard classifier.isDirectional else {
      return regions.map { panel.line($0.polygon + $0.polygon.prefix(1), width: 1) }
    }
    let arcs = classifier.decisionArcs()
    return arcs.count < 2 ? [] : rays(panel, arcs.map { $0.start })
  }

  /// Boundaries; of very many classes as hairlines that fade, so that samples show.
  func rays(_ panel: Panel, _ directions: [Double]) -> [Scene.Item] {
    guard !hasArrows else { return directions.map { panel.ray(direction: $0, width: 1) } }
    let color = theme.ink.withOpacity(max(0.12, min(0.7, 16 / Double(classes.count))))
    return directions.map { panel.ray(direction: $0, color: color, width: 0.5) }
  }

  /// The ends of the margined rules.
  func rules(_ panel: Panel) -> [Scene.Item] {
    guard hasArrows else { return [] }
    return (bands + overlaps).flatMap { band in
      [band.start, band.start + band.width].map {
        panel.ray(direction: $0, width: 0.8, style: .dashed)
      }
    }
  }

  /// Arrows for the class weights: to scale where ‖W‖ counts, else all equal.
  func weights(_ panel: Panel, longest: Double) -> [Scene.Item] {
    guard hasArrows else { return [] }
    let weights = run.parameters.weights
    let norms = (0..<weights.rows).map { norm(weights.row($0)) }
    let largest = max(norms.max() ?? 0, 1e-12)
    let isScaled = classifier.head.magnitude.usesWeightNorm
    return norms.indices.filter { norms[$0] > 0 }.map { index in
      let length = longest * (isScaled ? norms[index] / largest : 1)
      let direction = Point(x: weights[index, 0], y: weights[index, 1]) * (1 / norms[index])
      return panel.arrow(from: .zero, to: direction * length)
    }
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
  private var shown: [Point] {
    [(run.test, testRows), (run.train, trainRows)].flatMap { set, rows in
      rows.map { Point(x: set.features[$0, 0], y: set.features[$0, 1]) }
    }
  }

  private func names(_ panel: Panel) -> [Scene.Item] {
    guard isUncrowded else { return [] }
    let dots = shown.map { panel.point($0) }
    var taken: [Rectangle] = []
    return nameSigns.map { sign in
      let box =
        sign.places(in: panel).enumerated().map { rank, box in
          let near = box.inset(by: -2)
          let words = taken.filter {
            $0.x < near.maxX && near.x < $0.maxX && $0.y < near.maxY && near.y < $0.maxY
          }.count
          return (
            box: box,
            cost: 1000 * words + 10 * dots.filter { near.contains($0) }.count + rank
          )
        }.min { $0.cost < $1.cost }?.box ?? sign.box(in: panel)
      taken.append(box)
      return nameLabel(
        sign.group, at: box.center, on: theme.tint(classes[sign.group[0]].color))
    }
  }

  /// The names of `nameGroups`, measured.
  private var nameSigns: [NameSign] {
    nameGroups.map { group in
      NameSign(
        group: group, width: name(group).width(size: theme.textSize, by: theme.measure),
        direction: classDirections[group[group.count / 2]])
    }
  }
}

/// Names of classes that stand at the rim of the frame, in their direction.
private struct NameSign {
  let group: [Int]
  let width: Double
  let direction: Double

  /// Its place at the rim and, for a long name, above and below it.
  func places(in panel: Panel) -> [Rectangle] {
    let usual = box(in: panel)
    guard width >= 40 else { return [usual] }
    let inside = panel.frame.inset(by: 4)
    return [0.0, -15, 15, -27, 27, -40, 40].map { shift in
      var box = usual
      box.y = min(inside.maxY - box.height, max(inside.y, box.y + shift))
      return box
    }
  }

  func box(in panel: Panel) -> Rectangle {
    let toward = Point(angle: direction)
    let reach = min(
      (panel.frame.width / 2 - width / 2 - 7) / max(abs(toward.x), 1e-9),
      (panel.frame.height / 2 - 13) / max(abs(toward.y), 1e-9))
    let center = scenePoint(from: panel.frame.center, angle: direction, radius: reach)
    return Rectangle(x: center.x - width / 2, y: center.y - 6, width: width, height: 12)
  }
}
