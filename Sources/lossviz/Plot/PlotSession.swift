import LossPlot

/// One call of `plot`: reads, measures, draws and says.
struct PlotSession {
  let values: PlotValues
  let console: Console

  var paths: [String] { values.paths }
  var picture: PictureOptions { values.wanted.picture }

  /// A file that was read and measured.
  struct Finished {
    var measured: MeasuredFile
    /// In two and three dimensions.
    var run: Run?
    /// What the picture of the run has to add.
    var runNotes: [Wording]
    /// With every `auto` resolved.
    var settings: LossSettings
    var files: [DataFacts.File]
    var request: MeasurementRequest
  }

  /// The recipe of the picture, without measuring.
  func recipe() throws -> Recipe {
    try checkLists()
    var settings: [LossSettings] = []
    var files: [DataFacts.File] = []
    for index in paths.indices {
      let input = try read(index)
      settings.append(try self.settings(for: input))
      files += input.files + (try gallery(for: input)?.files ?? [])
    }
    return recipe(settings, files: files)
  }

  private func read(_ index: Int) throws -> FeatureInput {
    var request = FeatureRequest(
      path: paths[index], labels: at(index, of: values.plot.labels),
      weights: at(index, of: values.plot.weights))
    request.weightsOrder = values.plot.weightsOrder
    request.pairs = values.plot.pairs
    return try request.read()
  }

  private func gallery(for input: FeatureInput) throws -> GalleryFile? {
    try values.plot.gallery.map { try GalleryFile(path: $0, for: input) }
  }

  /// Outside the plane the usual margins hold, whatever the number of classes.
  private func settings(for input: FeatureInput) throws -> LossSettings {
    try values.loss.settings(classes: input.rows.columns <= 3 ? input.classNames.count : 2)
  }

  func run() throws {
    let start = monotonicSeconds()
    try checkLists()
    let outputs = try outputPlan()
    try picture.checkWidth(outputs.pictures.compactMap(\.format.still))
    let delivery = try Delivery(outputs, values.wanted, console)
    try console.warn(values.given.notes(on: values.wanted.output))
    var finished: [Finished] = []
    for index in paths.indices { finished.append(try finish(index)) }
    let measured = monotonicSeconds()
    let recipe = recipe(finished.map { $0.settings }, files: finished.flatMap { $0.files })
    try values.replay?.check(recipe.files)
    let drawn = try delivery.draw(recipe) { scene(of: finished, $0) }
    try delivery.write(drawn)
    try sayLeftOut(finished)
    let files = finished.map { $0.measured }
    try delivery.write(csv: files.classTable, markdown: files.markdownTable)
    try delivery.write(files.suspectTable, to: values.wanted.output.exportSuspects)
    let comparisons = comparisons(finished)
    for path in reports { try write(path, finished, comparisons, recipe, delivery) }
    try sayFacts(files, comparisons)
    try delivery.show { scene(of: finished, $0) }
    let end = monotonicSeconds()
    let timing = ["measure": measured - start, "draw": end - measured, "total": end - start]
    try delivery.finish(shown: [drawn]) {
      document(finished, comparisons, recipe, outputs: $0, timing: timing)
    }
  }

  private func checkLists() throws(UsageError) {
    for (name, list) in [("--labels", values.plot.labels), ("--weights", values.plot.weights)]
    where list.count > 1 && list.count != paths.count {
      throw .conflict(
        "\(name) is given \(list.count) times for \(paths.count) files",
        hint: "give it once for all files, or once for each")
    }
    let all =
      paths + values.plot.labels + values.plot.weights
      + [values.plot.pairs ?? "", values.plot.gallery ?? ""]
    guard all.filter({ $0 == "-" }).count < 2 else {
      throw .conflict("'-' can be read once only", hint: "give the others as files")
    }
    // What is wrong with the loss is said before a large file is read.
    if values.isLossGiven { _ = try values.loss.settings(classes: 2) }
    if !values.isLossGiven, let given = values.loss.given.first {
      throw .conflict(
        "\(given.value.label) belongs to a loss, and none is named", hint: "add --loss NAME")
    }
  }

  private func at(_ index: Int, of list: [String]) -> String? {
    list.count > 1 ? list[index] : list.first
  }

  var name: String {
    let stems = paths.map { $0 == "-" ? "features" : stem(of: $0) }
    return stems.joined(separator: "-vs-")
  }

