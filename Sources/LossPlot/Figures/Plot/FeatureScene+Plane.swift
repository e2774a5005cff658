import LossLab

extension FeatureScene {
  /// The shadow of the features on the plane that keeps their angles best.
  func planePanel(in frame: Rectangle) -> Scene.Item {
    let view = first.plane
    let styles = (style.palette ?? .okabeIto).styles(classes: view.classes.count, theme: theme)
    // Words below say what is lost; they take the room that other panels need for an axis.
    let caption = RichText(
      plain: "keeps \(percentText(view.kept)) of the squared length; angles between"
        + " samples are off by \(degreesText(view.angleError)) on average"
    ).wrapped(width: frame.width, size: theme.smallSize, by: theme.measure)
    let leading = 12.5
    var area = frame
    area.height += Panel.tickRoom + Panel.titleRoom - leading * Double(caption.count) - 2
    let ends = view.samples.map { $0.point } + view.centers
    let panel = Panel(
      equalIn: area, x: reach(of: ends.map { $0.x }), y: reach(of: ends.map { $0.y }),
      theme: theme)
    let radius = 0.9 * Panel.dotRadius(count: view.samples.count)
    let dots = view.classes.indices.map { place in
      panel.dots(
        view.samples.filter { $0.classPlace == place }.map { $0.point }, styles[place],
        radius: radius)
    }
    let arrows = view.centers.map { panel.arrow(from: .zero, to: $0, width: 1.1) }
    let names = view.centers.enumerated().map { place, center in
      EndLabel(
        RichText(plain: first.classNames[view.classes[place]]).bold()
          .truncated(width: frame.width * 0.4, size: theme.smallSize, by: theme.measure),
        at: center, color: styles[place].label)
    }
    let all = first.table.rows.count
    let which =
      view.classes.count < all
      ? "the \(view.classes.count) largest of \(groupedText(all)) classes" : "all classes"
    return .group(
      Scene.Group(
        "plane",
        items: [
          panel.clipped("samples", dots), panel.clipped("centers", arrows), panel.border,
          panel.heading(RichText(plain: "Shadow on the best plane: \(which)")),
          panel.pointLabels(names, avoiding: view.samples.map { $0.point }),
        ]
          + caption.enumerated().map { line, words in
            .text(
              Scene.Text(
                words,
                at: Point(x: frame.midX, y: area.maxY + 12 + leading * Double(line)),
                size: theme.smallSize, color: theme.muted, anchor: .middle))
          }))
  }

  /// From the origin to all ends, with room for the names that stand at them.
  private func reach(of ends: [Double]) -> ClosedRange<Double> {
    let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
    let room = 0.09 * max(high - low, 0.05)
    return low - room...high + room
  }
}
