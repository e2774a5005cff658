import LossPlot

/// A picture drawn again: the command of its recipe, with what was typed over it.
struct Replay {
  let command: Command
  let call: Call

  /// - Parameter typed: the words after the picture, as options that any command may have.
  /// - Throws: `UsageError`, `FileError`.
  init(_ carried: CarriedRecipe, typed: [Assignment]) throws {
    command = try Self.command(of: carried)
    let external = try ExternalData(carried, command: command, typed: typed)
    var recipe = carried.recipe
    recipe.entries.removeAll { external.dropped.contains($0.name) }
    let recorded = command.options.filter(\.isRecorded)
    for option in recorded where recipe[option.name] == nil {
      if let value = option.silentValue { recipe.entries.append(Recipe.Entry(option.name, value)) }
    }
    var assignments = try Configuration(path: carried.path, recipe: recipe)
      .assignments(among: recorded)
    let own = typed.filter { !external.operandOptions.contains($0.option.name) }
    assignments += try Self.assignments(own, of: command)
    if !own.contains(where: { $0.option.name == Option.output.name }) {
      assignments.append(try Self.output(of: carried, command: command))
    }
    var arguments = Arguments(assignments: assignments, operands: external.operands)
    // A job array is nothing that a replay has a share of, and no variable may change the picture.
    arguments.environment = Environment { _ in nil }
    arguments.replay = ReplayLimits(
      files: external.isReplaced ? [] : carried.recipe.files,
      isSure: own.contains { $0.option.name == "yes" && TypedText.flag($0.value.text) == true })
    call = try Call(arguments, of: command)
  }

  private static func command(of carried: CarriedRecipe) throws(FileError) -> Command {
    guard let value = carried.recipe[Recipe.commandKey] else { return .train }
    guard case .word(let name) = value, let command = Command.named(name), command.recipe != nil
    else {
      throw .malformed(
        path: carried.path, place: .key(Recipe.commandKey),
        problem: "no command of lossviz \(Lossviz.version) that draws pictures",
        hint: carried.versionWarning ?? "")
    }
    return command
  }

  /// What was typed, as options of the command.
  private static func assignments(
    _ typed: [Assignment], of command: Command
  ) throws(UsageError) -> [Assignment] {
    var assignments: [Assignment] = []
    for assignment in typed {
      let name = assignment.option.name
      if let option = command.allOptions.first(where: { $0.name == name }) {
        assignments.append(Assignment(option: option, value: assignment.value))
      } else if name != "yes" {
        throw .optionOfOthers(
          assignment.value.label, command: command.name,
          others: Command.owners(of: name).filter { $0.recipe != nil }.map(\.name))
      }
    }
    return assignments
  }

  /// Where nobody says it: the usual name of the command, in the format of the picture.
  private static func output(
    of carried: CarriedRecipe, command: Command
  ) throws(FileError) -> Assignment {
    let format = carried.format.form.name
    var name = Option.format.name
    var text = format
    if case .word(let figure)? = carried.recipe[Recipe.figureKey] {
      (name, text) = (Option.output.name, "output/\(baseName(of: figure)).\(format)")
    }
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw .malformed(
        carried.path, "its format is unknown", hint: "name the picture with -o NAME.svg")
    }
    let source = GivenText.Source.configuration(file: carried.path, key: name)
    return Assignment(option: option, value: GivenText(text: text, source: source))
  }
}

/// What a recipe names and does not carry: files, and what stands after the name of a command.
private struct ExternalData {
  /// Keys of the recipe that do not count.
  var dropped: Set<String> = []
  /// Typed options that are operands of the command.
  var operandOptions: Set<String> = []
  var operands: [String] = []
  /// Whether other data were asked for by name: then there is nothing to find again.
  var isReplaced = false

  /// - Throws: `FileError` where a file is needed that was not given: a recipe has no folders, and
  ///   what stands there in their place is not followed.
  init(_ carried: CarriedRecipe, command: Command, typed: [Assignment]) throws {
    func given(_ name: String) -> [String] {
      typed.filter { $0.option.name == name }.map(\.value.text)
    }
    func need(_ key: String, _ option: String) throws(FileError) {
      dropped.insert(key)
      if given(option).isEmpty { throw Self.lacking(key, of: carried, option) }
    }
    let data = Option.data.name
    switch command.name {
    case Command.figure.name:
      operands = [try Self.figure(carried)]
      dropped.insert(Recipe.figureKey)
    case Command.plot.name:
      try need(Recipe.featuresKey, data)
      operands = given(data)
      operandOptions = [data]
    default: break
    }
    if carried.recipe[data] != nil {
      if let typed = given(data).last {
        dropped.insert(data)
        isReplaced = DataSource.named(typed) != nil
      } else if try !Self.namesData(carried) {
        try need(data, data)
      }
    }
    for key in command.options.filter({ $0.isRecorded && $0.takesPath }).map(\.name)
    where key != data && carried.recipe[key] != nil {
      if isReplaced {
        dropped.insert(key)
      } else if !Self.words(carried.recipe[key]).allSatisfy({ Self.isNoFile($0, of: carried) }) {
        try need(key, key)
      }
    }
  }

  private static func lacking(
    _ key: String, of carried: CarriedRecipe, _ option: String
  ) -> FileError {
    let file = words(carried.recipe[key]).first ?? carried.recipe.files.first?.name ?? "its data"
    return .malformed(
      path: carried.path, place: .key(key),
      problem: "the picture was made from '\(file)', which it does not carry",
      hint: "give it with --\(option) PATH")
  }

  private static func figure(_ carried: CarriedRecipe) throws(FileError) -> String {
    if case .word(let name)? = carried.recipe[Recipe.figureKey], Figure.named(name) != nil {
      return name
    }
    throw .malformed(
      path: carried.path, place: .key(Recipe.figureKey),
      problem: "no figure of lossviz \(Lossviz.version)", hint: "figure --list names them")
  }

  /// Whether the data are made by lossviz or carried in it.
  ///
  /// - Throws: `FileError` for what is not one name.
  private static func namesData(_ carried: CarriedRecipe) throws(FileError) -> Bool {
    guard case .word(let name)? = carried.recipe[Option.data.name] else {
      throw .malformed(
        path: carried.path, place: .key(Option.data.name), problem: "expected one name of data",
        hint: "--data NAME|PATH says which data to take")
    }
    return DataSource.named(name) != nil
  }

  /// Whether a word can only be the name of a column or of an array, wherever it is looked for.
  private static func isNoFile(_ word: String, of carried: CarriedRecipe) -> Bool {
    !word.contains("/") && !carried.recipe.files.contains { $0.name == word }
      && (try? PathKind(of: word)) == .missing
  }

  private static func words(_ value: Recipe.Value?) -> [String] {
    switch value {
    case .word(let word): [word]
    case .list(let values): values.flatMap { words($0) }
    case .number(let number): [TypedText.text(number)]
    case .flag, nil: []
    }
  }
}
