/// How wide lines of text become: brought by whoever draws them.
public struct TextMeasure: Sendable, Equatable {
  /// Tells measures apart.
  package let name: String
  /// Points that a line moves the pen by; the second number is the size of the line, in points.
  private let width: @Sendable (RichText, Double) -> Double

  package init(name: String, width: @escaping @Sendable (RichText, Double) -> Double) {
    self.name = name
    self.width = width
  }

  public static func == (first: TextMeasure, second: TextMeasure) -> Bool {
    first.name == second.name
  }

  /// Points; 0 for what would not be drawn.
  package func width(of text: RichText, size: Double) -> Double {
    guard !text.isEmpty, size > 0, size <= Scene.Text.largestSize else { return 0 }
    return width(text, size)
  }

  /// In units of which each is `scale` points when it is printed: what has a least size then is
  /// wider here.
  func printed(at scale: Double) -> TextMeasure {
    guard scale != 1, scale > 0 else { return self }
    return TextMeasure(name: "\(name), each unit \(scale) points") { text, size in
      self.width(of: text, size: size * scale) / scale
    }
  }

  /// By the number of characters, where no font can be asked.
  public static let estimate = TextMeasure(name: "estimate") { text, size in
    text.spans.reduce(0) { $0 + Double($1.text.count) * 0.6 * $1.size(in: size) }
  }
}
