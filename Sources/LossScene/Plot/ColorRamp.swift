/// Colors for numbers in order: from faint to strong, as light or dark ground asks for.
package struct ColorRamp: Sendable, Equatable {
  private let stops: [OKLab]

  /// Evenly spaced colors, of which there must be at least one.
  package init(_ colors: [Color]) {
    stops = colors.map { OKLab($0) }
  }

  /// From the paper to a deep blue or, on dark paper, a pale one: for densities and probabilities.
  ///
  /// A grey theme has greys of the same lightness.
  package static func heat(_ theme: Theme) -> ColorRamp {
    let strong = theme.paper.contrast(with: .white) < 2 ? 0x08306B : 0xD6E6F7 as UInt32
    return ColorRamp([theme.paper] + [0x5B9BD0, strong].map { theme.printed(Color(hex: $0)) })
  }

  /// The color at `share`, 0 to 1; beyond, the color of the nearer end.
  package func color(at share: Double) -> Color {
    let place = min(1, max(0, share.isNaN ? 0 : share)) * Double(stops.count - 1)
    let index = min(Int(place), max(0, stops.count - 2))
    let from = stops[index]
    let to = stops[min(index + 1, stops.count - 1)]
    let part = place - Double(index)
    return OKLab(
      lightness: from.lightness + (to.lightness - from.lightness) * part,
      a: from.a + (to.a - from.a) * part, b: from.b + (to.b - from.b) * part
    ).color
  }

  /// One color for each of `count` values in order.
  package func colors(_ count: Int) -> [Color] {
    (0..<count).map { color(at: count < 2 ? 0.5 : Double($0) / Double(count - 1)) }
  }
}
