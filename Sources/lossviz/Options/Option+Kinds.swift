import LossPlot

// What options are typed as: a switch, a number, a word, a text.

extension Option {
  /// How a recipe reads an option, if it has it.
  private static func recorded(
    _ isInRecipe: Bool, _ read: @escaping @Sendable (GivenValues) -> Recipe.Value?
  ) -> (@Sendable (GivenValues) -> Recipe.Value?)? {
    isInRecipe ? read : nil
  }

  static func flag(
    _ name: String, short: Character? = nil,
    _ place: WritableKeyPath<GivenValues, Bool> & Sendable, in group: OptionGroup, help: String,
    isInRecipe: Bool = false, isAmbient: Bool = true
  ) -> Option {
    Option(
      name: name, short: short, placeholder: nil, group: group, help: help, allowed: "yes or no",
      words: ["yes", "no"], isAmbient: isAmbient,
      write: { options, given throws(ValueProblem) in
        guard let value = TypedText.flag(given.text) else {
          throw ValueProblem(expected: "yes or no")
        }
        options[keyPath: place] = value
      },
      read: recorded(isInRecipe) { .flag($0[keyPath: place]) })
  }

  static func integer(
    _ name: String, _ place: WritableKeyPath<GivenValues, Int> & Sendable,
    _ range: ClosedRange<Int>,
    in group: OptionGroup, help: String, default text: String? = nil
  ) -> Option {
    integer(
      name, \.[given: place], range, in: group, help: help,
      default: text ?? "\(GivenValues.usual[keyPath: place])")
  }

