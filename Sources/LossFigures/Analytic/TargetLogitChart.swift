/// A loss of an analytic picture and what it is called there.
package struct NamedHead: Sendable {
  package var head: MarginSoftmax
  package var label: RichText

  package init(head: MarginSoftmax, label: RichText) {
    self.head = head
    self.label = label
  }
}

/// Any target logits in one picture, with a ring where one stops falling.
package struct TargetLogitChart: LossChart {
  package let heads: [NamedHead]
  /// The losses by their target logits: those of one group have the same.
  private let alike: [[NamedHead]]
  /// Degrees.
  package var range: ClosedRange<Double>
  package var showsSlope: Bool
  package var style: FigureStyle

  package init(
    heads: [NamedHead], range: ClosedRange<Double> = 0...180, showsSlope: Bool = false,
    style: FigureStyle
  ) {
    self.heads = heads
    alike = Self.alike(heads)
    self.range = range
    self.showsSlope = showsSlope
    self.style = style
  }

  /// The target logits that differ, called after the first of their losses: "Softmax +7".
  private var drawn: [NamedHead] {
    alike.map { heads in
      let more = heads.count > 1 ? " +\(heads.count - 1)" : ""
      return NamedHead(head: heads[0].head, label: heads[0].label + RichText(plain: more))
    }
  }

  private static func alike(_ heads: [NamedHead]) -> [[NamedHead]] {
    var groups: [[NamedHead]] = []
    for head in heads {
      if let place = groups.firstIndex(where: { $0[0].head.target.isSame(as: head.head.target) }) {
        groups[place].append(head)
      } else {
        groups.append([head])
      }
    }
    return groups
  }

  /// Which losses share a line.
  private var shared: [RichText] {
    alike.filter { $0.count > 1 }.map { heads in
      text("one line: ", zh: "同一条曲线：") + signs.listed(heads.map(\.label))
    }
  }

  /// A clause for each target logit that stops falling.
  package var turns: [String] {
    drawn.compactMap { head in
      head.head.target.turningPoint.map {
        let (name, angle) = (head.label.text, degreesText($0))
        return said(
          "\(name): the target logit stops falling at \(angle)",
          zh: "\(name)：目标 logit 在 \(angle) 处不再下降")
      }
    }
  }

  /// Of the losses that compare W · x: what else than the angle counts.
  private var cosines: [RichText] {
    let free = heads.filter { $0.head.target.isCosine && $0.head.magnitude.usesWeightNorm }
    guard !free.isEmpty else { return [] }
    let names = RichText(plain: free.map { $0.label.text }.joined(separator: said(", ", zh: "、")))
    let words = text(
      "the target is $‖W‖ ‖x‖ cos θ$, with both norms free", zh: "目标为 $‖W‖ ‖x‖ cos θ$，两个模长自由")
    return [names + RichText(plain: signs.colon) + words]
  }

  /// Which curves they are.
  private var showing: RichText {
    let what =
      showsSlope
      ? text(
        "Slopes $dψ/dθ$ of target logits against the angle $θ$ to the own class, without the scale",
        zh: "目标 logit 的斜率 $dψ/dθ$ 随与本类权重的夹角 $θ$ 的变化（不含尺度）")
      : text(
        "Target logits $ψ(θ)$ against the angle $θ$ to the own class, without the scale",
        zh: "目标 logit $ψ(θ)$ 随与本类权重的夹角 $θ$ 的变化（不含尺度）")
    return what + RichText(plain: signs.colon) + signs.listed(heads.map(\.label))
  }

  private func chart(_ styles: [SeriesStyle]) -> CurvePanel {
    var chart = CurvePanel(
      curves: zip(drawn, styles).map { head, style in
        TargetCurve(
          label: head.label, margin: head.head.target, color: style.color,
          style: !theme.isGrey && head.head.target.isCosine ? .dashed : style.line)
      }, range: range, showsSlope: showsSlope, marksTurns: true,
      tickStep: range.upperBound - range.lowerBound > 100 ? 30 : 10)
    chart.title = text("angle $θ$ to the own class", zh: "与本类权重的夹角 $θ$")
    if let lowest = lowestShown {
      let ends = ends
      let highest = ends.map(\.upperBound).max() ?? 1
      chart.limits = lowest...highest + 0.04 * (highest - lowest)
      chart.leaving = ends.indices.filter { ends[$0].lowerBound < lowest }
    }
    return chart
  }

  /// Of each curve, its least and its largest value.
  private var ends: [ClosedRange<Double>] {
    drawn.map { head in
      let curve = TargetCurve(label: head.label, margin: head.head.target, color: .black)
      let values = CurvePanel(curves: [curve], range: range).points(curve).map(\.y).filter(
        \.isFinite)
      return (values.min() ?? -1)...(values.max() ?? 1)
    }
  }

  /// The lower end of the axis where some curves fall so far that they would press the others
  /// together; `nil` for what all need.
  ///
  /// SphereFace falls to 1 − 2m. Half as far again is shown as the others need.
  var lowestShown: Double? {
    guard !showsSlope else { return nil }
    let ends = ends
    let spans = ends.map { $0.upperBound - $0.lowerBound }
    guard let least = spans.min(), least > 0 else { return nil }
    let usual = ends.indices.filter { spans[$0] <= 2 * least }
    guard usual.count < ends.count, let low = usual.map({ ends[$0].lowerBound }).min(),
      let high = ends.map(\.upperBound).max()
    else { return nil }
    let lowest = high - 1.5 * (high - low)
    // A curve that ends little below is shown whole.
    return (ends.map(\.lowerBound).min() ?? 0) < lowest - 0.25 * (high - lowest) ? lowest : nil
  }

  /// Which curves go on below the frame, and how far.
  private var goingOn: [RichText] {
    guard let lowest = lowestShown else { return [] }
    return zip(drawn, ends).filter { $1.lowerBound < lowest }.map { head, ends in
      let (least, end) = (short((ends.lowerBound * 100).rounded() / 100), short(range.upperBound))
      return head.label + RichText(plain: signs.colon)
        + text("goes on below, to \(least) at \(end)°", zh: "在图框下方继续，\(end)° 处为 \(least)")
    }
  }

  package var naturalWidth: Double { Page.wide.width }

  package var unscaled: Scene {
    let drawn = drawn
    let palette = style.palette ?? .standard(classes: drawn.count)
    var chart = chart(palette.series(drawn.count, theme: theme))
    let size = fit.size(Page.wide)
    chart.hasEndLabels = Panel.hasRoom(for: drawn.map(\.label), pageWidth: size.width, theme: theme)
    let page = page(key: chart.hasEndLabels ? [] : chart.key(theme), size)
    var frame = page.body
    let top = theme.omitted.contains(.title) ? 8.0 : 0
    frame.y += top
    frame.width -= max(0, chart.room(theme) - (page.width < Page.narrow ? 0 : 24))
    frame.height -= Panel.wideAxisRoom + top
    return page.scene(
      description: signs.sentences([showing]).text, [chart.item(in: frame, theme: theme)])
  }

  private func page(key: [KeyItem], _ size: (width: Double, height: Double)) -> Page {
    let stop = keyItem(
      .dot(.circle, fill: theme.paper, stroke: Stroke(theme.ink, width: 1.4)),
      "the target logit stops falling", zh: "目标 logit 不再下降")
    let name =
      showsSlope
      ? text("Slopes of target logits", zh: "目标 logit 的斜率") : text("Target logits", zh: "目标 logit")
    let quantity =
      showsSlope
      ? text("$dψ/dθ$, without the scale", zh: "$dψ/dθ$，不含尺度")
      : text("$ψ(θ)$, without the scale", zh: "$ψ(θ)$，不含尺度")
    let notes = shared + goingOn + turns.map { RichText(plain: $0) } + cosines
    var page = style.page(
      name, subtitle: [quantity], key: key + (turns.isEmpty ? [] : [stop]), notes: notes, size: size
    )
    page.captionSentences = [showing] + notes
    page.fitMargins()
    if fit.height == nil {
      // Many names need a longer page, not a flatter panel.
      let flattest = page.width < Page.narrow ? 0.5 : 0.4
      page = page.with(body: max(page.body.height, flattest * page.body.width + Panel.wideAxisRoom))
    }
    return page
  }
}
