/// A color by lightness and two opponent hues, in which equal steps look about equal.
///
/// Björn Ottosson, "A perceptual color space for image processing", 2020.
struct OKLab: Equatable {
  /// 0 for black, 1 for white.
  var lightness: Double
  /// Green to red.
  var a: Double
  /// Blue to yellow.
  var b: Double
}

extension OKLab {
  init(lightness: Double, chroma: Double, hue: Double) {
    let tone = Point(angle: hue, radius: chroma)
    self.init(lightness: lightness, a: tone.x, b: tone.y)
  }

  init(_ color: LinearColor) {
    let l = cubeRoot(
      0.4122214708 * color.red + 0.5363325363 * color.green + 0.0514459929 * color.blue)
    let m = cubeRoot(
      0.2119034982 * color.red + 0.6806995451 * color.green + 0.1073969566 * color.blue)
    let s = cubeRoot(
      0.0883024619 * color.red + 0.2817188376 * color.green + 0.6299787005 * color.blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  init(_ color: Color) {
    self.init(LinearColor(color))
  }

  var chroma: Double { Point(x: a, y: b).length }
  var hue: Double { Point(x: a, y: b).angle }

  /// May lie outside what a screen shows.
  var linear: LinearColor {
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    return LinearColor(
      red: 4.0767416621 * l * l * l - 3.3077115913 * m * m * m + 0.2309699292 * s * s * s,
      green: -1.2684380046 * l * l * l + 2.6097574011 * m * m * m - 0.3413193965 * s * s * s,
      blue: -0.0041960863 * l * l * l - 0.7034186147 * m * m * m + 1.7076147010 * s * s * s)
  }

  /// The nearest color of the same hue that a screen shows: with less chroma where needed.
  var color: Color {
    var low = 0.0
    var high = 1.0
    if linear.isInGamut { return linear.color }
    for _ in 0..<20 {
      let middle = (low + high) / 2
      let candidate = OKLab(lightness: lightness, a: a * middle, b: b * middle)
      if candidate.linear.isInGamut { low = middle } else { high = middle }
    }
    return OKLab(lightness: lightness, a: a * low, b: b * low).linear.color
  }

  func distance(to other: OKLab) -> Double {
    let tone = Point(x: a - other.a, y: b - other.b).length
    return Point(x: lightness - other.lightness, y: tone).length
  }
}

/// Light of the three primaries of sRGB, 0 to 1 inside the gamut.
package struct LinearColor {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  package init(_ color: Color) {
    red = Self.linear(color.red)
    green = Self.linear(color.green)
    blue = Self.linear(color.blue)
  }

  var isInGamut: Bool {
    // Half a step of a byte at the dark end.
    [red, green, blue].allSatisfy { $0 >= -1.5e-4 && $0 <= 1.00015 }
  }

  package var color: Color {
    Color(red: Self.byte(red), green: Self.byte(green), blue: Self.byte(blue))
  }

  /// Relative luminance of WCAG 2.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  private static func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : exp(2.4 * log((value + 0.055) / 1.055))
  }

  private static func byte(_ light: Double) -> UInt8 {
    let light = min(1, max(0, light))
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * exp(log(light) / 2.4) - 0.055
    return UInt8((value * 255).rounded())
  }
}

private func cubeRoot(_ value: Double) -> Double {
  guard value != 0 else { return 0 }
  let root = exp(log(value.magnitude) / 3)
  return value < 0 ? -root : root
}

extension Color {
  /// The grey of the same luminance.
  var neutral: Color {
    let light = LinearColor(self).luminance
    return LinearColor(red: light, green: light, blue: light).color.withOpacity(opacity)
  }

  /// How much lighter one of two colors is than the other, 1 to 21, as WCAG 2 counts.
  package func contrast(with other: Color) -> Double {
    let lights = [LinearColor(self).luminance, LinearColor(other).luminance]
    return ((lights.max() ?? 0) + 0.05) / ((lights.min() ?? 0) + 0.05)
  }

  /// Between the two colors by eye; `share` 1 is the other one.
  package func mixed(with other: Color, _ share: Double) -> Color {
    let from = OKLab(self)
    let to = OKLab(other)
    func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    var mixed = OKLab(
      lightness: between(from.lightness, to.lightness), a: between(from.a, to.a),
      b: between(from.b, to.b)
    ).color
    mixed.opacity = between(opacity, other.opacity)
    return mixed
  }

  /// The solid color that this one shows where it lies over a ground.
  package func over(_ ground: Color) -> Color {
    func channel(_ top: UInt8, _ below: UInt8) -> UInt8 {
      UInt8((Double(top) * opacity + Double(below) * (1 - opacity)).rounded())
    }
    return Color(
      red: channel(red, ground.red), green: channel(green, ground.green),
      blue: channel(blue, ground.blue))
  }

  /// The same hue, lighter or darker, until it stands out from the ground by `contrast`; ink where
  /// no lightness of the hue does.
  package func standingOut(from ground: Color, contrast wanted: Double) -> Color {
    guard contrast(with: ground) < wanted else { return self }
    var tone = OKLab(self)
    // Away from the ground, which is never of medium lightness.
    let step = LinearColor(ground).luminance > 0.18 ? -0.01 : 0.01
    while (0...1).contains(tone.lightness + step) {
      tone.lightness += step
      let candidate = tone.color.withOpacity(opacity)
      if candidate.contrast(with: ground) >= wanted { return candidate }
    }
    return (step < 0 ? Color.black : .white).withOpacity(opacity)
  }
}
