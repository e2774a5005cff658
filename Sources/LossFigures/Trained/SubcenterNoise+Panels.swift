extension FigurePaper {
  private var labelColors: [Color] { [2, 4, 1].map { theme.mark(Palette.okabeIto.colors[$0]) } }

  var wrongLabelKey: [KeyItem] {
    let words: [RichText] = [
      text("right label", zh: "正确标签"),
      text("wrong label, at the dominant weight", zh: "错误标签，在主权重处"),
      text("wrong label, at another weight", zh: "错误标签，在其他权重处"),
    ]
    return lineKey(words, labelColors, width: 1.75) + [
      keyItem(
        .line(theme.ink, width: 1.25, style: .dashed), "share of wrong ones at dominant weights",
        zh: "主权重处错误样本的占比")
    ]
  }

  /// Angles of training samples to the nearest weight of their class, by label.
  func nearestAnglePanel(
    _ outcome: SubcenterOutcome, variant: Int, in frame: Rectangle
  ) -> Scene.Item {
    let share = SubcenterOutcome.shownShare
    let seed = outcome.runs[variant][share].firstIndex { $0 != nil }
    let angles = seed.flatMap { outcome.angles(variant, share: share, seed: $0) }
    let lists = angles.map { [$0.right, $0.wrong, $0.wrongElsewhere] } ?? [[], [], []]
    let count = lists.joined().count
    let lines = lists.map { list in
      shares(of: list.map(\.degrees), in: 0...120, parts: 30, total: count).enumerated().map {
        Point(4 * Double($0.offset) + 2, $0.element)
      }
    }
    let highest = max(1, lines.joined().map(\.y).max() ?? 1)
    let panel = Panel(in: frame, x: 0...120, y: 0...1.1 * highest, theme: theme)
    return panel.chart(
      "angles",
      x: Axis(
        text("angle to the nearest own weight", zh: "与最近的本类权重的夹角"),
        ticks: [0, 30, 60, 90, 120].map { Tick($0, "\(Int($0))°") }),
      y: Axis(text("training samples", zh: "训练样本"), grid: true, unit: " %"),
      inside: panel.lines(
        lines.indices.filter { lines[$0].contains { $0.y > 0 } }.map {
          ChartLine(points: lines[$0], color: labelColors[$0], width: 1.75, style: theme.line($0))
        }),
      heading: listed(
        outcome.labels[variant], Wording("20 % of labels wrong", zh: "20 % 标签错误")))
  }

  /// Test accuracy, and the wrong samples at dominant weights, against the share of wrong labels.
  func subcenterPanel(
    _ outcome: SubcenterOutcome, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: -1...21, y: 0...103, theme: theme)
    let colors = lineColors(SubcenterOutcome.compared.count)
    let shares = SubcenterOutcome.shares
    let lines = SubcenterOutcome.compared.map { variant in
      [
        ChartLine(
          shares.indices.map {
            SpreadValue(x: shares[$0].percent, seeds: outcome.accuracies(variant, share: $0))
          }, color: colors[variant]),
        ChartLine(
          points: shares.indices.map {
            Point(shares[$0].percent, mean(outcome.wrongAtDominant(variant, share: $0)))
          }, color: colors[variant], style: .dashed),
      ]
    }
    let marks = SubcenterOutcome.compared.map { variant in
      panel.label(
        text(outcome.labels[variant]), at: Point(18, lines[variant][0].points[2].y),
        offset: Point(0, variant == 0 ? 13 : -15), color: colors[variant])
    }
    return panel.chart(
      "accuracy",
      x: Axis(
        text("wrong training labels", zh: "错误训练标签"),
        ticks: [0, 5, 10, 15, 20].map { Tick($0, "\(Int($0)) %") }),
      y: Axis(grid: true, unit: " %"), inside: panel.lines(lines.flatMap { $0 }),
      heading: text("accuracy on test samples", zh: "测试样本的准确率"), over: marks)
  }
}
