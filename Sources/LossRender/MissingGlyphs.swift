/// Characters that no installed font has, in order of appearance.
struct MissingGlyphs {
  private var characters: [Character] = []

  mutating func add(_ character: Character) {
    if !characters.contains(character) { characters.append(character) }
  }

  /// One clause for each Debian package that would help.
  var warnings: [String] {
    var packages: [String] = []
    for character in characters where !packages.contains(Self.package(for: character)) {
      packages.append(Self.package(for: character))
    }
    return packages.map { package in
      let text = String(characters.filter { Self.package(for: $0) == package })
      return "no font here has '\(text)'; apt-get install \(package)"
    }
  }

  private static func package(for character: Character) -> String {
    guard let scalar = character.unicodeScalars.first?.value else { return "fonts-noto-core" }
    return switch scalar {
    // Han, kana, hangul, full-width forms.
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      "fonts-wqy-microhei"
    case 0x1F000...0x1FAFF: "fonts-noto-color-emoji"
    default: "fonts-noto-core"
    }
  }
}
