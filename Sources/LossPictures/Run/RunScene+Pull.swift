import LossScene

extension RunScene {
  /// How the loss pulls at features over the plane, class weights and state as trained.
  func pullPanel(in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    guard let entry = run.entry else { return .group("pull", items: []) }
    let limit = style.featureLimit ?? 1.1 * largestLength
    let map = PullMap(entry, run.settings, run.parameters, limit: limit, own: nil)
    let barWidth = 9.0
    var area = frame
    area.width -= barWidth + 44
    let side = min(area.width, area.height)
    let plane = Rectangle(x: frame.x, y: frame.y, width: side, height: side)
    let scale = PullMap.scale(of: [map])
    return .group(
      "pull-view",
      items: [
        map.panel(
          in: plane, scale: scale,
          heading: heading
            ?? RichText(
              markup: caption.said("Pull $−∂L/∂x$ by the nearest class", zh: "最近类的拉力 $−∂L/∂x$")),
          theme: theme,
          classes: classes),
        PullMap.bar(
          in: Rectangle(
            x: frame.maxX - barWidth, y: frame.y, width: barWidth, height: side), scale: scale,
          theme: theme),
      ])
  }

  private var largestLength: Double { max(1e-6, percentile(99, of: run.test.features.lengths)) }
}
