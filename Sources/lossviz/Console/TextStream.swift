/// A stream of text, and what it can show.
struct TextStream: Sendable {
  let isTerminal: Bool
  var usesColor = false
  /// Writes all of it, or throws.
  let writeBytes: @Sendable ([UInt8]) throws -> Void

  func write(_ text: String) throws {
    try writeBytes(Array(text.utf8))
  }

  /// - Parameter environment: `NO_COLOR` of any value but the empty one, and `TERM=dumb`, turn color
  ///   off unless an option turns it on.
  func colored(_ choice: ColorChoice, environment: Environment) -> TextStream {
    var copy = self
    copy.usesColor =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
    return copy
  }

  enum Style: String, CaseIterable, Sendable {
    case heading = "1"
    case name = "36"
    case quiet = "2"
    case warning = "1;33"
    case error = "1;31"
  }

  func style(_ style: Style, _ text: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// With a number for each sign that has no shape but an effect, but for line ends, tabs and the
  /// colors of `TextStream`.
  var shownOnTerminal: String {
    guard unicodeScalars.contains(where: \.isHiddenEffect) else { return self }
    let colors = (TextStream.Style.allCases.map(\.rawValue) + ["0"]).map { "\u{1B}[\($0)m" }
    var result = ""
    var rest = unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\u{1B}",
        let color = colors.first(where: { rest.starts(with: $0.unicodeScalars) })
      {
        result += color
        rest = rest.dropFirst(color.unicodeScalars.count)
        continue
      }
      rest = rest.dropFirst()
      if scalar == "\n" || scalar == "\t" {
        result.unicodeScalars.append(scalar)
      } else {
        result += String(scalar).withVisibleControls
      }
    }
    return result
  }
}
