extension GoldenFile {
  /// One case under a loss with every parameter stated.
  package init(_ entry: LossEntry, settings: LossSettings, _ batch: Case) {
    var batch = batch
    for option in entry.options {
      switch settings[option.name] {
      case .number(let value)?: batch.parameters[option.name] = .number(value)
      case .word(let word)?: batch.parameters[option.name] = .text(word)
      case nil: break
      }
    }
    // As in training: the mean over the batch of both terms.
    if batch.centers != nil { batch.parameters["reduction"] = .text("mean") }
    self.init(loss: entry.name, cases: [batch])
  }
}

extension GoldenFile.Case {
  /// A batch from arrays, as a training has it.
  ///
  /// - Parameters:
  ///   - features: a `.npy` file of `batch × dimensions`; `-` is standard input.
  ///   - labels: a file with one class index a row, from 0: the row of the weights.
  ///   - weights: `classes × dimensions`, with one more column for a bias.
  ///   - centers: of center loss, `classes × dimensions`.
  package init(
    features: String, labels: String, weights: String?, centers: String? = nil
  ) throws(FileError) {
    let array = try NumpyArray.read(features)
    try NumpyArray.requireRows(array.shape, features)
    let matrix = array.matrix.doubles
    var own: Matrix<Double>?
    var bias: [Double]?
    if let weights {
      let named = try NamedWeights(path: weights)
      try Self.requireFinite(named.matrix, weights)
      // By rows alone, whichever classes the batch happens to have.
      let fitted = try named.plain(dimensions: matrix.columns)
      own = fitted.matrix
      bias = fitted.bias.isEmpty ? nil : fitted.bias
    }
    let middles = try centers.map { path throws(FileError) in
      (path: path, matrix: try NamedWeights(path: path).matrix)
    }
    try self.init(
      features: (features, matrix), labels: (labels, try ClassLabels.read(labels)), weights: own,
      bias: bias, centers: middles)
  }

  /// A batch from arrays that were read, each with what it is called in messages.
  ///
  /// - Parameter weights: finite, of as many columns as the features.
  init(
    features: (path: String, matrix: Matrix<Double>), labels: (path: String, values: ClassLabels),
    weights: Matrix<Double>?, bias: [Double]?, centers: (path: String, matrix: Matrix<Double>)?
  ) throws(FileError) {
    let matrix = features.matrix
    try Self.requireFinite(matrix, features.path)
    let classes = labels.values
    let names = classes.names.compactMap { LabelSpelling.wholeNumber($0) }
    guard names.count == classes.names.count else {
      throw .malformed(
        labels.path, "a label is no class index", hint: "labels are rows of the weights, from 0")
    }
    guard classes.indices.count == matrix.rows else {
      throw .malformed(
        labels.path, "\(classes.indices.count) labels for \(matrix.rows) rows",
        hint: "give one label a row of the features")
    }
    if let centers {
      try Self.checkCenters(centers, classes: weights?.rows, dimensions: matrix.columns)
    }
    let count = weights?.rows ?? centers?.matrix.rows ?? 1_000_000
    guard let largest = names.max(), let smallest = names.min(), smallest >= 0, largest < count
    else {
      throw .malformed(
        labels.path, "label \(names.first { $0 < 0 } ?? names.max() ?? 0) of \(count) classes",
        hint: "labels are rows of the weights, from 0")
    }
    self.init(
      id: baseName(of: features.path), tags: [], parameters: [:], features: matrix,
      weights: weights, bias: bias, centers: centers?.matrix,
      labels: classes.indices.map { names[$0] }, expected: GoldenFile.Expected())
  }

  private static func checkCenters(
    _ centers: (path: String, matrix: Matrix<Double>), classes: Int?, dimensions: Int
  ) throws(FileError) {
    let (path, matrix) = centers
    try requireFinite(matrix, path)
    guard matrix.columns == dimensions, matrix.rows == classes ?? matrix.rows else {
      throw .malformed(
        path,
        "centers of shape \(matrix.rows) × \(matrix.columns) for"
          + " \(classes.map { "\($0) classes of " } ?? "")\(dimensions) dimensions",
        hint: matrix.rows == dimensions
          ? "they are transposed? one row a class: numpy.save(path, centers.T)" : "one row a class")
    }
  }

  static func requireFinite(_ matrix: Matrix<Double>, _ path: String) throws(FileError) {
    guard let place = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return }
    throw .malformed(
      path, "row \(place / max(1, matrix.columns)) holds a NaN or infinity",
      hint: "leave such rows out")
  }
}
