/// A value of a document and where it stands: what `Decodable` types are made from.
///
/// The values are read already, by `JSONParser`, so that all documents have one reader.
struct JSONPlace: Decoder, SingleValueDecodingContainer {
  let value: JSONValue
  let path: Path

  indirect enum Path {
    case root
    case key(any CodingKey, in: Path)

    var keys: [any CodingKey] {
      guard case .key(let last, let path) = self else { return [] }
      return path.keys + [last]
    }
  }

  var codingPath: [any CodingKey] { path.keys }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func decodeNil() -> Bool { value == .null }

  func decode<Part: Decodable>(_ type: Part.Type) throws -> Part {
    guard let plain = type as? any PlainJSON.Type else { return try Part(from: self) }
    if let plain = plain.init(json: value), let part = plain as? Part { return part }
    // Item by item, to say which one it is; what has no items does not fit.
    guard type is any RandomAccessCollection.Type else {
      if let wrapped = plain.wrapped { throw mismatch(wrapped) }
      throw mismatch(type)
    }
    return try Part(from: self)
  }

  func mismatch(_ type: any Any.Type) -> DecodingError {
    .typeMismatch(type, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw mismatch([String: JSONValue].self) }
    return KeyedDecodingContainer(Members<Key>(members: members, place: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = value else { throw mismatch([JSONValue].self) }
    return Items(items: items, place: self)
  }
}

/// What is made from a value at once: numbers by the million stand in lists of them.
private protocol PlainJSON {
  /// `nil` for a value of another kind.
  init?(json: JSONValue)
  /// Of an optional.
  static var wrapped: (any Any.Type)? { get }
}

extension PlainJSON {
  static var wrapped: (any Any.Type)? { nil }
}

extension JSONValue: PlainJSON {
  init?(json: JSONValue) { self = json }
}

extension Bool: PlainJSON {
  init?(json: JSONValue) {
    guard case .bool(let flag) = json else { return nil }
    self = flag
  }
}

extension String: PlainJSON {
  init?(json: JSONValue) {
    guard case .text(let text) = json else { return nil }
    self = text
  }
}

extension Double: PlainJSON {
  /// What is not finite stands as a text, as `encodeJSON` writes it.
  init?(json: JSONValue) {
    switch json {
    case .number(let number): self = number
    case .text("inf"): self = .infinity
    case .text("-inf"): self = -.infinity
    case .text("nan"): self = .nan
    default: return nil
    }
  }
}

extension Int: PlainJSON {
  init?(json: JSONValue) {
    guard case .number(let number) = json, let whole = Int(exactly: number) else { return nil }
    self = whole
  }
}

extension UInt64: PlainJSON {
  init?(json: JSONValue) {
    guard case .number(let number) = json, let whole = UInt64(exactly: number) else { return nil }
    self = whole
  }
}

extension Optional: PlainJSON where Wrapped: PlainJSON {
  init?(json: JSONValue) {
    if json == .null {
      self = .none
      return
    }
    guard let wrapped = Wrapped(json: json) else { return nil }
    self = wrapped
  }

  static var wrapped: (any Any.Type)? { Wrapped.self }
}

extension Array: PlainJSON where Element: PlainJSON {
  init?(json: JSONValue) {
    guard case .list(let items) = json else { return nil }
    self = []
    reserveCapacity(items.count)
    for item in items {
      guard let element = Element(json: item) else { return nil }
      append(element)
    }
  }
}
