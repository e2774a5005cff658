import LossLab

extension FeatureScene {
  /// The shadow of the features on the plane that keeps their angles best.
  func planePanel(in frame: Rectangle) -> Scene.Item {
    let view = first.plane
    let styles = (style.palette ?? .okabeIto).styles(classes: view.classes.count, theme: theme)
    // Room below for the words that say what is lost.
    var upper = frame
    upper.height -= 20
    let side = min(upper.width, upper.height + 34)
    let square = Rectangle(x: upper.midX - side / 2, y: upper.y, width: side, height: side)
    let reach = 1.04 * max(0.05, view.samples.map { $0.point.length }.max() ?? 1)
    let panel = Panel(equalIn: square, x: -reach...reach, y: -reach...reach, theme: theme)
    let radius = 0.9 * Panel.dotRadius(count: view.samples.count)
    let dots = view.classes.indices.map { place in
      panel.dots(
        view.samples.filter { $0.classPlace == place }.map { $0.point }, styles[place],
        radius: radius)
    }
    let arrows = view.centers.map { panel.arrow(from: .zero, to: $0, width: 1.1) }
    let names = view.centers.enumerated().map { place, center in
      panel.label(
        RichText(plain: first.classNames[view.classes[place]]).bold(), at: center,
        offset: Point(x: center.x < 0 ? -7 : 7, y: center.y < 0 ? 6 : -6),
        color: styles[place].color, anchor: center.x < 0 ? .end : .start)
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
          .group(Scene.Group("names", items: names)),
          .text(
            Scene.Text(
              RichText(
                plain: "keeps \(percentText(view.kept)) of the squared length; angles between"
                  + " samples are off by \(degreesText(view.angleError)) on average"),
              at: Point(x: frame.midX, y: square.maxY + 16), size: theme.smallSize,
              color: theme.muted, anchor: .middle)),
        ]))
  }
}