  private func finish(_ index: Int) throws -> Finished {
    let title = paths[index] == "-" ? "standard input" : stem(of: paths[index])
    let input = try read(index)
    try values.check(input)
    var notes = notes(on: input)
    let entry = values.isLossGiven ? values.loss.entry : nil
    let settings = try settings(for: input)
    if let entry, let rows = entry.make(settings).classifier?.rowsPerClass, rows > 1 {
      throw UsageError.conflict(
        "\(entry.name) has \(rows) weights a class, and features come with one",
        hint: "add --k 1, or leave --loss out")
    }
    let gallery = try gallery(for: input)
    let rows = rowsToMeasure(input)
    let request = MeasurementRequest(
      rows: rows == nil ? input.rows : input.rows.rows(at: rows ?? []),
      labels: rows.map { $0.map { input.labels[$0] } } ?? input.labels,
      classNames: picture.classNames ?? input.classNames,
      weights: input.weights?.matrix, head: entry.flatMap { $0.make(settings).classifier },
      pairs: input.pairs?.pairs, metric: values.plot.metric, gallery: gallery?.gallery)
    let measurement = try measure(request, title)
    try say(of: measurement, &notes)
    if let rows { notes.append(testSetNote(rows.count, of: input.labels.count)) }
    let collapse = measurement.collapse?.words
    let runNotes = notes.filter { $0 != collapse }
    if let entry, let violations = measurement.violations {
      notes.append(violationsNote(violations, entry, settings))
    }
    let measured = MeasuredFile(
      title: title, measurement: measurement, labels: request.labels, places: request.rows.places,
      notes: notes)
    return Finished(
      measured: measured, run: run(input, measured, entry, settings), runNotes: runNotes,
      settings: settings, files: input.files + (gallery?.files ?? []), request: request)
  }

  /// - Returns: `nil` in more than three dimensions.
  private func run(
    _ input: FeatureInput, _ measured: MeasuredFile, _ entry: LossEntry?, _ settings: LossSettings
  ) -> Run? {
    guard input.rows.columns <= 3 else { return nil }
    var run = Run(
      features: input.rows.doubles, labels: input.labels, isTest: input.isTest,
      classNames: input.classNames, title: measured.title, weights: input.weights?.matrix,
      bias: input.weights?.bias ?? [], entry: entry, settings: settings)
    if let collapse = measured.measurement.collapse {
      run.warnings.insert(.collapsed(collapse), at: 0)
    }
    return run
  }

  private func measure(
    _ request: MeasurementRequest, _ title: String
  ) throws -> FeatureMeasurement {
    let count = request.rows.count
    let pairs = count * (count - 1) / 2
    // It takes minutes.
    if request.pairs == nil, pairs > 2_000_000_000 {
      try console.say(
        "\(title): comparing all \(groupedText(pairs)) pairs of \(groupedText(count)) samples;"
          + " --pairs FILE compares those of a list")
    }
    var bar = ProgressBar(title: title, console: console)
    defer { bar.finish() }
    return try request.measure(
      parallel: WorkerPool(threads: values.threads).parallelFor
    ) { share in
      bar.update(step: Int(share * 1000), of: 1000, detail: "pairs")
      return true
    }
  }

  /// Each further file against the first, where both have the same samples.
  private func comparisons(_ finished: [Finished]) -> [ModelComparison] {
    guard let first = finished.first else { return [] }
    return finished.dropFirst().compactMap {
      var comparison = ModelComparison(
        first.measured, $0.measured, requests: (first.request, $0.request))
      comparison?.language = picture.language
      return comparison
    }
  }

  /// The test set, where the file has one: that is what a training is judged by.
  private func rowsToMeasure(_ input: FeatureInput) -> [Int]? {
    guard let isTest = input.isTest, isTest.contains(true), isTest.contains(false),
      input.pairs == nil
    else { return nil }
    return isTest.indices.filter { isTest[$0] }
  }

  /// - Parameter settings: of each file.
  private func recipe(_ settings: [LossSettings], files: [DataFacts.File]) -> Recipe {
    // Files with other numbers of classes have other defaults: then it stays as it was typed.
    let shared = settings.allSatisfy { $0 == settings.first } ? settings.first : nil
    let entries = Option.plotOptions.compactMap { option -> Recipe.Entry? in
      if option.group == .loss, !values.isLossGiven { return nil }
      var value = values.recorded[option.name]
      if option.isOfLosses, let shared {
        let isThere = values.loss.entry.option(named: option.name) != nil
        value = isThere ? shared[option.name].map { Recipe.Value($0) } : nil
      }
      return value.map { Recipe.Entry(option.name, $0) }
    }
    return Recipe(
      command: Command.plot.name,
      subject: [.init(Recipe.featuresKey, .list(paths.map { .word(baseName(of: $0)) }))],
      Recipe(entries: entries), files: files)
  }
}
