extension FeatureScene {
  /// How the angles of samples to their own class, and to the nearest other, are spread.
  func anglePanel(in frame: Rectangle) -> Scene.Item {
    let all = files.map { file in
      let angles = file.measurement.angles
      return (
        own: angles.own.filter { !$0.isNaN }.map(\.degrees), other: angles.other.map(\.degrees)
      )
    }
    let largest = all.flatMap { $0.own + $0.other }.max() ?? 180
    let limit = min(180, max(30, (largest / 10).rounded(.up) * 10))
    let bars = all.map {
      (shares(of: $0.own, in: 0...limit, parts: 60), shares(of: $0.other, in: 0...limit, parts: 60))
    }
    let highest = max(1, bars.flatMap { $0.0 + $0.1 }.max() ?? 1)
    let panel = Panel(in: frame, x: 0...limit, y: 0...highest * 1.12, theme: theme)
    let reference =
      first.usesWeights
      ? text("angle of a sample to a class weight", zh: "样本到类权重的角度")
      : text("angle of a sample to a class center", zh: "样本到类中心的角度")
    return panel.chart(
      "angle-histogram", x: Axis(reference, unit: "°"),
      y: Axis(text("share of samples, %", zh: "样本占比，%"), grid: true),
      inside: panel.clipped("shares", spreads(bars, over: 0...limit, panel)),
      heading: heading(.classes))
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
    // Room for a line of words a file.
    let scale = first.verification.scale
    let headroom = 1.11 + 0.07 * Double(files.count)
    let panel = Panel(in: frame, x: lower...upper, y: 0...highest * headroom, theme: theme)
    return panel.chart(
      "pair-angles", x: scale.axis(isShared: isComparison, over: lower...upper, in: language),
      y: Axis(
        scale.metric == .cosine
          ? text("share of its kind, % per degree", zh: "占同种样本对的 %（每度）")
          : text("share of its kind, % per 1/180", zh: "占同种样本对的 %（每 1/180）"),
        grid: true), inside: panel.clipped("shares", spreads(all, over: 0...180, panel)),
      heading: heading(.pairs),
      over: equalErrors(panel))
  }

  private func percents(_ angles: PairAngles) -> [Double] {
    angles.histogram.map { 100 * Double($0) / Double(max(1, angles.count)) }
  }

  /// Bars for one file, in ink what both kinds have in common; lines for several.
  private func spreads(
    _ all: [([Double], [Double])], over range: ClosedRange<Double>, _ panel: Panel
  ) -> [Scene.Item] {
    guard isComparison else {
      let common = zip(all[0].0, all[0].1).map { min($0, $1) }
      return [
        panel.histogram(all[0].1, over: range, color: otherColor, opacity: barOpacity),
        panel.histogram(all[0].0, over: range, color: ownColor, opacity: barOpacity),
        panel.histogram(common, over: range, color: theme.ink, opacity: Self.commonOpacity),
      ]
    }
    return all.enumerated().flatMap { index, shares -> [Scene.Item] in
      let look = look(index)
      let (own, other) = (outline(shares.0, over: range), outline(shares.1, over: range))
      return [
        panel.line(other, color: look.color, width: 1.5, style: .dashed),
        panel.area(under: own, color: look.color, opacity: 0.12),
      ] + line(own, look, panel, width: 1.5)
        + (theme.isGrey ? [panel.markers(along: other, look)] : [])
    }
  }

  private func outline(_ heights: [Double], over range: ClosedRange<Double>) -> [Point] {
    let width = (range.upperBound - range.lowerBound) / Double(heights.count)
    return heights.enumerated().map { index, height in
      Point(x: range.lowerBound + (Double(index) + 0.5) * width, y: height)
    }
  }

  /// Where the kinds of pairs are mixed up equally often, a line and its words a file.
  ///
  /// All words lie on one side of their lines, and lines further to that side are shorter, so that
  /// none crosses the words of another.
  private func equalErrors(_ panel: Panel) -> [Scene.Item] {
    let errors = files.indices.compactMap { index -> (index: Int, angle: Double, text: RichText)? in
      guard let error = files[index].measurement.verification.equalError else { return nil }
      let scale = files[index].measurement.verification.scale
      let words =
        RichText(plain: "EER \(rateText(error.rate))") + text(" at ", zh: "，位于 ")
        + RichText(plain: scale.text(error.angle))
      return (index, error.angle * 180 / .pi, words)
    }.sorted { ($0.angle, $0.index) < ($1.angle, $1.index) }
    guard let lowest = errors.first, let highest = errors.last else { return [] }
    func width(_ text: RichText) -> Double {
      text.width(size: theme.smallSize, by: theme.measure) + 8
    }
    let fitsLeft = panel.x(lowest.angle) - width(lowest.text) > panel.frame.x
    let fitsRight = panel.x(highest.angle) + width(highest.text) < panel.frame.maxX
    let middle = (panel.x(lowest.angle) + panel.x(highest.angle)) / 2
    let isLeft = fitsLeft && (!fitsRight || middle > panel.frame.midX)
    return errors.enumerated().flatMap { place, error -> [Scene.Item] in
      let rank = isLeft ? errors.count - 1 - place : place
      let leading = theme.smallSize * 1.5
      let y = panel.y.value(at: panel.frame.y + 12 + leading * Double(rank))
      let color = isComparison ? color(error.index) : theme.ink
      return [
        panel.line(
          [Point(x: error.angle, y: 0), Point(x: error.angle, y: y)], color: color, width: 1,
          style: .dotted),
        panel.label(
          error.text, at: Point(x: error.angle, y: y), offset: Point(x: isLeft ? -6 : 6, y: 0),
          color: color, anchor: isLeft ? .end : .start),
      ]
    }
  }
}
