extension PictureReading {
  static let gif = PictureReading(title: "GIF") {
    $0.starts(with: "GIF89a".utf8) || $0.starts(with: "GIF87a".utf8)
  } texts: { bytes throws(RenderError) in
    try GIFReader(bytes: bytes).texts()
  }
}

/// Walks through the blocks of a GIF file that anybody may have written.
struct GIFReader {
  let bytes: [UInt8]

  /// Of the first comment and the first recipe after it: a title, a line end, a description.
  func texts() throws(RenderError) -> PictureTexts {
    var texts = PictureTexts()
    var first: String?
    try eachComment { comment in
      guard let recipe = Self.recipe(comment) else {
        first = first ?? Self.text(comment)
        return true
      }
      (texts.software, texts.recipe) = (recipe.software, recipe.recipe)
      return false
    }
    if texts.recipe != nil, let first, let end = first.firstIndex(of: "\n") {
      texts.title = String(first[..<end])
      texts.description = String(first[first.index(after: end)...])
    }
    return texts
  }

  /// - Parameter body: `false` ends the walk.
  private func eachComment(_ body: ([UInt8]) -> Bool) throws(RenderError) {
    // Signature, size and flags, ground, aspect; then the palette.
    var position = 13 + colorTable(try byte(10))
    while true {
      switch try byte(position) {
      case 0x3B: return
      case 0x21:
        let isComment = try byte(position + 1) == 0xFE
        let data = try blocks(at: position + 2, isWanted: isComment)
        if isComment, !body(data.bytes) { return }
        position = data.end
      case 0x2C:
        // Place and size; then a palette of its own, then the code size and the codes.
        let codes = position + 10 + colorTable(try byte(position + 9)) + 1
        position = try blocks(at: codes, isWanted: false).end
      default: throw .badPicture("the GIF is damaged: no block begins at byte \(position)")
      }
    }
  }

  /// With the characters back that `inASCII` wrote as JSON does.
  private static func text(_ comment: [UInt8]) -> String {
    var units: [UInt16] = []
    var rest = comment[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "u"),
        let unit = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF8.self), radix: 16)
      {
        units.append(unit)
        rest = rest.dropFirst(5)
      } else {
        units.append(UInt16(byte))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func byte(_ position: Int) throws(RenderError) -> UInt8 {
    guard position < bytes.count else {
      throw .badPicture("the GIF is cut short at byte \(bytes.count)")
    }
    return bytes[position]
  }

  private func colorTable(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// Pieces of up to 255 bytes, each after its length, up to a length of 0.
  private func blocks(
    at start: Int, isWanted: Bool
  ) throws(RenderError) -> (bytes: [UInt8], end: Int) {
    var data: [UInt8] = []
    var position = start
    while true {
      let count = Int(try byte(position))
      guard count > 0 else { return (data, position + 1) }
      _ = try byte(position + count)
      if isWanted, data.count <= PictureMetadata.largestRecipe {
        data += bytes[position + 1...position + count]
      }
      position += count + 1
    }
  }

  /// A comment of ours: the program, then the recipe.
  private static func recipe(_ comment: [UInt8]) -> PictureMetadata? {
    guard comment.starts(with: "lossviz ".utf8), comment.count <= PictureMetadata.largestRecipe,
      let brace = comment.firstIndex(of: UInt8(ascii: "{")),
      let software = String(validating: comment[..<brace], as: UTF8.self),
      let recipe = String(validating: comment[brace...], as: UTF8.self)
    else { return nil }
    return PictureMetadata(
      software: software.last == " " ? String(software.dropLast()) : software, recipe: recipe)
  }
}
