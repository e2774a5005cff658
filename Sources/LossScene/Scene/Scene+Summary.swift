extension Scene {
  /// One line per item, indented by group, numbers with two decimals: what golden tests compare.
  package var summary: String {
    var lines = ["scene \(number(width)) × \(number(height)) on \(text(of: background))"]
    if !title.isEmpty { lines.append("title \(title)") }
    if !description.isEmpty { lines.append("description \(description)") }
    if let font { lines.append("font \(font)") }
    for item in items { append(item, indent: "", to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ item: Item, indent: String, to lines: inout [String]) {
    switch item {
    case .path(let path, let fill, let stroke):
      lines.append(
        "\(indent)path \(text(of: path)) fill \(text(of: fill)) stroke \(text(of: stroke))")
    case .dots(let dots):
      lines.append(
        "\(indent)dots \(dots.shape.rawValue) r \(number(dots.radius)) fill \(text(of: dots.fill))"
          + " stroke \(text(of: dots.stroke)) × \(dots.centers.count): "
          + dots.centers.map(text).joined(separator: " "))
    case .text(let text): lines.append(indent + line(of: text))
    case .raster(let raster):
      lines.append(
        "\(indent)raster \(raster.columns) × \(raster.rows) in \(self.text(of: raster.frame))"
          + (raster.isSmooth ? " smooth" : "") + " bytes \(hash(raster.pixels))")
    case .group(let group):
      let clip = group.clip.map { " clip " + text(of: $0) } ?? ""
      let title = group.title.isEmpty ? "" : " title \(group.title)"
      lines.append("\(indent)group \(group.name)\(title)\(clip)")
      for item in group.items { append(item, indent: indent + "  ", to: &lines) }
    }
  }

  private func line(of item: Text) -> String {
    var line = "text \"\(item.content.markup)\" at \(text(of: item.position))"
    line +=
      " size \(number(item.size)) \(text(of: item.color)) \(item.anchor.rawValue) \(item.baseline.rawValue)"
    if item.rotation != 0 { line += " turned \(number(item.rotation))" }
    if let halo = item.halo { line += " halo \(text(of: halo))" }
    return line
  }

  private func text(of path: Path) -> String {
    path.segments.map { segment in
      switch segment {
      case .move(let point): "M \(text(of: point))"
      case .line(let point): "L \(text(of: point))"
      case .arc(let center, let radius, let start, let end):
        "A \(text(of: center)) r \(number(radius)) \(number(start))…\(number(end))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func text(of color: Color?) -> String {
    guard let color else { return "none" }
    return color.opacity == 1 ? color.hexText : "\(color.hexText)/\(number(color.opacity))"
  }

  private func text(of stroke: Stroke?) -> String {
    guard let stroke else { return "none" }
    var line = "\(text(of: stroke.color)) \(number(stroke.width))"
    if !stroke.dash.isEmpty { line += " dash " + stroke.dash.map(number).joined(separator: ",") }
    if stroke.join != .round { line += " \(stroke.join.rawValue)" }
    if stroke.cap != .butt { line += " \(stroke.cap.rawValue) cap" }
    return line
  }

  private func text(of point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  private func text(of frame: Rectangle) -> String {
    [frame.x, frame.y, frame.width, frame.height].map(number).joined(separator: " ")
  }

  private func number(_ value: Double) -> String { decimalText(value, places: 2, minus: "-") }

  /// FNV-1a, so that a changed pixel changes the line.
  private func hash(_ bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }
}
