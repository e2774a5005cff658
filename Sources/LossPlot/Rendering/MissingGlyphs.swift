/// Characters that no installed font has.
struct MissingGlyphs {
  private(set) var texts: [String] = []

  var isEmpty: Bool { texts.isEmpty }

  mutating func add(_ text: String) {
    if !texts.contains(text) { texts.append(text) }
  }
}
