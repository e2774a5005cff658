extension String {
  /// As a picture may show and carry it: what XML or PDF forbids, what has no shape, and what turns
  /// the direction of text without turning it back becomes U+FFFD.
  ///
  /// Tabs and line ends stay, and so do pairs of marks that begin and end a stretch of another
  /// direction.
  package var drawable: String {
    guard unicodeScalars.contains(where: { $0.isUndrawable || $0.turnsText }) else { return self }
    let scalars = Array(unicodeScalars)
    let lone = Self.loneTurns(scalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      result.append(scalar.isUndrawable || lone[index] ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Which of the marks begin a stretch that nothing ends, or end one that nothing began.
  private static func loneTurns(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var lone = [Bool](repeating: false, count: scalars.count)
    var open: [Int] = []
    for (index, scalar) in scalars.enumerated() where scalar.turnsText {
      lone[index] = true
      switch scalar {
      case "\u{202C}":
        guard let start = open.last, !scalars[start].isolatesText else { continue }
        open.removeLast()
        lone[start] = false
        lone[index] = false
      case "\u{2069}":
        guard let place = open.lastIndex(where: { scalars[$0].isolatesText }) else { continue }
        lone[open[place]] = false
        lone[index] = false
        // What began inside ends with it, unfinished.
        open.removeSubrange(place...)
      default: open.append(index)
      }
    }
    return lone
  }
}

extension Unicode.Scalar {
  /// Controls but tab and line ends, and what is no character.
  fileprivate var isUndrawable: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: isNoncharacter
    }
  }

  private var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE }

  /// Whether it begins or ends a stretch of another direction.
  fileprivate var turnsText: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  fileprivate var isolatesText: Bool { (0x2066...0x2068).contains(value) }
}
