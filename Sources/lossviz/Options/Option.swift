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
  var clear: @Sendable (inout GivenValues) -> Void = { _ in }
  /// Stores a value that a person typed.
  var write: @Sendable (inout GivenValues, GivenText) throws(ValueProblem) -> Void
  /// The value for a recipe; `nil` for an option that does not matter to any picture.
  var read: (@Sendable (GivenValues) -> Recipe.Value?)?
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
  var environmentName: String { Self.environmentName(of: name) }

  static func environmentName(of name: String) -> String {
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
  /// Whether a text is a value of it.
  func takes(_ text: String) -> Bool {
    var trial = GivenValues()
    return (try? write(&trial, GivenText(text: text, source: .commandLine("--" + name)))) != nil
  }

  /// The same option as a command explains it that does something else with it.
  func explained(_ help: String, default text: String? = nil) -> Option {
    with {
      $0.help = help
      if let text { $0.defaultText = text }
    }
  }

  /// The same option with something else about it.
  func with(_ change: (inout Option) -> Void) -> Option {
    var option = self
    change(&option)
    return option
  }

  /// The same option, which a recipe names only where somebody chose something else than usual.
  var recordedWhereChosen: Option {
    let usual = read?(.usual)
    return with {
      $0.read = { [read] options in
        let value = read?(options)
        return value == usual ? nil : value
      }
    }
  }

  /// The same option, which a recipe names only where it is not as it always was, so that old
  /// recipes stay what they were; and of small sets, whose default is another.
  func recordedUnless(_ usual: Recipe.Value) -> Option {
    with {
      $0.silentValue = usual
      $0.read = { [read] options in
        let value = read?(options)
        return value == usual && !options.data.options.mayBeSmall ? nil : value
      }
    }
  }
}

extension [Option] {
  /// Those of some names.
  func named(_ names: String...) -> [Option] { filter { names.contains($0.name) } }

  /// All but those of some names.
  func without(_ names: String...) -> [Option] { filter { !names.contains($0.name) } }

  /// With other words of help or another default for one of them.
  func explaining(_ name: String, _ help: String? = nil, default text: String? = nil) -> [Option] {
    map { $0.name == name ? $0.explained(help ?? $0.help, default: text) : $0 }
  }
}
