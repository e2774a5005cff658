extension JSONPlace {
  /// The place of a part of it.
  fileprivate func place(_ part: JSONValue, _ key: any CodingKey) -> JSONPlace {
    JSONPlace(value: part, path: .key(key, in: path))
  }

  /// The members of an object.
  struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSONValue]
    let place: JSONPlace

    var codingPath: [any CodingKey] { place.codingPath }
    var allKeys: [Key] { members.keys.sorted().compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    private func member(_ key: Key) throws -> JSONPlace {
      guard let value = members[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
      }
      return place.place(value, key)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

    func decode<Part: Decodable>(_ type: Part.Type, forKey key: Key) throws -> Part {
      try member(key).decode(type)
    }

    func nestedContainer<Other: CodingKey>(
      keyedBy type: Other.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Other> {
      try member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try member(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { place }
    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
  }

  /// The items of a list, one after another.
  struct Items: UnkeyedDecodingContainer {
    let items: [JSONValue]
    let place: JSONPlace
    var currentIndex = 0

    var codingPath: [any CodingKey] { place.codingPath }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    private func item() throws -> JSONPlace {
      guard !isAtEnd else { throw place.mismatch([JSONValue].self) }
      return place.place(items[currentIndex], Index(currentIndex))
    }

    mutating func decodeNil() throws -> Bool {
      guard try item().decodeNil() else { return false }
      currentIndex += 1
      return true
    }

    /// What is made of the next item, which is passed once that is done.
    private mutating func next<Made>(_ make: (JSONPlace) throws -> Made) throws -> Made {
      let made = try make(item())
      currentIndex += 1
      return made
    }

    mutating func decode<Part: Decodable>(_ type: Part.Type) throws -> Part {
      try next { try $0.decode(type) }
    }

    mutating func nestedContainer<Key: CodingKey>(
      keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
      try next { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try next { try $0.unkeyedContainer() }
    }

    func superDecoder() -> any Decoder { place }
  }

  /// A place in a list, as a part of a path.
  private struct Index: CodingKey {
    let index: Int
    var stringValue: String { "\(index)" }
    var intValue: Int? { index }

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { index = intValue }
    init?(stringValue: String) { nil }
  }
}
