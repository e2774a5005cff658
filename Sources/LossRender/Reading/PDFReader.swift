extension PictureReading {
  static let pdf = PictureReading(title: "PDF") {
    $0.starts(with: "%PDF-".utf8)
  } texts: { bytes throws(RenderError) in
    let texts = try PDFReader(bytes: bytes).texts()
    return PictureTexts(
      title: texts["Title"], description: texts["Subject"], software: texts["Creator"],
      recipe: texts["Keywords"])
  }
}

/// Finds the recipe in the document information of a PDF file that anybody may have written.
struct PDFReader {
  let bytes: [UInt8]

  /// The texts of the document information by their names; none where there is no information.
  func texts() throws(RenderError) -> [String: String] {
    guard Self.lastIndex(of: "%%EOF", in: bytes[...]) != nil else {
      throw .badPicture("the PDF is cut short at byte \(bytes.count)")
    }
    guard let information = information() else { return [:] }
    var reader = PDFDictionaryReader(bytes: information)
    guard let strings = reader.strings() else {
      throw .badPicture("the PDF is damaged: its document information cannot be read")
    }
    return strings.mapValues(Self.text)
  }

  /// What follows `<<` of the document information, which the trailer names as `/Info 7 0 R`.
  private func information() -> ArraySlice<UInt8>? {
    guard let info = Self.lastIndex(of: "/Info ", in: bytes[...]) else { return nil }
    let digits = bytes[(info + 6)...].prefix { (0x30...0x39).contains($0) }
    let head = "\n" + String(decoding: digits, as: UTF8.self) + " 0 obj"
    guard !digits.isEmpty, let start = Self.lastIndex(of: head, in: bytes[...info]) else {
      return nil
    }
    let rest = bytes[(start + head.utf8.count)...].prefix(4 * PictureMetadata.largestRecipe)
    let body = rest.drop { [0, 9, 10, 12, 13, 32].contains($0) }
    return body.starts(with: "<<".utf8) ? body.dropFirst(2) : nil
  }

  private static func lastIndex(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count, let first = word.first else { return nil }
    return (bytes.startIndex...bytes.endIndex - word.count).reversed().first { start in
      bytes[start] == first && bytes[start..<start + word.count].elementsEqual(word)
    }
  }

  /// UTF-16 after its mark, else one byte a character.
  private static func text(_ string: [UInt8]) -> String {
    guard string.starts(with: [0xFE, 0xFF]) else {
      return String(String.UnicodeScalarView(string.map { Unicode.Scalar($0) }))
    }
    let units = stride(from: 2, to: string.count - 1, by: 2).map {
      UInt16(string[$0]) << 8 | UInt16(string[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}
