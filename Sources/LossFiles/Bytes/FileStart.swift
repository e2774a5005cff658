/// The first bytes of a file, as a kind of file is told by them.
struct FileStart: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func begins(_ magic: some Sequence<UInt8>, at offset: Int = 0) -> Bool {
    bytes.dropFirst(offset).starts(with: magic)
  }

  func isBlank(at offset: Int) -> Bool {
    offset < bytes.count && [9, 10, 13, 32].contains(bytes[offset])
  }

  /// Whether it is a picture in a plain format of Netpbm, gray or in colours.
  var isNetpbm: Bool { ["P2", "P3", "P5", "P6"].contains { begins($0.utf8) } && isBlank(at: 2) }

  /// The name of the first entry of a zip archive; `nil` for other files.
  var zipEntry: String? {
    guard begins([0x50, 0x4b, 3, 4]), bytes.count >= 30 else { return nil }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    return String(decoding: bytes.dropFirst(30).prefix(length), as: UTF8.self)
  }

  /// Protocols from 2 say their number first; the older ones are text that begins with a module of
  /// NumPy, or with a mark for a list or a dictionary.
  var isPickle: Bool {
    if bytes.count > 2, bytes[0] == 0x80, (2...5).contains(bytes[1]) { return true }
    return ["cnumpy", "ccopy_reg", "cpandas", "(dp", "(lp", "(dq", "(lq"].contains {
      begins($0.utf8)
    }
  }

  /// Two zeros, a type of numbers, and how many dimensions there are.
  var isIDX: Bool {
    bytes.count > 4 && bytes[0] == 0 && bytes[1] == 0 && [8, 9, 11, 12, 13, 14].contains(bytes[2])
      && (1...8).contains(bytes[3])
  }

  /// Eight bytes of length, then a JSON object.
  var isSafetensors: Bool {
    guard bytes.count > 9, bytes[5] == 0, bytes[6] == 0, bytes[7] == 0 else { return false }
    let length = (0..<5).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    return length > 1 && bytes[8] == UInt8(ascii: "{")
      && [UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: " ")].contains(bytes[9])
  }

  /// Whether the first element of a text is of that name, after what may stand before it.
  func isMarkup(_ name: String) -> Bool {
    let text = text.lowercased()
    guard text.hasPrefix("<") else { return false }
    return text.contains("<\(name)") || text.hasPrefix("<!doctype \(name)")
  }

  /// A list of objects: the rows of a table.
  var isJSONRecords: Bool {
    let text = text.filter { !$0.isWhitespace }
    return text.hasPrefix("[{")
  }

  /// An object, or a list with commas: `[1 2]` is what NumPy prints.
  var isJSON: Bool {
    let text = text.filter { !$0.isWhitespace }
    if text.hasPrefix("{") { return true }
    guard text.hasPrefix("["), let second = text.dropFirst().first else { return false }
    return text.hasPrefix("[[") || "{\"]".contains(second)
      || ("-0123456789".contains(second) && text.contains(","))
  }

  /// Without a byte order mark and leading spaces.
  private var text: String {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let plain = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    return String(decoding: plain.drop { [9, 10, 13, 32].contains($0) }, as: UTF8.self)
  }
}
