/// Any JSON value: recipes, parameters of golden cases.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
      return
    }
    // One after another, because a decoder does not say what it has. Texts before numbers: `nan`
    // would pass for one.
    self =
      try JSONValue.decode(value) { .bool(try $0.decode(Bool.self)) }
      ?? JSONValue.decode(value) { .text(try $0.decode(String.self)) }
      ?? JSONValue.decode(value) { .number(try $0.decode(Double.self)) }
      ?? JSONValue.decode(value) { .list(try $0.decode([JSONValue].self)) }
      ?? .object(value.decode([String: JSONValue].self))
  }

  /// `nil` where the value is of another kind.
  private static func decode(
    _ value: any SingleValueDecodingContainer,
    as kind: (any SingleValueDecodingContainer) throws -> JSONValue
  ) throws -> JSONValue? {
    do {
      return try kind(value)
    } catch DecodingError.typeMismatch(_, let context)
      where context.codingPath.count == value.codingPath.count
    {
      return nil
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }

  /// Reads a document.
  public init(parsing bytes: [UInt8], path: String) throws(FileError) {
    self = try decodeJSON(JSONValue.self, from: bytes, path: path)
  }

  /// The document, keys sorted, with a line end.
  public func document(indented: Bool = false) throws(FileError) -> [UInt8] {
    try encodeJSON(self, indented: indented)
  }
}

extension JSONValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  /// - Precondition: no key twice.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }

  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
