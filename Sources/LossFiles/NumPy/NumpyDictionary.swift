/// The text of a NumPy header: a Python dictionary with the keys descr, fortran_order and shape.
struct NumpyDictionary {
  struct Problem: Error {
    var offset: Int
    var text: String
    var hint = ""
  }

  private let text: [UInt8]
  private let path: String
  private let need: NumpyNeed
  private var next = 0

  /// - Parameters:
  ///   - path: of the file, for hints.
  ///   - need: what the array is read for.
  init(_ text: [UInt8], path: String, need: NumpyNeed) {
    self.text = text
    self.path = path
    self.need = need
  }

  func header() throws(Problem) -> NumpyHeader {
    var reader = self
    return try reader.read()
  }

  private mutating func read() throws(Problem) -> NumpyHeader {
    var element: NumpyHeader.Element?
    var isFortran: Bool?
    var shape: [Int]?
    try expect("{")
    while !skip("}") {
      let key = try string()
      try expect(":")
      switch key {
      case "descr": element = try self.element()
      case "fortran_order": isFortran = try bool()
      case "shape": shape = try tuple()
      default: throw problem("an unknown key '\(key)'")
      }
      guard skip(",") else {
        try expect("}")
        break
      }
    }
    guard let element, let isFortran, let shape else {
      throw problem("one of descr, fortran_order and shape is missing")
    }
    return NumpyHeader(element: element, shape: shape, isFortran: isFortran)
  }

  private mutating func element() throws(Problem) -> NumpyHeader.Element {
    guard !skip("[") else {
      throw problem("an array of records", hint: need.hintForRecords)
    }
    let start = next
    let name = try string()
    var rest = name.utf8[...]
    let order = rest.first.map { Character(UnicodeScalar($0)) } ?? "|"
    if "<>|=".contains(order) { rest = rest.dropFirst() }
    let type = rest.first.map { Character(UnicodeScalar($0)) }
    let size = Int(Substring(rest.dropFirst())) ?? 0
    let kind: NumpyHeader.Kind? =
      switch (type, size) {
      case ("f", 2), ("f", 4), ("f", 8): .float
      case ("i", 1), ("i", 2), ("i", 4), ("i", 8): .signed
      case ("u", 1), ("u", 2), ("u", 4), ("u", 8): .unsigned
      case ("b", 1): .bool
      case ("S", 1...10_000): .bytes
      case ("U", 1...10_000): .text
      default: nil
      }
    if let kind {
      return NumpyHeader.Element(kind: kind, size: size, isBigEndian: order == ">")
    }
    throw type == "O"
      ? Problem(
        offset: start, text: "an array of Python objects, which only Python may open",
        hint: need.hintForObjects(path))
      : Problem(offset: start, text: "numbers of type '\(name)'", hint: need.hintForOthers(path))
  }

  private mutating func tuple() throws(Problem) -> [Int] {
    try expect("(")
    var sizes: [Int] = []
    var count = 1
    while !skip(")") {
      let start = next
      let size = try integer()
      let product = count.multipliedReportingOverflow(by: max(1, size))
      guard !product.overflow, product.partialValue < 1 << 48, sizes.count < 32 else {
        throw Problem(offset: start, text: "a shape of too many numbers")
      }
      count = product.partialValue
      sizes.append(size)
      guard skip(",") else {
        try expect(")")
        break
      }
    }
    return sizes
  }

  private mutating func integer() throws(Problem) -> Int {
    skipSpaces()
    let start = next
    while next < text.count, text[next] >= 48, text[next] <= 57 { next += 1 }
    guard let value = Int(String(decoding: text[start..<next], as: UTF8.self)) else {
      throw problem("expected a whole number")
    }
    // NumPy of Python 2 wrote 3L.
    if next < text.count, text[next] == UInt8(ascii: "L") { next += 1 }
    return value
  }

  private mutating func bool() throws(Problem) -> Bool {
    skipSpaces()
    for (word, value) in [("True", true), ("False", false)] {
      if text[next...].starts(with: word.utf8) {
        next += word.utf8.count
        return value
      }
    }
    throw problem("expected True or False")
  }

  private mutating func string() throws(Problem) -> String {
    skipSpaces()
    guard next < text.count, text[next] == UInt8(ascii: "'") || text[next] == UInt8(ascii: "\"")
    else { throw problem("expected a text in quotes") }
    let quote = text[next]
    guard let end = text[(next + 1)...].firstIndex(of: quote) else {
      throw problem("a text without its closing quote")
    }
    let result = String(decoding: text[(next + 1)..<end], as: UTF8.self)
    next = end + 1
    return result
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next < text.count, text[next] == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Problem) {
    guard skip(character) else { throw problem("expected '\(character)' in the NumPy header") }
  }

  private mutating func skipSpaces() {
    while next < text.count, text[next] == 32 || text[next] == 10 { next += 1 }
  }

  private func problem(_ text: String, hint: String = "the file is damaged") -> Problem {
    Problem(offset: next, text: text, hint: hint)
  }
}
