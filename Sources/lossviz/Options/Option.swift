import LossLab
import LossPlot

/// An option of the command line: how it is typed, what it takes, where it is stored.
///
/// Parser, help, environment, configuration and recipe all read this one description.
struct Option: Sendable {
  /// As typed, without dashes.
  let name: String
  /// One letter, for `-o`.
  var short: Character?
  /// What stands for the value in help; `nil` for a switch, which takes none.
  var placeholder: String?
  let group: OptionGroup
  var help: String
  /// Further lines of help, each under a label.
  var details: [Detail] = []
  /// What it takes, as a person would write it: `a whole number from 1`.
  var allowed = ""
  /// The same for help, where it says something that the placeholder does not.
  var range = ""
  /// The words it takes, where it takes words only.
  var words: [String] = []
  /// As help shows it; empty for none.
  var defaultText = ""
  /// Whether a second value is added to the first instead of replacing it.
  var isRepeatable = false
  /// Whether environment and configuration may give it.
  var isAmbient = true
  /// Whether help shows it.
  var isListed = true
  /// Whether it is a hyper-parameter, which some losses have and others not.
  var isOfLosses = false
  /// Empties what a repeatable option adds to.
  var clear: @Sendable (inout RunOptions) -> Void = { _ in }
  /// Stores a value that a person typed.
  let write: @Sendable (inout RunOptions, GivenText) throws(ValueProblem) -> Void
  /// The value for a recipe; `nil` for an option that does not matter to any picture.
  var read: (@Sendable (RunOptions) -> Recipe.Value?)?
  /// What a recipe means that does not name the option, where that is not the default.
  var silentValue: Recipe.Value?

  struct Detail: Sendable {
    let label: String
    let text: String
  }

  var isSwitch: Bool { placeholder == nil }

  /// Whether a recipe may have it.
  var isRecorded: Bool { read != nil }

  /// As in `LOSSVIZ_WEIGHT_DECAY`.
  var environmentName: String {
    "LOSSVIZ_" + name.uppercased().replacing("-", with: "_")
  }
}

/// The headings of help, in order.
enum OptionGroup: String, CaseIterable, Sendable {
  case compare = "Comparison"
  case loss = "Loss"
  case data = "Data"
  case training = "Network and training"
  case picture = "Picture"
  case output = "Output"
  case general = "Settings and messages"
}

extension Option {
  /// How a recipe reads an option, if it has it.
  static func recorded(
    _ isInRecipe: Bool, _ read: @escaping @Sendable (RunOptions) -> Recipe.Value?
  ) -> (@Sendable (RunOptions) -> Recipe.Value?)? {
    isInRecipe ? read : nil
  }

  /// The same option as a command explains it that does something else with it.
  func explained(_ help: String, default text: String? = nil) -> Option {
    var option = self
    option.help = help
    if let text { option.defaultText = text }
    return option
  }

  /// The same switch, which a recipe names only where it is on.
  var recordedWhereOn: Option {
    var option = self
    let read = self.read
    option.read = { options in
      let value = read?(options)
      return value == .flag(false) ? nil : value
    }
    return option
  }

  /// The same option, which a recipe names only where it is not as it always was, so that old
  /// recipes stay what they were; and of small sets, whose default is another.
  func recordedUnless(_ usual: Recipe.Value) -> Option {
    var option = self
    let read = self.read
    option.silentValue = usual
    option.read = { options in
      let value = read?(options)
      return value == usual && !options.data.options.mayBeSmall ? nil : value
    }
    return option
  }

  static func flag(
    _ name: String, short: Character? = nil,
    _ place: WritableKeyPath<RunOptions, Bool> & Sendable, in group: OptionGroup, help: String,
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
    _ name: String, _ place: WritableKeyPath<RunOptions, Int> & Sendable, _ range: ClosedRange<Int>,
    in group: OptionGroup, help: String, default text: String? = nil, isInRecipe: Bool = true
  ) -> Option {
    Option(
      name: name, placeholder: "N", group: group, help: help, allowed: allowed(range),
      range: shown(range),
      defaultText: text ?? "\(RunOptions()[keyPath: place])",
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try integer(given.text, in: range)
      },
      read: recorded(isInRecipe) { .number(Double($0[keyPath: place])) })
  }

  /// A whole number that need not be there.
  static func integer(
    _ name: String, _ place: WritableKeyPath<RunOptions, Int?> & Sendable,
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
    _ name: String, _ place: WritableKeyPath<RunOptions, Double> & Sendable, _ range: NumberRange,
    placeholder: String = "X", in group: OptionGroup, help: String
  ) -> Option {
    Option(
      name: name, placeholder: placeholder, group: group, help: help, allowed: range.text,
      range: range.text,
      defaultText: TypedText.text(RunOptions()[keyPath: place]),
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try range.number(given.text)
      },
      read: { .number($0[keyPath: place]) })
  }

  /// A number that need not be there.
  static func number(
    _ name: String, _ place: WritableKeyPath<RunOptions, Double?> & Sendable,
    _ range: NumberRange, in group: OptionGroup, help: String, default text: String
  ) -> Option {
    Option(
      name: name, placeholder: "X", group: group, help: help, allowed: range.text,
      range: range.text, defaultText: text,
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try range.number(given.text)
      },
      read: { $0[keyPath: place].map { .number($0) } })
  }

  /// A text that need not be there.
  static func text(
    _ name: String, _ place: WritableKeyPath<RunOptions, String?> & Sendable,
    placeholder: String, in group: OptionGroup, help: String, default text: String = "",
    isInRecipe: Bool = false, isAmbient: Bool = true, mayBeEmpty: Bool = false
  ) -> Option {
    Option(
      name: name, placeholder: placeholder, group: group, help: help, allowed: "a text",
      defaultText: text, isAmbient: isAmbient,
      write: { options, given throws(ValueProblem) in
        guard mayBeEmpty || !given.text.isEmpty else {
          throw ValueProblem(expected: "a text that is not empty")
        }
        options[keyPath: place] = given.text
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
    "a whole number from \(range.lowerBound) to \(TypedText.grouped(range.upperBound))"
  }

  /// Without an upper bound that only keeps nonsense out.
  private static func shown(_ range: ClosedRange<Int>) -> String {
    range.upperBound >= 1000 ? "" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
