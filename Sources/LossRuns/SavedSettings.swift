/// The hyper-parameters of a saved run, by the names of their options, and what is no option.
struct SavedSettings: Codable {
  var value: LossSettings

  private static let annealing = DocumentKey("annealing")
  private static let classWeights = DocumentKey("classWeights")

  init(value: LossSettings) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    value = LossSettings()
    let container = try decoder.container(keyedBy: DocumentKey.self)
    value.annealing = try container.decode(Double.self, forKey: Self.annealing)
    value.classWeights = try container.decode([Double].self, forKey: Self.classWeights)
    let others = [Self.annealing.stringValue, Self.classWeights.stringValue]
    for key in container.allKeys where !others.contains(key.stringValue) {
      switch try container.decode(JSONValue.self, forKey: key) {
      case .number(let number): value[key.stringValue] = .number(number)
      case .text(let word): value[key.stringValue] = .word(word)
      case .null, .bool, .list, .object:
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "expected a number or a word")
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DocumentKey.self)
    for entry in value.entries {
      switch entry.value {
      case .number(let number): try container.encode(number, forKey: DocumentKey(entry.name))
      case .word(let word): try container.encode(word, forKey: DocumentKey(entry.name))
      }
    }
    try container.encode(value.annealing, forKey: Self.annealing)
    try container.encode(value.classWeights, forKey: Self.classWeights)
  }

  /// Those of the options that the loss has.
  ///
  /// Numbers that no option would have let through are not let through here.
  ///
  /// - Throws: `FileError` with the key of what is wrong.
  func checked(for loss: LossEntry, path: String) throws(FileError) -> LossSettings {
    func malformed(_ key: String, _ problem: String) -> FileError {
      .malformed(
        path: path, place: .key("settings.\(key)"), problem: problem, hint: FileError.changedHint)
    }
    guard value.annealing.isFinite else { throw malformed("annealing", "not a finite number") }
    var settings = LossSettings()
    settings.annealing = value.annealing
    settings.classWeights = value.classWeights
    for option in loss.options {
      guard let own = value[option.name] else { throw malformed(option.name, "missing") }
      switch (option.values, own) {
      case (.number(let range, _), .number(let number)):
        guard range.contains(number) else {
          throw malformed(option.name, "\(number) is not \(range.text)")
        }
      case (.words(let words, _), .word(let word)):
        guard words.contains(word) else {
          throw malformed(option.name, "expected \(words.joined(separator: ", "))")
        }
      case (.number, .word): throw malformed(option.name, "expected a number")
      case (.words, .number): throw malformed(option.name, "expected a word")
      }
      settings[option.name] = own
    }
    return settings
  }
}
