extension Panel {
  /// A chart as a group of a scene: its axes, what lies inside of them, the border, the heading, and
  /// over these what may reach out.
  ///
  /// - Parameter name: of the group.
  package func chart(
    _ name: String, x xAxis: Axis?, y yAxis: Axis?, inside: Scene.Item,
    heading words: RichText? = nil, over: [Scene.Item] = []
  ) -> Scene.Item {
    let top = words.map { [heading($0)] } ?? []
    return .group(name, items: [axes(x: xAxis, y: yAxis), inside, border] + top + over)
  }
}