  /// A whole number that need not be there.
  static func integer(
    _ name: String, _ place: WritableKeyPath<GivenValues, Int?> & Sendable,
    _ range: ClosedRange<Int>, in group: OptionGroup, help: String, default text: String,
    isInRecipe: Bool = true
  ) -> Option {
    Option(
      name: name, placeholder: "N", group: group, help: help, allowed: allowed(range),
      range: shown(range),
      defaultText: text,
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try integer(given.text, in: range)
      },
      read: recorded(isInRecipe) { $0[keyPath: place].map { .number(Double($0)) } })
  }

  static func number(
    _ name: String, _ place: WritableKeyPath<GivenValues, Double> & Sendable, _ range: NumberRange,
    placeholder: String = "X", in group: OptionGroup, help: String
  ) -> Option {
    number(
      name, \.[given: place], range, placeholder: placeholder, in: group, help: help,
      default: TypedText.text(GivenValues.usual[keyPath: place]))
  }

  /// A number that need not be there.
  ///
  /// - Parameter showsRange: whether help has it.
  static func number(
    _ name: String, _ place: WritableKeyPath<GivenValues, Double?> & Sendable,
    _ range: NumberRange, placeholder: String = "X", in group: OptionGroup, help: String,
    default text: String, showsRange: Bool = true
  ) -> Option {
    Option(
      name: name, placeholder: placeholder, group: group, help: help, allowed: range.text,
      range: showsRange ? range.text : "", defaultText: text,
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try range.number(given.text)
      },
      read: { $0[keyPath: place].map { .number($0) } })
  }

  /// One of a few words.
  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ place: WritableKeyPath<GivenValues, Value> & Sendable, in group: OptionGroup,
    help: String, isInRecipe: Bool = true
  ) -> Option where Value.RawValue == String {
    choice(
      name, \.[given: place], in: group, help: help,
      default: GivenValues.usual[keyPath: place].rawValue, isInRecipe: isInRecipe)
  }

  /// One of a few words, or nothing.
  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ place: WritableKeyPath<GivenValues, Value?> & Sendable,
    placeholder: String? = nil, in group: OptionGroup, help: String, default text: String = "",
    isInRecipe: Bool = true
  ) -> Option where Value.RawValue == String {
    word(
      name, place, of: Value.allCases.map(\.rawValue), placeholder: placeholder, in: group,
      help: help, default: text, isInRecipe: isInRecipe, value: Value.init(rawValue:),
      word: \.rawValue)
  }

  /// One of some words for a value that has no list of its own.
  ///
  /// - Parameter value: of a word in lower case.
  static func word<Value>(
    _ name: String, _ place: WritableKeyPath<GivenValues, Value?> & Sendable, of words: [String],
    placeholder: String? = nil, in group: OptionGroup, help: String, allowed: String? = nil,
    default text: String = "", isInRecipe: Bool = true,
    value: @escaping @Sendable (String) -> Value?, word: @escaping @Sendable (Value) -> String
  ) -> Option {
    Option(
      name: name, placeholder: placeholder ?? words.joined(separator: "|"), group: group,
      help: help, allowed: allowed ?? words.alternatives, words: words, defaultText: text,
      write: { options, given throws(ValueProblem) in
        guard let value = value(given.text.lowercased()) else {
          throw ValueProblem(word: given.text, words: words)
        }
        options[keyPath: place] = value
      },
      read: recorded(isInRecipe) { $0[keyPath: place].map { .word(word($0)) } })
  }

  /// Some of a few words, with commas between them, each once.
  ///
  /// - Parameter repeated: for a word that stands there again; `nil` where that does no harm.
  static func values<Value: RawRepresentable & CaseIterable & Equatable>(
    _ text: String, repeated: ValueProblem? = nil, unknown: ((String) -> ValueProblem)? = nil
  ) throws(ValueProblem) -> [Value] where Value.RawValue == String {
    try values(
      text, words: Value.allCases.map(\.rawValue), repeated: repeated, unknown: unknown,
      value: Value.init(rawValue:))
  }

  static func values<Value: Equatable>(
    _ text: String, words: [String], repeated: ValueProblem? = nil,
    unknown: ((String) -> ValueProblem)? = nil, value: (String) -> Value?
  ) throws(ValueProblem) -> [Value] {
    var values: [Value] = []
    for name in TypedText.list(text.lowercased()) ?? [""] {
      guard let value = value(name) else {
        throw unknown?(name) ?? ValueProblem(word: name, words: words)
      }
      if !values.contains(value) {
        values.append(value)
      } else if let repeated {
        throw repeated
      }
    }
    return values
  }

  /// A text that need not be there.
  static func text(
    _ name: String, _ place: WritableKeyPath<GivenValues, String?> & Sendable,
    placeholder: String, in group: OptionGroup, help: String, default text: String = "",
    isInRecipe: Bool = false, isAmbient: Bool = true, mayBeEmpty: Bool = false
  ) -> Option {
    Option(
      name: name, placeholder: placeholder, group: group, help: help, allowed: "a text",
      defaultText: text, isAmbient: isAmbient,
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] =
          mayBeEmpty ? given.text : try given.filled("a text that is not empty")
      },
      read: recorded(isInRecipe) { $0[keyPath: place].map { .word($0) } })
  }

  static func integer(
    _ text: String, in range: ClosedRange<Int>
  ) throws(ValueProblem) -> Int {
    guard let value = TypedText.integer(text), range.contains(value) else {
      throw ValueProblem(expected: allowed(range))
    }
    return value
  }

  private static func allowed(_ range: ClosedRange<Int>) -> String {
    "a whole number from \(range.lowerBound) to \(groupedText(range.upperBound))"
  }

  /// Without an upper bound that only keeps nonsense out.
  private static func shown(_ range: ClosedRange<Int>) -> String {
    range.upperBound >= 1000 ? "" : "\(range.lowerBound) to \(range.upperBound)"
  }
}

extension GivenValues {
  /// Where nobody says anything.
  static let usual = GivenValues()

  /// What is always there, as what need not be.
  subscript<Value>(given place: WritableKeyPath<GivenValues, Value> & Sendable) -> Value? {
    get { self[keyPath: place] }
    set { if let newValue { self[keyPath: place] = newValue } }
  }
}

extension GivenText {
  /// - Throws: `ValueProblem` for an empty text.
  func filled(_ expected: String) throws(ValueProblem) -> String {
    guard !text.isEmpty else { throw ValueProblem(expected: expected) }
    return text
  }
}
