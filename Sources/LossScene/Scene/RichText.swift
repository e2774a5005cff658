/// One line of text with italics, bold, colors, subscripts and superscripts.
///
/// Written as a literal it is markup (see `init(markup:)`); what is interpolated into the literal
/// stands for itself: `"$θ_y$ of \(name)"`.
public struct RichText: Sendable, Equatable {
  /// A stretch of one look.
  package struct Span: Sendable, Equatable {
    package var text: String
    package var isItalic = false
    package var isBold = false
    /// From the outside in: `[.sub, .sub]` for the i of W_{y_i}.
    package var scripts: [Script] = []
    /// `nil` for the color of the text around.
    package var color: Color?
    /// Whether it was written in a formula.
    package var isFormula = false

    /// What cannot be drawn becomes U+FFFD.
    package init(_ text: String) {
      self.text = text.drawable
    }

    /// How high the baseline lies above that of the line, in sizes of the line.
    package var rise: Double {
      var rise = 0.0
      var scale = 1.0
      for script in scripts {
        switch script {
        case .sub: rise -= 0.17 * scale
        case .sup: rise += 0.36 * scale
        }
        scale *= RichText.scriptScale
      }
      return rise
    }

    /// Of its letters, points, in a line of type of that size: scripts are smaller, but no
    /// smaller than what can be read in print.
    package func size(in line: Double) -> Double {
      guard !scripts.isEmpty else { return line }
      let usual = scripts.reduce(line) { size, _ in size * RichText.scriptScale }
      return max(usual, min(line, RichText.smallestType))
    }
  }

  package enum Script: String, Sendable { case sub, sup }

  /// Size of a script next to what it hangs on.
  static let scriptScale = 0.72
  /// No type is set smaller, points, as far as the line allows.
  package static let smallestType = 6.5

  package var spans: [Span]

  package init(spans: [Span] = []) {
    self.spans = spans
  }

  /// Text that stands for itself, whatever characters it has.
  public init(plain text: String) {
    spans = text.isEmpty ? [] : [Span(text)]
  }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  package static func + (a: RichText, b: RichText) -> RichText {
    RichText(spans: a.spans + b.spans)
  }

  package func bold() -> RichText {
    map { $0.isBold = true }
  }

  /// In that color where it had none of its own.
  package func colored(_ color: Color) -> RichText {
    map { $0.color = $0.color ?? color }
  }

  private func map(_ change: (inout Span) -> Void) -> RichText {
    var copy = self
    for index in copy.spans.indices { change(&copy.spans[index]) }
    return copy
  }
}

extension RichText: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(markup: value)
  }

  public init(stringInterpolation: Interpolation) {
    self.init(markup: stringInterpolation.markup)
  }

  /// Gathers markup; interpolated values are escaped.
  public struct Interpolation: StringInterpolationProtocol {
    package var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      markup += literal
    }

    /// Stands for itself: characters of markup are escaped.
    public mutating func appendInterpolation(_ value: String) {
      for character in value {
        if RichText.special.contains(character) { markup += "\\" }
        markup.append(character)
      }
    }

    /// With a true minus.
    public mutating func appendInterpolation(_ value: Int) {
      markup += value < 0 ? "−\(value.magnitude)" : "\(value)"
    }

    /// With a true minus, in all its digits.
    public mutating func appendInterpolation(_ value: Double) {
      markup += value < 0 ? "−\(-value)" : "\(value)"
    }

    package mutating func appendInterpolation(_ value: Double, places: Int) {
      markup += decimalText(value, places: places)
    }

    /// A formula, set as one: `"target logit \(formula: entry.formula)"`.
    package mutating func appendInterpolation(formula: String) {
      markup += "$\(formula)$"
    }
  }
}
