import LossLab

extension FeatureScene {
  /// How the angles of samples to their own class, and to the nearest other, are spread.
  func anglePanel(in frame: Rectangle) -> Scene.Item {
    let bins = 60
    let largest =
      files.flatMap { file in
        [99.5, 50].map { percentile($0, of: file.measurement.angles.other) }
          + [percentile(99.5, of: file.measurement.angles.own)]
      }.max() ?? .pi
    let limit = min(180, max(30, (largest * 180 / .pi / 10).rounded(.up) * 10))
    func shares(_ angles: [Double]) -> [Double] {
      var counts = Array(repeating: 0.0, count: bins)
      for angle in angles {
        counts[min(bins - 1, Int(angle * 180 / .pi / limit * Double(bins)))] += 1
      }
      return counts.map { 100 * $0 / Double(max(1, angles.count)) }
    }
    let all = files.map { (shares($0.measurement.angles.own), shares($0.measurement.angles.other)) }
    let highest = max(1, all.flatMap { $0.0 + $0.1 }.max() ?? 1)
    let panel = Panel(in: frame, x: 0...limit, y: 0...highest * 1.12, theme: theme)
    let reference = first.usesWeights ? "class weight" : "class center"
    return .group(
      Scene.Group(
        "angle-histogram",
        items: [
          panel.axes(
            x: Axis(RichText(plain: "angle of a sample to a \(reference)"), unit: "°"),
            y: Axis("share of samples, %", grid: true)),
          panel.clipped("shares", spreads(all, over: 0...limit, panel)), panel.border,
          panel.heading("Samples: own class \(formula: "θ_y"), nearest other class"),
        ]))
  }

  /// Pair angles, positive and negative, their overlap shaded and the equal error point marked.
  func pairPanel(in frame: Rectangle) -> Scene.Item {
    let all = files.map { file in
      (
        percents(file.measurement.verification.positive),
        percents(file.measurement.verification.negative)
      )
    }
    let filled = (0..<180).filter { bin in all.contains { $0.0[bin] + $0.1[bin] > 0.02 } }
    let lower = Double((filled.first ?? 0) / 10 * 10)
    let upper = Double(min(180, ((filled.last ?? 179) / 10 + 1) * 10))
    let highest = max(1, all.flatMap { $0.0 + $0.1 }.max() ?? 1)
    let panel = Panel(in: frame, x: lower...upper, y: 0...highest * 1.18, theme: theme)
    var items = spreads(all, over: 0...180, panel)
    if !isComparison {
      let common = zip(all[0].0, all[0].1).map { min($0, $1) }
      items.append(
        panel.histogram(common, over: 0...180, color: theme.ink, opacity: 0.35))
    }
    return .group(
      Scene.Group(
        "pair-angles",
        items: [
          panel.axes(
            x: Axis("angle between the two samples of a pair", unit: "°"),
            y: Axis("share of its kind, % per degree", grid: true)),
          panel.clipped("shares", items), panel.border,
          panel.heading("Pairs of one class and of two"),
        ] + equalErrors(panel)))
  }

  private func percents(_ angles: PairAngles) -> [Double] {
    angles.histogram.map { 100 * Double($0) / Double(max(1, angles.count)) }
  }

  /// Bars for one file, lines for several.
  private func spreads(
    _ all: [([Double], [Double])], over range: ClosedRange<Double>, _ panel: Panel
  ) -> [Scene.Item] {
    guard isComparison else {
      return [
        panel.histogram(all[0].1, over: range, color: otherColor),
        panel.histogram(all[0].0, over: range, color: ownColor),
      ]
    }
    return all.enumerated().flatMap { index, shares in
      [
        panel.line(
          outline(shares.1, over: range), color: color(index), width: 1.5, style: .dashed),
        panel.area(under: outline(shares.0, over: range), color: color(index), opacity: 0.12),
        panel.line(outline(shares.0, over: range), color: color(index), width: 1.5),
      ]
    }
  }

  private func outline(_ heights: [Double], over range: ClosedRange<Double>) -> [Point] {
    let width = (range.upperBound - range.lowerBound) / Double(heights.count)
    return heights.enumerated().map { index, height in
      Point(x: range.lowerBound + (Double(index) + 0.5) * width, y: height)
    }
  }

  private func equalErrors(_ panel: Panel) -> [Scene.Item] {
    files.enumerated().flatMap { index, file -> [Scene.Item] in
      guard let error = file.measurement.verification.equalError else { return [] }
      let place = error.angle * 180 / .pi
      let color = isComparison ? color(index) : theme.ink
      let y = panel.y.domain.upperBound * (0.95 - 0.065 * Double(index))
      let isRight = panel.x(place) > panel.frame.midX
      return [
        panel.line(
          [Point(x: place, y: 0), Point(x: place, y: y)], color: color, width: 1, style: .dotted),
        panel.label(
          "EER \(rateText(error.rate)) at \(degreesText(error.angle))", at: Point(x: place, y: y),
          offset: Point(x: isRight ? -6 : 6, y: 0), color: color,
          anchor: isRight ? .end : .start),
      ]
    }
  }
}
