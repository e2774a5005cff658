import LossPlot

/// The file of `--config`: options by name, as a recipe has them.
struct Configuration {
  let path: String
  let recipe: Recipe

  /// - Throws: `FileError` where there is no such recipe.
  init(path: String) throws(FileError) {
    self.init(
      path: path,
      recipe: try Recipe(json: readFile(path, limit: 1 << 24, for: .configuration), name: path))
  }

  init(path: String, recipe: Recipe) {
    self.path = path
    self.recipe = recipe
  }

  /// What it says, as if it had been typed.
  ///
  /// - Throws: `UsageError` for a key that is no option of the command.
  func assignments(of command: Command) throws(UsageError) -> [Assignment] {
    try assignments(of: command, among: command.allOptions.filter(\.isAmbient))
  }

  /// The same where only some options of the command may be there.
  func assignments(
    of command: Command, among options: [Option]
  ) throws(UsageError) -> [Assignment] {
    try checkCommand(command)
    return try assignments(among: options)
  }

  /// - Throws: `UsageError.conflict` for the recipe of another command.
  private func checkCommand(_ command: Command) throws(UsageError) {
    guard let named = recipe[Recipe.commandKey], named != .word(command.name) else { return }
    guard case .word(let other) = named, Command.named(other) != nil else {
      throw .unknownKey(
        GivenText.Source.configuration(file: path, key: Recipe.commandKey).label, nearest: [])
    }
    throw .conflict("\(path) is a recipe of '\(other)'", hint: "lossviz \(other) --config \(path)")
  }

  /// The same for some options: every key must be one of them.
  func assignments(among options: [Option]) throws(UsageError) -> [Assignment] {
    var assignments: [Assignment] = []
    for entry in recipe.entries where entry.name != Recipe.commandKey {
      let source = GivenText.Source.configuration(file: path, key: entry.name)
      guard let option = options.first(where: { $0.name == entry.name }) else {
        throw .unknownKey(
          source.label, nearest: nearestWords(to: entry.name, in: options.map(\.name)))
      }
      for text in try texts(of: entry.value, for: option, source: source) {
        assignments.append(Assignment(option: option, value: GivenText(text: text, source: source)))
      }
    }
    return assignments
  }

  /// The value as it would be typed; several for a list of a repeatable option.
  private func texts(
    of value: Recipe.Value, for option: Option, source: GivenText.Source
  ) throws(UsageError) -> [String] {
    func unfit(_ value: String, _ expected: String) -> UsageError {
      .badValue(label: source.label, value: value, expected: expected, nearest: [])
    }
    switch value {
    case .number(let number): return [TypedText.text(number)]
    case .word(let word): return [word]
    case .flag(let flag):
      guard option.words.contains("yes") else { throw unfit("\(flag)", option.allowed) }
      return [flag ? "yes" : "no"]
    case .list(let values):
      guard option.takesSeveral else {
        throw unfit("[…]", option.allowed.isEmpty ? "one value" : option.allowed + ", and no list")
      }
      var texts: [String] = []
      for value in values {
        if case .list = value { throw unfit("[[…]]", option.allowed) }
        texts += try self.texts(of: value, for: option, source: source)
      }
      if option.isRepeatable { return texts }
      if let text = texts.first(where: { $0.contains(",") }) {
        throw unfit(text, "names without commas")
      }
      return [texts.joined(separator: ",")]
    }
  }
}
