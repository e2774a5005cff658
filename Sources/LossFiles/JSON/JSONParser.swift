/// Where a text stops being JSON, and why.
struct JSONFault: Error, Equatable {
  /// In bytes, from 0.
  let offset: Int
  /// One lower-case clause without a full stop.
  let problem: String
  /// What to do next; empty where there is nothing to say.
  var hint = ""
}

/// Reads JSON as RFC 8259 has it, in time that grows with the length and nothing else.
///
/// All documents come through here, so that what one reader refuses, all refuse.
struct JSONParser {
  /// How many lists and objects may be in one another.
  ///
  /// Nothing of ours is deeper than six; the stack would hold some thousands.
  static let deepest = 100

  let text: [UInt8]
  var next = 0
  private var depth = 0
  /// Whether the `NaN` and `Infinity` of Python are taken, as `null`.
  private let takesPython: Bool

  init(_ text: [UInt8], takesPython: Bool = false) {
    self.text = text
    self.takesPython = takesPython
  }

  mutating func document() throws(JSONFault) -> JSONValue {
    try skipByteOrderMark()
    skipSpaces()
    guard next < text.count else { throw fault("the document is empty") }
    let value = try self.value()
    skipSpaces()
    guard next == text.count else { throw fault("something follows the end of the document") }
    return value
  }

  var byte: UInt8? { next < text.count ? text[next] : nil }

  func fault(_ problem: String, hint: String = "") -> JSONFault {
    JSONFault(offset: next, problem: problem, hint: hint)
  }

  private mutating func skipByteOrderMark() throws(JSONFault) {
    if text.starts(with: TextEncoding.mark) { next = TextEncoding.mark.count }
    guard let other = TextEncoding.wide(text) else { return }
    throw fault("the text is \(other)", hint: TextEncoding.hint(from: other))
  }

  private mutating func skipSpaces() {
    while let byte, byte == 32 || byte == 10 || byte == 13 || byte == 9 { next += 1 }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    guard let first = byte else { throw fault("the document ends too early") }
    switch first {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "-"), 48...57: return .number(try number())
    default: return try word()
    }
  }

  private mutating func list() throws(JSONFault) -> [JSONValue] {
    var items: [JSONValue] = []
    try descend()
    if !ends(with: UInt8(ascii: "]")) {
      repeat {
        skipSpaces()
        items.append(try value())
      } while try goesOn(until: UInt8(ascii: "]"))
    }
    depth -= 1
    return items
  }

  private mutating func object() throws(JSONFault) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    try descend()
    if !ends(with: UInt8(ascii: "}")) {
      repeat {
        skipSpaces()
        guard byte == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
        let start = next
        let key = try string()
        skipSpaces()
        guard byte == UInt8(ascii: ":") else { throw fault("expected ':' after a key") }
        next += 1
        skipSpaces()
        // Which of the two counts, readers decide in different ways.
        guard members.updateValue(try value(), forKey: key) == nil else {
          throw JSONFault(
            offset: start, problem: "the key '\(Self.shortened(key))' is there twice",
            hint: "leave one of them")
        }
      } while try goesOn(until: UInt8(ascii: "}"))
    }
    depth -= 1
    return members
  }

  /// Past the bracket that opens.
  private mutating func descend() throws(JSONFault) {
    depth += 1
    guard depth <= Self.deepest else {
      throw fault("lists and objects more than \(Self.deepest) deep in one another")
    }
    next += 1
  }

  private mutating func ends(with end: UInt8) -> Bool {
    skipSpaces()
    guard byte == end else { return false }
    next += 1
    return true
  }

  /// Past a comma, or past the end.
  private mutating func goesOn(until end: UInt8) throws(JSONFault) -> Bool {
    skipSpaces()
    guard let after = byte else { throw fault("the document ends too early") }
    guard after == end || after == UInt8(ascii: ",") else {
      throw fault("expected ',' or '\(Character(Unicode.Scalar(end)))'")
    }
    next += 1
    return after != end
  }

  private mutating func word() throws(JSONFault) -> JSONValue {
    let word = String(decoding: text[next...].prefix(16).prefix(while: isLetter), as: UTF8.self)
    switch word {
    case "true", "false": return taking(word, .bool(word == "true"))
    case "null": return taking(word, .null)
    case "NaN" where takesPython, "Infinity" where takesPython: return taking(word, .null)
    case "": throw fault("expected a value")
    default: throw strange(word)
    }
  }

  private mutating func taking(_ word: String, _ value: JSONValue) -> JSONValue {
    next += word.utf8.count
    return value
  }

  /// For what other programs write in the place of a number.
  func strange(_ word: String) -> JSONFault {
    guard ["nan", "inf", "infinity"].contains(word.lowercased()) else {
      return fault("expected a value, found '\(word)'")
    }
    return fault("'\(word)' is no number of JSON", hint: "leave it out, or give a finite number")
  }

  /// A text in a message.
  static func shortened(_ text: String) -> String {
    let start = text.prefix(40)
    return start.endIndex == text.endIndex ? text : start + "…"
  }
}

func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
