/// The anchor, positive and negative that are followed through training.
struct ShownTriplet: Sendable, Equatable {
  var anchor: Int
  var positive: Int
  var negative: Int

  /// The first sample, the median of its positives by distance, and a negative that is much nearer:
  /// the farthest within 0.6 of the positive's angle, else the nearest of all.
  init(_ features: Matrix<Double>, labels: [Int]) {
    let anchor = labels.indices.first ?? 0
    let angles = labels.indices.map {
      angleBetween(features.row(anchor), features.row($0)).radians
    }
    let own = labels.indices.filter { $0 != anchor && labels[$0] == labels[anchor] }
      .sorted { angles[$0] < angles[$1] }
    let positive = own.isEmpty ? anchor : own[own.count / 2]
    let others = labels.indices.filter { labels[$0] != labels[anchor] }
    let nearer = others.filter { angles[$0] < 0.6 * angles[positive] }
    self.anchor = anchor
    self.positive = positive
    negative =
      nearer.max { angles[$0] < angles[$1] } ?? others.min { angles[$0] < angles[$1] } ?? anchor
  }
}

extension FigurePaper {
  func tripletCircle(
    _ triplet: ShownTriplet, _ features: Matrix<Double>, _ run: Run, in frame: Rectangle,
    heading: RichText
  ) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: -1.14...1.14, y: -1.14...1.14, theme: theme)
    let styles = classStyles(run)
    func direction(_ row: Int) -> Double { features.point(row).angle }
    let positive = angleBetween(features.row(triplet.anchor), features.row(triplet.positive))
    let ring = SemiHardRing(positive: 2 - 2 * positive.cosine, margin: run.settings.margin)
    let arcs = semiHardArcs(ring, around: direction(triplet.anchor), panel)
    let rows = thinned(features.rows, to: 400)
    let dots = styles.indices.map { index in
      panel.dots(
        rows.filter { run.test.labels[$0] == index }.map { Point(angle: direction($0)) },
        styles[index], radius: 2)
    }
    let names = [
      (triplet.anchor, said("anchor", zh: "锚点"), 0.4),
      (triplet.positive, said("positive", zh: "正样本"), 0.52),
      (triplet.negative, said("negative", zh: "负样本"), 0.52),
    ]
    let marks = names.flatMap { row, name, radius -> [Scene.Item] in
      let tip = Point(angle: direction(row))
      let color = theme.label(styles[run.test.labels[row]].color)
      let words = RichText(plain: name).bold()
      let others = names.map(\.0).filter { $0 != row }.map(direction)
      return [
        panel.arrow(from: .zero, to: tip, color: color, width: 1.75),
        panel.label(
          words, at: beside(tip, at: radius, words, others: others, panel), color: color,
          size: theme.textSize),
      ]
    }
    return .group(
      "triplet",
      items: [panel.circle(radius: 1, stroke: Stroke(theme.faint, width: 1))] + arcs + dots
        + marks + [panel.heading(heading)])
  }

  /// The negatives that are farther than the positive, but not by the margin, on both sides.
  ///
  /// - Parameter start: the direction of the anchor, radians.
  private func semiHardArcs(
    _ ring: SemiHardRing, around start: Double, _ panel: Panel
  ) -> [Scene.Item] {
    let outer = min(.pi, ring.outer)
    return [(start + ring.inner, start + outer), (start - outer, start - ring.inner)].map {
      panel.sector(inner: 0.9, outer: 1.1, start: $0.0, end: $0.1, fill: theme.band)
    }
  }

  /// Where the name of an arrow stands: beside it, on the side that is farther from the others.
  ///
  /// - Parameters:
  ///   - tip: of the arrow, which begins in the middle; its length is 1.
  ///   - others: the directions of the others, radians.
  private func beside(
    _ tip: Point, at radius: Double, _ words: RichText, others: [Double], _ panel: Panel
  ) -> Point {
    let half = words.width(size: theme.textSize, by: theme.measure) / 2
    let away = (0.65 * theme.textSize * abs(tip.x) + (half + 4) * abs(tip.y)) / panel.x.unit
    let places = [1.0, -1].map { tip * radius + Point(x: -tip.y, y: tip.x) * ($0 * away) }
    func room(_ place: Point) -> Double {
      others.map { abs(signedTurn(place.angle - $0)) }.min() ?? 0
    }
    return room(places[0]) >= room(places[1]) ? places[0] : places[1]
  }

  /// How the shares of the three kinds go over training.
  func kindsPanel(_ run: Run, in frame: Rectangle) -> Scene.Item {
    let last = Double(run.snapshots.last?.step ?? 1)
    var frame = frame
    frame.width -= Panel.room(for: [text("semi-hard", zh: "半难")], theme: theme)
    let panel = Panel(in: frame, x: 0...max(1, last), y: 0...100, theme: theme)
    let kinds = run.snapshots.map { snapshot in
      TripletKinds(
        snapshot.features, labels: run.test.labels, margin: run.settings.margin, limit: 80)
    }
    let steps = run.snapshots.map { Double($0.step) }
    let shares: [(RichText, [Double])] = [
      (text("no loss", zh: "无损失"), kinds.map(\.easy)),
      (text("semi-hard", zh: "半难"), kinds.map(\.semiHard)),
      (text("hard", zh: "难"), kinds.map(\.hard)),
    ]
    let lines = zip(shares, lineColors(3)).map { kind, color in
      ChartLine(
        points: zip(steps, kind.1).map { Point($0, $1.percent) }, color: color, name: kind.0)
    }
    return panel.chart(
      "kinds", x: Axis(text("step", zh: "步数")), y: Axis(grid: true), inside: panel.lines(lines),
      heading: text("share of all triplets, %", zh: "占全部三元组的比例，%"), over: [panel.endLabels(lines)])
  }
}
