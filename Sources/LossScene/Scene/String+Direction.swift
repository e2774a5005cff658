extension String {
  /// Whether its last letter belongs to a script that is written from right to left.
  package var endsRightToLeft: Bool {
    for scalar in unicodeScalars.reversed() {
      if scalar.isRightToLeft { return true }
      if scalar.isLetter { return false }
    }
    return false
  }

  /// With a mark after each right-to-left stretch that a comma or other sign ends, so that names of
  /// a list keep their order in a line that runs from left to right (Unicode, UAX #9, N0 to N2).
  package var keepingListOrder: String {
    guard unicodeScalars.contains(where: { $0.isRightToLeft }) else { return self }
    var marked = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      if let last, last.isRightToLeft, scalar.separatesNames { marked.append("\u{200E}") }
      marked.append(scalar)
      last = scalar
    }
    return String(marked)
  }
}

extension Unicode.Scalar {
  /// Hebrew, Arabic, Syriac and other scripts of their blocks.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  fileprivate var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x058F,
      0x0900...0x1FFF, 0x2C00...0x2DFF, 0x3041...0xD7FF, 0xF900...0xFAFF:
      true
    default: false
    }
  }

  fileprivate var separatesNames: Bool { [",", ";", ":", ".", "(", ")", "/"].contains(self) }
}
