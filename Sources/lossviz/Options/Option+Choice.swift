import LossPlot

extension Option {
  /// One of a few words.
  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ place: WritableKeyPath<RunOptions, Value> & Sendable, in group: OptionGroup,
    help: String, isInRecipe: Bool = true
  ) -> Option where Value.RawValue == String {
    oneOf(
      Value.self, name, in: group, help: help, default: RunOptions()[keyPath: place].rawValue,
      write: { $0[keyPath: place] = $1 },
      read: recorded(isInRecipe) { .word($0[keyPath: place].rawValue) })
  }

  /// One of a few words that need not be there.
  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ place: WritableKeyPath<RunOptions, Value?> & Sendable,
    in group: OptionGroup, help: String, default text: String
  ) -> Option where Value.RawValue == String {
    oneOf(
      Value.self, name, in: group, help: help, default: text,
      write: { $0[keyPath: place] = $1 },
      read: { $0[keyPath: place].map { .word($0.rawValue) } })
  }

  private static func oneOf<Value: RawRepresentable & CaseIterable & Sendable>(
    _ type: Value.Type, _ name: String, in group: OptionGroup, help: String, default text: String,
    write: @escaping @Sendable (inout RunOptions, Value) -> Void,
    read: (@Sendable (RunOptions) -> Recipe.Value?)?
  ) -> Option where Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    return Option(
      name: name, placeholder: words.joined(separator: "|"), group: group, help: help,
      allowed: words.alternatives, words: words, defaultText: text,
      write: { options, given throws(ValueProblem) in
        guard let value = Value(rawValue: given.text.lowercased()) else {
          throw ValueProblem(word: given.text, words: words)
        }
        write(&options, value)
      },
      read: read)
  }
}
