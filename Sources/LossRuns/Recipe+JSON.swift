extension Recipe {
  /// Reads a recipe, or the document that a picture carries one in: `{"recipe": {…}}`.
  ///
  /// - Parameter name: what the JSON is called in messages.
  /// - Throws: `FileError.malformed` for what is no object of numbers, texts, flags and lists.
  package init(json: [UInt8], name: String) throws(FileError) {
    try self.init(JSONValue(parsing: json, path: name), name: name)
  }

  /// The same from JSON that is read already.
  package init(_ value: JSONValue, name: String) throws(FileError) {
    guard case .object(let document) = value else {
      throw .malformed(
        name, "expected an object: {\"loss\": \"cosface\", …}",
        hint: "lossviz --print-config shows one")
    }
    var object = document
    if let recipe = document["recipe"] {
      guard case .object(let inner) = recipe else {
        throw .malformed(
          path: name, place: .key("recipe"), problem: "expected an object",
          hint: "lossviz --print-config shows a recipe")
      }
      object = inner
    }
    self.init()
    // Sorted, because a dictionary has another order in every process.
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if key == Self.filesKey {
        files = try Self.files(value, in: name)
      } else {
        entries.append(Entry(key, try Value(value, key: key, in: name)))
      }
    }
  }

  private static func files(
    _ value: JSONValue, in name: String
  ) throws(FileError) -> [DataFacts.File] {
    let problem = FileError.malformed(
      path: name, place: .key(filesKey),
      problem: "expected a list of {\"name\": …, \"sha256\": …, \"shape\": […]}",
      hint: "leave the key out: lossviz writes it into pictures")
    guard case .list(let items) = value else { throw problem }
    var files: [DataFacts.File] = []
    for item in items {
      guard case .object(let fields) = item, case .text(let file) = fields["name"],
        case .text(let digest) = fields["sha256"], case .list(let sides) = fields["shape"],
        SHA256.isDigest(digest), !file.isEmpty, !file.contains("/"), sides.count <= 8
      else { throw problem }
      var shape: [Int] = []
      for side in sides {
        guard case .number(let size) = side, size == size.rounded(), (0..<1e15).contains(size)
        else { throw problem }
        shape.append(Int(size))
      }
      files.append(DataFacts.File(name: file, sha256: digest, shape: shape))
    }
    return files
  }

  /// The same as a part of other documents.
  package var value: JSONValue {
    var object: [String: JSONValue] = [:]
    for entry in entries { object[entry.name] = entry.value.jsonValue }
    if !files.isEmpty {
      object[Self.filesKey] = .list(
        files.map { file in
          [
            "name": .text(file.name), "sha256": .text(file.sha256),
            "shape": .list(file.shape.map { .number(Double($0)) }),
          ]
        })
    }
    return .object(object)
  }
}

extension Recipe.Value {
  fileprivate init(_ value: JSONValue, key: String, in name: String) throws(FileError) {
    switch value {
    case .bool(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    case .text(let text): self = .word(text)
    case .list(let items):
      var values: [Recipe.Value] = []
      for (index, item) in items.enumerated() {
        let place = "\(key)[\(index)]"
        if case .list = item { throw Self.problem(place, in: name) }
        values.append(try Recipe.Value(item, key: place, in: name))
      }
      self = .list(values)
    case .null, .object: throw Self.problem(key, in: name)
    }
  }

  private static func problem(_ key: String, in name: String) -> FileError {
    .malformed(
      path: name, place: .key(key), problem: "expected a number, a text, true, false or a list",
      hint: "lossviz --print-config shows a recipe")
  }

  fileprivate var jsonValue: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .word(let word): .text(word)
    case .flag(let flag): .bool(flag)
    case .list(let values): .list(values.map(\.jsonValue))
    }
  }
}
