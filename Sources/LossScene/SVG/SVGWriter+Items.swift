extension SVGWriter {
  mutating func write(_ path: Path, _ paints: [Paint]) {
    let look = attributes(paints)
    if case .arc(let center, let radius, let start, let end)? = path.segments.first,
      path.segments.count == 2, path.segments.last == .close, abs(end - start - 2 * .pi) < 1e-9,
      path.segments.allSatisfy({ $0.isFinite })
    {
      body += "<circle\(look) \(position(center, "cx", "cy")) r=\"\(shortText(radius))\"/>\n"
      return
    }
    let data = SVGPathData(path).text
    if !data.isEmpty { body += "<path\(look) d=\"\(data)\"/>\n" }
  }

  /// The look stands once, on the group; places to a tenth of a point, finer than eyes are.
  mutating func write(_ dots: Scene.Dots, _ paints: [Paint]) {
    let centers = dots.drawnCenters
    guard !centers.isEmpty else { return }
    body += "<g\(attributes(paints))>\n"
    if let outline = dots.shape.outline(radius: dots.radius) {
      let id = "\(Self.idMark)m\(marker(SVGPathData(Path(polygon: outline)).text))"
      for center in centers {
        body += "<use href=\"#\(id)\" \(position(center, "x", "y", places: 1))/>\n"
      }
    } else {
      let radius = "r=\"\(shortText(dots.radius))\""
      for center in centers {
        body += "<circle \(position(center, "cx", "cy", places: 1)) \(radius)/>\n"
      }
    }
    body += "</g>\n"
  }

  /// The number of the outline; written out where it is first used.
  private mutating func marker(_ data: String) -> Int {
    if let index = markers.firstIndex(of: data) { return index }
    markers.append(data)
    body += "<defs><path id=\"\(Self.idMark)m\(markers.count - 1)\" d=\"\(data)\"/></defs>\n"
    return markers.count - 1
  }

  mutating func write(_ group: Scene.Group, dark: [Scene.Item]?) throws(RenderError) {
    var clip = ""
    if let path = group.clip {
      let data = SVGPathData(path).text
      if let index = clips.firstIndex(of: data) {
        clip = " clip-path=\"url(#\(Self.idMark)c\(index))\""
      } else {
        clip = " clip-path=\"url(#\(Self.idMark)c\(clips.count))\""
        body += "<clipPath id=\"\(Self.idMark)c\(clips.count)\"><path d=\"\(data)\"/></clipPath>\n"
        clips.append(data)
      }
    }
    body += "<g class=\"\(Self.className(group.name))\"\(clip)>\n"
    if !group.title.isEmpty { body += "<title>\(Self.escaped(group.title))</title>\n" }
    try write(group.items, dark: dark)
    body += "</g>\n"
  }

  /// "class 0" as one word that a style sheet can name.
  private static func className(_ name: String) -> String {
    escaped(String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" }))
  }

  mutating func write(_ text: Scene.Text, dark: Scene.Text?) {
    guard text.isDrawn else { return }
    var at = text.position
    var turn = ""
    if text.rotation == 0 {
      at.y += text.baseline.drop * text.size
    } else {
      let degrees = shortText(-text.rotation * 180 / .pi)
      turn = " transform=\"translate(\(shortText(at.x)) \(shortText(at.y))) rotate(\(degrees))\""
      at = Point(x: 0, y: text.baseline.drop * text.size)
    }
    var paints = [paint("fill", text.color, dark?.color)]
    if let halo = text.halo {
      let stroke = Stroke(halo, width: text.size * Scene.Text.haloWidth)
      paints.append(line(stroke, dark?.halo.map { Stroke($0) }))
      paints.append(Paint(attributes: " paint-order=\"stroke\""))
    }
    var look = attributes(paints)
    if text.anchor != .start { look += " text-anchor=\"\(text.anchor.rawValue)\"" }
    // What the whole line shares stands on the element.
    let isBold = text.content.spans.allSatisfy { $0.isBold }
    if isBold { look += " font-weight=\"bold\"" }
    if Self.hasFragileSpaces(text.content) { look += " xml:space=\"preserve\"" }
    body += "<text\(turn) \(position(at, "x", "y")) font-size=\"\(shortText(text.size))\"\(look)>"
    write(text, dark: dark, isBold: isBold)
    body += "</text>\n"
  }

  private mutating func write(_ text: Scene.Text, dark: Scene.Text?, isBold: Bool) {
    let size = text.size
    let darkSpans = dark?.content.spans ?? []
    /// Of the pen, in hundredths of a point, so that all steps add up to none.
    var rise = 0
    for (index, span) in text.content.spans.enumerated() {
      var look = ""
      let wanted = Int((span.rise * size * 100).rounded())
      if wanted != rise { look += " dy=\"\(shortText(Double(rise - wanted) / 100))\"" }
      rise = wanted
      let own = span.size(in: size)
      if own != size { look += " font-size=\"\(shortText(own))\"" }
      if span.isItalic { look += " font-style=\"italic\"" }
      if span.isBold && !isBold { look += " font-weight=\"bold\"" }
      if let color = span.color {
        let darkColor = index < darkSpans.count ? darkSpans[index].color : nil
        look += attributes([paint("fill", color, darkColor)])
      }
      let text = Self.escaped(span.text)
      body += look.isEmpty ? text : "<tspan\(look)>\(text)</tspan>"
    }
  }

  /// SVG drops spaces at the ends of a text and all but one in a row, and some readers also those
  /// at the ends of a part of it.
  private static func hasFragileSpaces(_ text: RichText) -> Bool {
    text.hasTwoSpaces || text.spans.contains { $0.text.first == " " || $0.text.last == " " }
  }

  func position(_ point: Point, _ x: String, _ y: String, places: Int = 2) -> String {
    "\(x)=\"\(shortText(point.x, places: places))\" \(y)=\"\(shortText(point.y, places: places))\""
  }
}
