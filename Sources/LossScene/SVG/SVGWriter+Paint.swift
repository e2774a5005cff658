extension SVGWriter {
  /// Attributes that color an element, and the classes that recolor it in the dark.
  struct Paint {
    var attributes = ""
    var classes: [String] = []
  }

  /// `property` is `fill` or `stroke`; without a color nothing is painted.
  mutating func paint(_ property: String, _ color: Color?, _ dark: Color? = nil) -> Paint {
    guard let color else {
      // SVG fills with black and does not stroke where nothing is said.
      return Paint(attributes: property == "fill" ? " fill=\"none\"" : "")
    }
    var paint = Paint(attributes: " \(property)=\"\(color.hexText)\"")
    if color.opacity != 1 {
      paint.attributes += " \(property)-opacity=\"\(shortText(color.opacity))\""
    }
    guard let dark, dark != color else { return paint }
    var rule = "\(property):\(dark.hexText)"
    if dark.opacity != color.opacity { rule += ";\(property)-opacity:\(shortText(dark.opacity))" }
    paint.classes.append(className(for: rule))
    return paint
  }

  mutating func line(_ stroke: Stroke?, _ dark: Stroke? = nil) -> Paint {
    guard let stroke else { return Paint() }
    var line = paint("stroke", stroke.color, dark?.color)
    if stroke.width != 1 { line.attributes += " stroke-width=\"\(shortText(stroke.width))\"" }
    if stroke.join != .miter { line.attributes += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
    if stroke.cap != .butt { line.attributes += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
    if !stroke.dash.isEmpty {
      let dash = stroke.dash.map { shortText($0) }.joined(separator: " ")
      line.attributes += " stroke-dasharray=\"\(dash)\""
    }
    return line
  }

  func attributes(_ paints: [Paint]) -> String {
    let classes = paints.flatMap { $0.classes }.joined(separator: " ")
    let start = classes.isEmpty ? "" : " class=\"\(classes)\""
    return paints.reduce(start) { $0 + $1.attributes }
  }

  /// The class that applies the rule in the dark, each rule once.
  private mutating func className(for rule: String) -> String {
    if let index = darkRules.firstIndex(of: rule) { return "\(Self.idMark)d\(index)" }
    darkRules.append(rule)
    return "\(Self.idMark)d\(darkRules.count - 1)"
  }

  /// What a style sheet says about them.
  var darkStyle: String {
    darkRules.enumerated().map { ".\(Self.idMark)d\($0.offset){\($0.element)}" }.joined()
  }

  /// Text for content and attributes; what XML forbids is left out.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where inAttribute: result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
