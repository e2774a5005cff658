extension Figure {
  /// Features that can be told apart, and features that can also be compared.
  static let separableDiscriminative = Figure(
    name: "separable-discriminative",
    title: Wording("Separable is not yet discriminative", zh: "可分离还不等于可判别"),
    source: Wording("Center loss Fig. 1", zh: "Center loss 图 1"),
    summary: Wording(
      "Both pairs of classes are parted by a line without an error. On the left two samples of one "
        + "class may still be farther apart than two of different classes: comparing faces by distance "
        + "fails. On the right every pair within a class is nearer than any pair across.",
      zh: "两组类别都能用一条直线无误分开。但左边同类样本之间的距离可能大于异类之间的距离，以距离比对人脸就会出错；"
        + "右边任何同类样本对都比异类样本对更近。"),
    caveat: Wording("Made-up points, not trained features.", zh: "人造点，并非训练得到的特征。"),
    citations: ["Wen et al. 2016, ECCV"]
  ) { _ in
    let separable = PointClouds.separable
    let discriminative = PointClouds.discriminative
    return FigureResult(claims: [
      separable.claim(
        Wording(
          "separable: no error with a line, yet some pairs within a class are farther apart than "
            + "some across", zh: "可分离：直线分类无误，但有些同类样本对比某些异类样本对更远"),
        threshold: Wording(
          "0 errors, largest distance within > smallest across", zh: "0 个错误，最大类内距离 > 最小类间距离")
      ) { $0 > $1 },
      discriminative.claim(
        Wording(
          "discriminative: every pair within a class is nearer than any across",
          zh: "可判别：任何同类样本对都比异类样本对更近"),
        threshold: Wording(
          "0 errors, largest distance within < smallest across", zh: "0 个错误，最大类内距离 < 最小类间距离")
      ) { $0 < $1 },
    ]) { paper in
      let theme = paper.theme
      let clouds = [
        (separable, paper.text("separable features", zh: "可分离的特征")),
        (discriminative, paper.text("discriminative features", zh: "可判别的特征")),
      ]
      return paper.gridPage(
        FigureGrid(columns: 2, gap: 30, top: 24, bottom: 4),
        key: [
          paper.keyItem(.line(theme.ink, width: 1.25), "a line without an error", zh: "无误的分界线"),
          paper.keyItem(
            .line(theme.ink, width: 1, style: .dashed),
            "the two farthest of a class, and the two nearest of different ones",
            zh: "同类最远的两点，异类最近的两点"),
        ]
      ).scene { zip(clouds, $0).map { $0.0.item(in: $1, heading: $0.1, theme: theme) } }
    }
  }
}

/// Two classes of points in the plane, and a line between them.
private struct PointClouds: Sendable {
  let first: [Point]
  let second: [Point]
  /// Two points of the line.
  let line: (Point, Point)

  /// Drawn out along a line that runs obliquely between them.
  static var separable: PointClouds { clouds(along: 2.3, across: 0.32, offset: 0.95, stream: 1) }

  static var discriminative: PointClouds {
    clouds(along: 0.32, across: 0.3, offset: 1.7, stream: 2)
  }

  private static func clouds(
    along: Double, across: Double, offset: Double, stream: UInt64
  ) -> PointClouds {
    var generator = SplitMix64(seed: 7, stream: stream)
    let direction = Point(angle: .pi / 5)
    let normal = Point(x: -direction.y, y: direction.x)
    func cloud(_ side: Double, _ generator: inout SplitMix64) -> [Point] {
      (0..<90).map { _ in
        // Evenly along, a bell across that ends short of the line.
        let place = along * (2 * generator.uniform() - 1)
        let height =
          across * (generator.uniform() + generator.uniform() + generator.uniform() - 1.5)
        return direction * place + normal * (side * (offset + height))
      }
    }
    return PointClouds(
      first: cloud(1, &generator), second: cloud(-1, &generator),
      line: (direction * -6, direction * 6))
  }

  private var errors: Int {
    let span = line.1 - line.0
    func side(_ point: Point) -> Double {
      span.x * (point.y - line.0.y) - span.y * (point.x - line.0.x)
    }
    return first.count { side($0) <= 0 } + second.count { side($0) >= 0 }
  }

  private typealias Pair = (from: Point, to: Point)

  private func length(_ pair: Pair) -> Double { (pair.to - pair.from).length }

  private var farthestWithin: Pair {
    [first, second].flatMap { points in
      points.flatMap { a in points.map { (a, $0) } }
    }.max { length($0) < length($1) } ?? (.zero, .zero)
  }

  private var nearestAcross: Pair {
    first.flatMap { a in second.map { (a, $0) } }.min { length($0) < length($1) }
      ?? (.zero, .zero)
  }

  func claim(
    _ sentence: Wording, threshold: Wording, holds: (Double, Double) -> Bool
  ) -> Claim {
    let (within, across) = (length(farthestWithin), length(nearestAcross))
    return Claim(
      sentence, threshold: threshold,
      measured: [
        .init(Wording("errors", zh: "错误数"), Double(errors), places: 0),
        .init(Wording("largest within", zh: "最大类内距离"), within),
        .init(Wording("smallest across", zh: "最小类间距离"), across),
      ], isReproduced: errors == 0 && holds(within, across))
  }

  func item(in frame: Rectangle, heading: RichText, theme: Theme) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: -2.9...2.9, y: -2.9...2.9, theme: theme)
    let styles = Palette.okabeIto.styles(classes: 2, theme: theme)
    let (far, near) = (farthestWithin, nearestAcross)
    return .group(
      "clouds",
      items: [
        panel.clipped(
          "points",
          [
            panel.line([line.0, line.1], width: 1.25), panel.dots(first, styles[0], radius: 3),
            panel.dots(second, styles[1], radius: 3),
            panel.line([far.from, far.to], width: 1, style: .dashed),
            panel.line([near.from, near.to], width: 1, style: .dashed),
          ]), panel.border, panel.heading(heading),
      ] + [far, near].map { distance($0, panel) })
  }

  /// How long a pair's line is, beside it and on no point.
  private func distance(_ pair: Pair, _ panel: Panel) -> Scene.Item {
    let text = RichText(plain: decimalText(length(pair), places: 1))
    let along = panel.point(pair.to) - panel.point(pair.from)
    let across = Point(x: -along.y, y: along.x) * (1 / max(along.length, 1e-9))
    let places = stride(from: 10.0, to: 70, by: 3).flatMap { away in
      [0.5, 0.4, 0.6, 0.3, 0.7].flatMap { share in
        [1.0, -1].map { panel.point(pair.from) + along * share + across * (away * $0) }
      }
    }
    // A dot is two short lines.
    let dots = panel.points(first + second).flatMap { dot in
      [Point(x: 4, y: 0), Point(x: 0, y: 4)].map { [dot - $0, dot + $0] }
    }
    let lines = [line, farthestWithin, nearestAcross].map { [$0.0, $0.1] }
    let box = panel.freeBox(for: text, at: places, beside: dots + lines.map(panel.points))
    return panel.theme.words(text, at: box.center, color: panel.theme.ink, anchor: .middle)
  }
}
