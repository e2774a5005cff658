import LossLab

/// Builds a run from a saved one and checks that its parts fit together.
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
    let test = try features(saved.test, "test", size)
    // A loss without a class layer has no weights while it trains; class means stand in at the end.
    let hasClassLayer = loss.make(saved.settings.value).classifier != nil
    var snapshots: [Snapshot] = []
    for (index, snapshot) in saved.snapshots.enumerated() {
      snapshots.append(
        try self.snapshot(
          snapshot, "snapshots[\(index)]", size, rows: test.labels.count,
          hasClassLayer: hasClassLayer))
    }
    for (index, boundary) in saved.boundaries.enumerated() {
      let range = 0..<classes
      try require(
        range.contains(boundary.first) && range.contains(boundary.second), "boundaries[\(index)]",
        "a class that is not there")
    }
    return Run(
      entry: loss, facts: saved.facts, settings: settings, options: saved.options.value,
      parameters: try parameters(saved.parameters, "parameters", size),
      train: try features(saved.train, "train", size), test: test,
      metrics: saved.metrics.value, bounds: saved.bounds,
      boundaries: saved.boundaries, history: try history(saved.history),
      snapshots: snapshots, warnings: saved.warnings, trainingSeconds: 0)
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

  private func snapshot(
    _ saved: SavedSnapshot, _ key: String, _ size: Size, rows: Int, hasClassLayer: Bool
  ) throws(FileError) -> Snapshot {
    let features = try matrix(saved.features, "\(key).features", columns: size.dimensions)
    try require(features.rows == rows, "\(key).features", "not as many rows as in test")
    return Snapshot(
      step: saved.step, loss: saved.loss,
      parameters: try parameters(
        saved.parameters, "\(key).parameters", size, hasClassLayer: hasClassLayer),
      features: features)
  }

  private func parameters(
    _ saved: SavedParameters, _ key: String, _ size: Size, hasClassLayer: Bool = true
  ) throws(FileError) -> ClassParameters {
    let isEmpty = !hasClassLayer && saved.weights.rows == 0
    let weights = try matrix(
      saved.weights, "\(key).weights", columns: isEmpty ? nil : size.dimensions)
    try require(
      isEmpty || weights.rows == size.rows, "\(key).weights",
      size.rows == size.classes ? "not one row a class" : "not \(size.rows) rows")
    try require(
      saved.bias.isEmpty || saved.bias.count == size.classes, "\(key).bias", "not one a class")
    try require(saved.bias.allSatisfy { $0.isFinite }, "\(key).bias", "a number is not finite")
    let centers = try matrix(
      saved.centers, "\(key).centers", columns: saved.centers.rows == 0 ? nil : size.dimensions)
    try require(
      centers.rows == 0 || centers.rows == size.classes, "\(key).centers", "not one row a class")
    return ClassParameters(
      weights: weights, bias: saved.bias, centers: centers,
      scalars: try state(saved.scalars, count: size.scalars, "\(key).scalars"),
      means: try state(saved.means, count: size.means, "\(key).means"))
  }

  private func state(
    _ saved: [Double]?, count: Int, _ key: String
  ) throws(FileError) -> [Double] {
    let saved = saved ?? []
    try require(saved.count == count, key, "expected \(count) numbers, found \(saved.count)")
    try require(saved.allSatisfy { $0.isFinite }, key, "a number is not finite")
    return saved
  }

  private func features(
    _ saved: SavedFeatures, _ key: String, _ size: Size
  ) throws(FileError) -> FeatureSet {
    let features = try matrix(saved.features, "\(key).features", columns: size.dimensions)
    for (name, labels) in [("labels", saved.labels), ("predicted", saved.predicted)] {
      try require(
        labels.count == features.rows, "\(key).\(name)",
        "\(labels.count) for \(features.rows) features")
      try require(
        labels.allSatisfy { (0..<size.classes).contains($0) }, "\(key).\(name)",
        "a class that is not there")
    }
    return FeatureSet(features: features, labels: saved.labels, predicted: saved.predicted)
  }

  private func matrix(
    _ saved: SavedMatrix, _ key: String, columns: Int?
  ) throws(FileError) -> Matrix<Double> {
    let product = saved.rows.multipliedReportingOverflow(by: saved.columns)
    try require(
      saved.rows >= 0 && saved.columns >= 0 && !product.overflow
        && product.partialValue == saved.values.count, key,
      "\(saved.values.count) values for \(saved.rows) × \(saved.columns)")
    if let columns {
      try require(
        saved.columns == columns, key, "\(saved.columns) columns for \(columns) dimensions")
    }
    try require(saved.values.allSatisfy { $0.isFinite }, key, "a number is not finite")
    return Matrix(rows: saved.rows, columns: saved.columns, elements: saved.values)
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
    .malformed(
      path: path, place: .key(key), problem: problem, hint: "the document was changed by hand?")
  }
}
