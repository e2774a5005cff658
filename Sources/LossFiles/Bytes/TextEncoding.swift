/// How a text lies in its file: UTF-8 is read, with the mark at its start or without.
package enum TextEncoding {
  /// The byte order mark of UTF-8, which some editors write.
  package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The name of another Unicode encoding, as its first bytes tell it; `nil` for all else.
  package static func wide(_ bytes: [UInt8]) -> String? {
    let first = bytes.prefix(4)
    if first.elementsEqual([0xFF, 0xFE, 0, 0]) || first.elementsEqual([0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    // Without a mark: every other byte of plain letters is 0.
    guard first.count == 4 else { return nil }
    let zeros = first.map { $0 == 0 }
    switch zeros {
    case [false, true, false, true], [true, false, true, false]: return "UTF-16"
    case [false, true, true, true], [true, true, true, false]: return "UTF-32"
    default: return nil
    }
  }

  package static func hint(from encoding: String) -> String {
    "save it as UTF-8: iconv -f \(encoding) -t UTF-8 FILE > NEW"
  }
}
