import LossLab
import LossPictures
import LossScene

/// What is wanted of a training and its picture, by the names of the options: as the page sends it.
struct Wishes {
  struct Entry {
    let name: String
    /// As in a recipe.
    let value: Recipe.Value
  }

  private(set) var entries: [Entry] = []

  /// Reads lines of name, kind and value with tabs between them.
  ///
  /// Kinds are `n` for a number, whose
  /// value is its place among `numbers`, `w` for a word, `f` for a flag (`1` or `0`), `l` and `m` for
  /// a list of words or numbers with U+001F between them.
  init(_ text: [UInt8], numbers: [Double]) {
    for line in text.split(separator: 0x0A) {
      let parts = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let name = String(decoding: parts[0], as: UTF8.self)
      let word = String(decoding: parts[2], as: UTF8.self)
      switch parts[1].first {
      case UInt8(ascii: "n"):
        guard let place = Int(word), numbers.indices.contains(place) else { continue }
        entries.append(Entry(name: name, value: .number(numbers[place])))
      case UInt8(ascii: "m"):
        let places = parts[2].split(separator: 0x1F).compactMap {
          Int(String(decoding: $0, as: UTF8.self))
        }
        entries.append(
          Entry(
            name: name,
            value: .list(places.filter(numbers.indices.contains).map { .number(numbers[$0]) })))
      case UInt8(ascii: "f"): entries.append(Entry(name: name, value: .flag(word == "1")))
      case UInt8(ascii: "l"):
        let words = parts[2].split(separator: 0x1F, omittingEmptySubsequences: false)
        entries.append(
          Entry(
            name: name, value: .list(words.map { .word(String(decoding: $0, as: UTF8.self)) })))
      default: entries.append(Entry(name: name, value: .word(word)))
      }
    }
  }

  subscript(name: String) -> Recipe.Value? { entries.first { $0.name == name }?.value }

  func word(_ name: String) -> String? {
    if case .word(let word)? = self[name] { return word }
    return nil
  }

  func number(_ name: String) -> Double? {
    if case .number(let number)? = self[name] { return number }
    return nil
  }

  func words(_ name: String) -> [String]? {
    guard case .list(let values)? = self[name] else { return nil }
    return values.compactMap { value in
      if case .word(let word) = value { word } else { nil }
    }
  }

  /// A whole number in a range.
  ///
  /// - Throws: `LabError.outOfRange`.
  func integer(_ name: String, _ range: ClosedRange<Int>) throws(LabError) -> Int? {
    guard let value = try number(name, Double(range.lowerBound)...Double(range.upperBound)) else {
      return nil
    }
    guard value == value.rounded() else {
      throw .outOfRange(
        option: name, value: numberText(value),
        allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return Int(value)
  }

  /// - Throws: `LabError.outOfRange`.
  func number(_ name: String, _ range: ClosedRange<Double>) throws(LabError) -> Double? {
    guard let value = number(name) else { return nil }
    guard range.contains(value) else {
      throw .outOfRange(
        option: name, value: value.isFinite ? numberText(value) : "that",
        allowed: "\(numberText(range.lowerBound)) to \(numberText(range.upperBound))")
    }
    return value
  }

  /// One of a few words.
  ///
  /// - Throws: `LabError.outOfRange`.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Value.Type
  ) throws(LabError) -> Value? where Value.RawValue == String {
    guard let word = word(name) else { return nil }
    for value in Value.allCases where value.rawValue == word { return value }
    throw .outOfRange(
      option: name, value: "'\(word)'",
      allowed: Value.allCases.map { $0.rawValue }.joined(separator: ", "))
  }
}
