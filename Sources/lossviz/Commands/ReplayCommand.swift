import LossPlot

extension Command {
  static let replay = Command(
    name: "replay",
    summary: "draw a picture again from the recipe that it carries; options override it",
    usage: "replay FILE [OPTIONS]",
    examples: [
      "lossviz replay arcface.svg -o again.svg": "the same bytes",
      "lossviz replay arcface.svg --m 0.2": "one thing changed",
      "lossviz replay mnist.png --data path/to/mnist":
        "data that the picture names and does not carry",
    ],
    options: Option.replayOptions,
    operands: Operands(
      what: "the picture", count: 1...1, hint: "a file that lossviz has written; - for stdin"),
    values: { (path: $0.operands[0], typed: $0.given.typed) }
  ) { values, console in
    let carried = try CarriedRecipe(path: values.path)
    if let warning = carried.versionWarning { try console.warn(warning) }
    let replay = try Replay(carried, typed: values.typed)
    try replay.command.check(replay.call)
    try replay.command.run(replay.call, console)
  }
}

extension Option {
  /// Every option of the commands that draw, each name once; which of them count, the recipe says.
  static let replayOptions: [Option] = {
    let tables = [
      lossOptions, dataOptions, trainingOptions, pictureOptions, filmOptions, outputOptions,
      compareOptions, [axes], comparisonTables, figureOptions, curveOptions, boundaryOptions,
      plotOptions,
      settingsOptions,
    ]
    let shown = [
      "data", "labels", "weights", "pairs", "gallery", "output", "format", "snippet", "show",
      "json",
      "yes",
    ]
    let hidden = ["config", "print-config", "from-run", "list", "shard", "dry-run"]
    var options: [Option] = []
    for option in tables.joined() where !hidden.contains(option.name) {
      guard !options.contains(where: { $0.name == option.name }) else { continue }
      options.append(replayed(option, isListed: shown.contains(option.name)))
    }
    return options
  }()

  /// The same word, whose value is looked at by the command that it is for.
  private static func replayed(_ option: Option, isListed: Bool) -> Option {
    let help =
      switch option.name {
      case "data", "labels", "weights", "pairs", "gallery":
        "what the picture names and does not carry"
      case "yes": "draw it however long it takes"
      default: option.help
      }
    return Option(
      name: option.name, short: option.short, placeholder: option.placeholder,
      group: option.group, help: help, details: option.details, allowed: option.allowed,
      words: option.words,
      isRepeatable: option.isRepeatable, isAmbient: false, isListed: isListed,
      write: { _, _ in })
  }
}
