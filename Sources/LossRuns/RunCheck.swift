/// Checks that the parts of a saved run fit together.
///
/// A document from elsewhere may say anything; a figure takes a run for what it is.
struct RunCheck {
  let path: String

  func run(_ saved: Saved) throws(FileError) -> Run {
    let classes = saved.facts.classNames.count
    try require(classes >= 1, "facts.classNames", "no class")
    let loss: LossEntry
    do throws(LabError) {
      loss = try LossEntry.named(saved.facts.loss)
    } catch {
      throw malformed("facts.loss", error.description)
    }
    try require(loss.name == saved.facts.loss, "facts.loss", "expected '\(loss.name)'")
    let settings = try saved.settings.checked(for: loss, path: path)
    let dimensions = saved.options.value.dimensions
    try require(dimensions >= 1, "options.dimensions", "found \(dimensions)")
    let size = Size(loss.make(settings), classes: classes, dimensions: dimensions)
    try check(saved.test, "test", size)
    // A loss without a class layer has no weights while it trains; class means stand in at the end.
    let hasClassLayer = loss.make(saved.settings.value).classifier != nil
    for (index, snapshot) in saved.snapshots.enumerated() {
      try check(
        snapshot, "snapshots[\(index)]", size, rows: saved.test.labels.count,
        hasClassLayer: hasClassLayer)
    }
    for (index, boundary) in saved.boundaries.enumerated() {
      let range = 0..<classes
      try require(
        range.contains(boundary.first) && range.contains(boundary.second), "boundaries[\(index)]",
        "a class that is not there")
    }
    try check(saved.parameters, "parameters", size)
    try check(saved.train, "train", size)
    var run = Run(
      entry: loss, facts: saved.facts, settings: settings, options: saved.options.value,
      parameters: saved.parameters, train: saved.train, test: saved.test, metrics: saved.metrics,
      bounds: saved.bounds, boundaries: saved.boundaries, history: try history(saved.history),
      snapshots: saved.snapshots, warnings: [], trainingSeconds: 0)
    // The sentences of the document are for people, and may be those of another version.
    run.warnings = run.trainingWarnings
    return run
  }

  private struct Size {
    let classes: Int
    /// Of the class weights.
    let rows: Int
    let dimensions: Int
    /// What the loss keeps from batch to batch.
    let scalars: Int
    let means: Int

    init(_ loss: Loss, classes: Int, dimensions: Int) {
      self.classes = classes
      self.dimensions = dimensions
      rows = classes * (loss.classifier?.rowsPerClass ?? 1)
      scalars = loss.scalars.count
      means = loss.means.count
    }
  }

  private func check(
    _ snapshot: Snapshot, _ key: String, _ size: Size, rows: Int, hasClassLayer: Bool
  ) throws(FileError) {
    try check(snapshot.features, "\(key).features", columns: size.dimensions)
    try require(snapshot.features.rows == rows, "\(key).features", "not as many rows as in test")
    try check(snapshot.parameters, "\(key).parameters", size, hasClassLayer: hasClassLayer)
  }

  private func check(
    _ saved: ClassParameters, _ key: String, _ size: Size, hasClassLayer: Bool = true
  ) throws(FileError) {
    let isEmpty = !hasClassLayer && saved.weights.rows == 0
    try check(saved.weights, "\(key).weights", columns: isEmpty ? nil : size.dimensions)
    try require(
      isEmpty || saved.weights.rows == size.rows, "\(key).weights",
      size.rows == size.classes ? "not one row a class" : "not \(size.rows) rows")
    try require(
      saved.bias.isEmpty || saved.bias.count == size.classes, "\(key).bias", "not one a class")
    try require(saved.bias.allSatisfy { $0.isFinite }, "\(key).bias", "a number is not finite")
    try check(
      saved.centers, "\(key).centers", columns: saved.centers.rows == 0 ? nil : size.dimensions)
    try require(
      saved.centers.rows == 0 || saved.centers.rows == size.classes, "\(key).centers",
      "not one row a class")
    try check(saved.scalars, count: size.scalars, "\(key).scalars")
    try check(saved.means, count: size.means, "\(key).means")
  }

  private func check(_ state: [Double], count: Int, _ key: String) throws(FileError) {
    try require(state.count == count, key, "expected \(count) numbers, found \(state.count)")
    try require(state.allSatisfy { $0.isFinite }, key, "a number is not finite")
  }

  private func check(_ set: FeatureSet, _ key: String, _ size: Size) throws(FileError) {
    try check(set.features, "\(key).features", columns: size.dimensions)
    for (name, labels) in [("labels", set.labels), ("predicted", set.predicted)] {
      try require(
        labels.count == set.features.rows, "\(key).\(name)",
        "\(labels.count) for \(set.features.rows) features")
      try require(
        labels.allSatisfy { (0..<size.classes).contains($0) }, "\(key).\(name)",
        "a class that is not there")
    }
  }

  private func check(
    _ matrix: Matrix<Double>, _ key: String, columns: Int?
  ) throws(FileError) {
    if let columns {
      try require(
        matrix.columns == columns, key, "\(matrix.columns) columns for \(columns) dimensions")
    }
    try require(matrix.elements.allSatisfy { $0.isFinite }, key, "a number is not finite")
  }

  private func history(_ saved: SavedHistory) throws(FileError) -> [HistoryRow] {
    let count = saved.step.count
    try require(
      saved.loss.count == count && saved.accuracy.count == count && saved.intra.count == count,
      "history", "columns of different lengths")
    return saved.step.indices.map { index in
      HistoryRow(
        step: saved.step[index], loss: saved.loss[index], accuracy: saved.accuracy[index],
        intra: saved.intra[index])
    }
  }

  private func require(
    _ condition: Bool, _ key: String, _ problem: @autoclosure () -> String
  ) throws(FileError) {
    guard condition else { throw malformed(key, problem()) }
  }

  private func malformed(_ key: String, _ problem: String) -> FileError {
    .malformed(path: path, place: .key(key), problem: problem, hint: FileError.changedHint)
  }
}
