/// One hyper-parameter of a loss as the user sees it: name, range, default and help.
///
/// Command line, help texts, recipes and validation all read this one description; a loss reads the
/// value by the `Hyperparameter` that the option belongs to.
public struct LossOption: Sendable {
  /// As typed, without dashes: `m`, `s`, `lambda`.
  public let name: String
  /// As written in a formula: m, s, λ.
  package let symbol: String
  package let help: String
  package let unit: Unit
  package let values: Values
  /// Of a margin: the value without one, from which it rises in the first steps of a training.
  package var risesFrom: Double?

  /// Of numbers, for help and axes.
  public enum Unit: Sendable {
    /// A plain number.
    case none
    /// An angle.
    case radians
  }

  /// As settings keep it, and as a literal gives it: `0.5`, `"strict"`.
  public enum Value: Sendable, Equatable {
    /// Angles in radians.
    case number(Double)
    /// One of those that the option names.
    case word(String)
  }

  package enum Values: Sendable {
    case number(Range, default: Default)
    case words([String], default: String)
  }

  /// The numbers that an option takes.
  public struct Range: Sendable {
    package let lower: Double
    package let upper: Double
    package let excludesLower: Bool
    package let excludesUpper: Bool
    package let isInteger: Bool
    /// As a person would write it: `0 ≤ m < π/2`.
    package let text: String

    /// - Parameter text: for messages and help.
    package init(
      lower: Double, upper: Double, excludesLower: Bool = false, excludesUpper: Bool = false,
      isInteger: Bool = false, text: String
    ) {
      self.lower = lower
      self.upper = upper
      self.excludesLower = excludesLower
      self.excludesUpper = excludesUpper
      self.isInteger = isInteger
      self.text = text
    }

    package func contains(_ value: Double) -> Bool {
      guard value.isFinite, excludesLower ? value > lower : value >= lower else { return false }
      guard excludesUpper ? value < upper : value <= upper else { return false }
      return !isInteger || value == value.rounded()
    }
  }

  /// What an option is where nobody sets it.
  public enum Default: Sendable {
    /// The same for any number of classes.
    case fixed(Double)
    /// `auto`: from the number of classes; `text` says how.
    case automatic(text: String, value: @Sendable (_ classes: Int) -> Double)
  }

  /// Checks a number that a person typed, and stores it.
  ///
  /// - Throws: `LabError.outOfRange`.
  package func set(_ number: Double, in settings: inout LossSettings) throws(LabError) {
    guard case .number(let range, _) = values, range.contains(number) else {
      throw .outOfRange(option: name, value: "\(number)", allowed: allowed)
    }
    settings[name] = .number(number)
  }

  /// Checks a word that a person typed, and stores it.
  ///
  /// - Throws: `LabError.outOfRange`.
  package func set(_ word: String, in settings: inout LossSettings) throws(LabError) {
    guard case .words(let words, _) = values, words.contains(word) else {
      throw .outOfRange(option: name, value: "'\(word)'", allowed: allowed)
    }
    settings[name] = .word(word)
  }

  /// Whether it takes whole numbers only.
  package var isInteger: Bool {
    if case .number(let range, _) = values { range.isInteger } else { false }
  }

  /// The range or the words, for messages and help.
  package var allowed: String {
    switch values {
    case .number(let range, _): range.text
    case .words(let words, _): words.joined(separator: ", ")
    }
  }

  /// Stores the default for this number of classes.
  package func setDefault(in settings: inout LossSettings, classes: Int) {
    switch values {
    case .number(_, .fixed(let value)): settings[name] = .number(value)
    case .number(_, .automatic(_, let value)): settings[name] = .number(value(classes))
    case .words(_, let word): settings[name] = .word(word)
    }
  }
}
