extension Panel {
  /// A chart as a group of a scene: its axes, what lies inside of them, the border, the heading, and
  /// over these what may reach out.
  ///
  /// - Parameters:
  ///   - name: of the group.
  ///   - title: what a reader sees who points at it; empty for nothing.
  package func chart(
    _ name: String, title: String = "", x xAxis: Axis?, y yAxis: Axis?, inside: Scene.Item,
    heading words: RichText? = nil, over: [Scene.Item] = []
  ) -> Scene.Item {
    let top = words.map { [heading($0)] } ?? []
    return .group(
      name, title: title, items: [axes(x: xAxis, y: yAxis), inside, border] + top + over)
  }
}
