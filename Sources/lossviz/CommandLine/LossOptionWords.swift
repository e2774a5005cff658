import LossPlot

/// An option of a loss as `explain` and the table of all losses say it.
struct LossOptionWords: Sendable {
  /// As typed: `--lambda`.
  let name: String
  /// As written in a formula, λ; `nil` where that is the name.
  var symbol: String?
  /// What it is, what it takes, and its default in brackets.
  let text: String
}

extension LossOptionWords {
  private init(_ option: LossOption) {
    name = "--\(option.name)"
    let symbol = RichText(formula: option.symbol).terminalText
    self.symbol = symbol == option.name ? nil : symbol
    let words = option.words.isEmpty ? "" : "\(option.words.alternatives): "
    text = "\(words)\(option.explanation) [\(option.defaultText)]"
  }

  /// All that a loss takes.
  static func all(of entry: LossEntry) -> [LossOptionWords] {
    entry.options.map(LossOptionWords.init) + besides(entry)
  }

  /// Without those that plain softmax takes, too, and that change nothing here unless they are
  /// given, and without `--gradient`, which is the same for all that have it.
  static func own(of entry: LossEntry) -> [LossOptionWords] {
    let common = LossEntry.softmax.options + [Hyperparameter<GradientMode>.gradient.option]
    let own = entry.options.filter { option in
      !common.contains { $0.name == option.name && $0.defaultText == option.defaultText }
    }
    return own.map(LossOptionWords.init) + besides(entry)
  }

  /// What is no hyper-parameter of the loss.
  private static func besides(_ entry: LossEntry) -> [LossOptionWords] {
    var words: [LossOptionWords] = []
    if entry.isAnnealed {
      let anneal = Option.anneal
      words.append(
        LossOptionWords(
          name: "--\(anneal.name)", text: "\(anneal.help) [\(anneal.defaultText)]"))
    }
    if entry.allowsBias {
      words.append(LossOptionWords(name: "--bias", text: "give the class layer a bias"))
    }
    return words
  }
}
