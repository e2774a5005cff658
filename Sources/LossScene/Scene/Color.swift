/// An sRGB color with opacity.
public struct Color: Sendable, Equatable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  /// 0 for nothing, 1 for opaque.
  package var opacity: Double

  package init(red: UInt8, green: UInt8, blue: UInt8, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// From a number written as in CSS: `0xE69F00`.
  public init(hex: UInt32, opacity: Double = 1) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
    self.opacity = opacity
  }

  /// `0xFFFFFF`, opaque.
  @usableFromInline package static let white = Color(hex: 0xFFFFFF)
  /// `0x000000`, opaque.
  package static let black = Color(hex: 0x000000)

  package func withOpacity(_ opacity: Double) -> Color {
    Color(red: red, green: green, blue: blue, opacity: opacity)
  }

  /// As in CSS, without the opacity: `#e69f00`.
  package var hexText: String {
    var text = "#"
    for byte in [red, green, blue] {
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return text
  }
}
