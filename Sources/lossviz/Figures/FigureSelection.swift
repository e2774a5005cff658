import LossPlot

/// The figures that were named, checked before anything is trained.
struct FigureSelection: Sendable {
  let figures: [Figure]
  /// Whether the word was `all`: the page belongs to it.
  let isAll: Bool
  let values: FigureValues
  let files: FigureFiles
  /// All pictures of all figures, the page, the tables.
  let plan: OutputPlan

  /// - Throws: `UsageError` where no figure is named, for an unknown figure, and for one that cannot
  ///   use the data.
  init(_ values: FigureValues) throws(UsageError) {
    guard !values.names.isEmpty else {
      throw .missingOperand("the name of a figure", hint: "lossviz figure --list shows them")
    }
    self.values = values
    let names = values.names
    isAll = names.contains { $0.lowercased() == "all" }
    var figures = isAll ? Figure.all : []
    for name in isAll ? [] : names {
      let figure = try Self.figure(named: name)
      if !figures.contains(where: { $0.name == figure.name }) { figures.append(figure) }
    }
    self.figures = figures
    let named = FigureFiles(values, isAll: isAll)
    files = named
    if !isAll, values.data != nil {
      for figure in figures { try Self.checkData(of: figure) }
    }
    if let file = values.figure.file, figures.count != 1 || isAll {
      throw .conflict("'\(file)' is one picture, and these are several", hint: "-o FOLDER")
    }
    if isAll, named.shown.isEmpty {
      throw .conflict(
        "the page of 'all' cannot show \(PictureFormat.titles(named.formats.contains))",
        hint: "add svg or png to --format")
    }
    plan = try OutputPlan(
      figures.flatMap { named.outputs(of: $0) + named.narrowOutputs(of: $0) },
      files: named.page + values.wanted.output.tables, values.wanted)
  }

  /// - Throws: where external data cannot be read.
  func recipe(of figure: Figure) throws -> Recipe {
    var files: [DataFacts.File] = []
    let request = request(for: figure)
    if let request, DataSource.named(request.data) == nil {
      files = try request.load().facts.files
      try values.replay?.check(files)
    }
    let idle = FigureSetting.allCases.filter { !figure.settings.contains($0) }.flatMap(\.options)
    let unused = idle + (request == nil ? Self.dataOptions : [])
    var recorded = values.recorded
    recorded.entries.removeAll { unused.contains($0.name) }
    return Recipe(
      command: Command.figure.name, subject: [.init(Recipe.figureKey, .word(figure.name))],
      recorded, files: files)
  }

  private static let dataOptions =
    Option.figureOptions.filter { $0.group == .data }.map(\.name)

  private static func figure(named name: String) throws(UsageError) -> Figure {
    if let figure = Figure.named(name) { return figure }
    let near = nearestWords(to: name.lowercased(), in: Figure.all.map(\.name) + ["all"])
    throw .badValue(
      label: "figure", value: name, expected: near.isEmpty ? "a name of figure --list" : "",
      nearest: near)
  }

  private static func checkData(of figure: Figure) throws(UsageError) {
    switch figure.data {
    case .any: return
    case .own(let words):
      throw .conflict(
        "the figure '\(figure.name)' cannot use other data", hint: "it makes its own: \(words)")
    case .none:
      throw .conflict(
        "the figure '\(figure.name)' cannot use data: nothing is trained for it",
        hint: "figure --list says which are trained")
    }
  }

  /// The data for a figure: those that were asked for where it can use them.
  func request(for figure: Figure) -> DataRequest? {
    guard var request = values.data else { return nil }
    switch figure.data {
    case .none, .own: return nil
    case .any(let standard): request.data = values.figure.data ?? standard
    }
    return request
  }
}

extension FigureSetting {
  /// The options that say it.
  var options: [String] { self == .seeds ? ["seeds", "seed"] : [rawValue] }
}
