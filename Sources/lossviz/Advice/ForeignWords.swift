import LossLab

/// What other programs call things, and what to type here: one table, for every message.
enum ForeignWords {
  /// What stands here for an option of another program.
  enum Meaning: Sendable {
    /// The option of that name with the same value.
    case option(String)
    /// These words, whatever the value.
    case words([String])
    /// Of the value: a temperature is one over a scale.
    case inverse(String)
    /// The operand of a command that takes files.
    case operand
    /// Nothing: lossviz does it by itself, or not at all.
    case none(String)
  }

  /// The words that mean a command of another name; `nil` where it is none.
  static func command(_ word: String) -> [String]? {
    let plain = word.lowercased().drop { $0 == "/" || $0 == "-" }
    return commands.first { has($0.key, plain) }?.value
  }

  /// What an option of another program may mean here, the likeliest first.
  static func option(_ name: String) -> [Meaning] {
    let plain = name.lowercased().replacing("_", with: "-")
    return options.filter { has($0.key, plain) }.map(\.value)
  }

  /// The word of that option that another word means.
  static func value(_ word: String, of option: String) -> String? {
    let plain = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return values.first { $0.option == option && has($0.words, plain) }?.here
  }

  /// Whether a word is one of several with spaces between them.
  private static func has(_ words: String, _ word: some StringProtocol) -> Bool {
    words.split(separator: " ").contains { $0 == word }
  }

  private static let commands: KeyValuePairs<String, [String]> = [
    "version ver": ["--version"],
    "help usage ? h commands options info": ["--help"],
    "train run draw fit start picture make main": [],
    "sweep grid ablation ablate study comparison search vs": ["compare"],
    "loss ls models registry": ["list", "losses"],
    "dataset datasets": ["list", "data"],
    "colors colours colormaps cmaps": ["list", "palettes"],
    "fig figs paper article reproduce": ["figure", "--list"],
    "logit logits psi target-logit": ["curve"],
    "boundaries decision margin margins": ["boundary"],
    "visualize visualise viz vis show tsne umap features": ["plot"],
    "eval gradient gradients grad check verify test": ["evaluate"],
    "describe formula what doc-loss about": ["explain"],
    "recipe metadata": ["inspect"],
    "recognise recognize guess which": ["identify"],
    "redraw rerun again": ["replay"],
    "doc markdown readme update": ["docs"],
    "completion complete": ["completions"],
    "manual manpage": ["man"],
  ]
}
