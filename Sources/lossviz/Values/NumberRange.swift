import LossPlot

/// The numbers that an option takes.
struct NumberRange: Sendable {
  let lower: Double
  let upper: Double
  var excludesLower = false
  /// As a person would write it.
  let text: String

  func number(_ text: String) throws(ValueProblem) -> Double {
    guard let value = TypedText.number(text), value <= upper,
      excludesLower ? value > lower : value >= lower
    else { throw ValueProblem(expected: self.text) }
    return value
  }
}

extension ValueProblem {
  /// For a text that is none of a few words.
  init(word: String, words: [String]) {
    self.init(expected: words.alternatives, nearest: nearestWords(to: word.lowercased(), in: words))
  }
}

extension [String] {
  /// `light, dark, both`.
  var listed: String { joined(separator: ", ") }

  /// `light, dark or both`.
  var alternatives: String { joined(last: " or ") }
}
