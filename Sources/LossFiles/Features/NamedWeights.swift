/// Class weights as a file has them: one row a class, maybe with names, maybe with a bias.
struct NamedWeights: Sendable {
  var path: String
  var matrix: Matrix<Double>
  /// One a row; `nil` where the file has none.
  var names: [String]?
  var files: [DataFacts.File] = []
}

extension NamedWeights {
  init(path: String) throws(FileError) {
    self.path = path
    let source = try RawBytes(path: path, hashing: true)
    let stream = try ByteStream(source)
    let start = try stream.peek(4096)
    if NumpyHeader.begins(start) {
      let array = try NumpyArray.read(stream)
      try NumpyArray.requireRows(array.shape, path)
      matrix = array.matrix.doubles
    } else {
      let line = String(decoding: start.prefix { $0 != 10 }, as: UTF8.self).lowercased()
      let hasNames = line.contains("label")
      let table = try LabelledTable.read(
        stream, labels: hasNames ? .name("label") : .none, allowsGaps: false)
      matrix = table.values
      names = table.labels.map { labels in labels.indices.map { labels.names[$0] } }
    }
    files = [
      .init(
        name: baseName(of: path), sha256: try source.finishDigest(),
        shape: [matrix.rows, matrix.columns])
    ]
  }

  /// The weights in the order of the classes.
  ///
  /// Rows belong to classes by name where the file has names; else see `WeightPairing`.
  ///
  /// - Returns: with the names of all classes that have weights, where these are more, and what is
  ///   to be said of the pairing.
  func fitted(
    to classes: WeightPairing.Classes, order: WeightsOrder
  ) throws(FileError) -> (
    weights: FeatureInput.ClassWeights, classNames: [String], note: TakenWeights?
  ) {
    let dimensions = classes.rows.columns
    guard let given = names else {
      guard let pairing = WeightPairing(matrix, order: order, to: classes) else {
        throw mismatch(dimensions, classes.names, order)
      }
      try requireFinite(pairing.matrix)
      let (names, rows) = pairing.named(classes.names)
      return (try divided(pairing.matrix.rows(at: rows), dimensions), names, pairing.note)
    }
    guard matrix.columns == dimensions || matrix.columns == dimensions + 1 else {
      throw mismatch(dimensions, classes.names, order)
    }
    guard order == .automatic else {
      throw .malformed(
        path, "its rows have names, which say their class", hint: "leave --weights-order out")
    }
    try requireFinite(matrix)
    let known = Set(classes.names)
    let all = classes.names + given.filter { !known.contains($0) }
    // Of two rows of one name, the first one.
    let rows = Dictionary(zip(given, given.indices)) { first, _ in first }
    var sorted: [Int] = []
    for name in all {
      guard let row = rows[name] else { throw withoutWeight(name, given) }
      sorted.append(row)
    }
    return (try divided(matrix.rows(at: sorted), dimensions), all, nil)
  }

  /// The weights as they stand, one row a class.
  func plain(dimensions: Int) throws(FileError) -> FeatureInput.ClassWeights {
    guard matrix.columns == dimensions || matrix.columns == dimensions + 1 else {
      throw mismatch(dimensions, nil, .automatic)
    }
    return try divided(matrix, dimensions)
  }

  private func withoutWeight(_ name: String, _ given: [String]) -> FileError {
    let number = LabelSpelling.plainNumber(name)
    let near = given.first { number != nil && LabelSpelling.plainNumber($0) == number }
    return .malformed(
      path, "no weight for class '\(name)'",
      hint: near.map { "it has '\($0)': spell names as the labels do" }
        ?? "it has \(given.prefix(8).joined(separator: ", "))")
  }

  private func divided(
    _ matrix: Matrix<Double>, _ dimensions: Int
  ) throws(FileError) -> FeatureInput.ClassWeights {
    let largest = matrix.elements.reduce(0) { max($0, abs($1)) }
    var own = matrix
    // Their directions are what counts: a common factor keeps squares of them numbers.
    if largest > 1e15 || largest < 1e-15, largest > 0 {
      own.elements = own.elements.map {
        Double(sign: .plus, exponent: -Int(largest.exponent), significand: $0)
      }
    }
    let hasBias = own.columns == dimensions + 1
    var elements: [Double] = []
    for row in 0..<own.rows { elements += own.row(row).prefix(dimensions) }
    return .init(
      matrix: Matrix(rows: own.rows, columns: dimensions, elements: elements),
      bias: hasBias ? (0..<own.rows).map { own[$0, dimensions] } : [])
  }

  private func requireFinite(_ matrix: Matrix<Double>) throws(FileError) {
    guard let place = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return }
    throw .malformed(
      path, "the weight of row \(place / max(1, matrix.columns)) is not finite",
      hint: "save weights from before the training broke")
  }

  /// - Parameter classNames: `nil` where any number of rows would do.
  private func mismatch(
    _ dimensions: Int, _ classNames: [String]?, _ order: WeightsOrder
  ) -> FileError {
    let count = classNames?.count
    let isTurned = matrix.rows == dimensions && matrix.columns != dimensions
    var hint = "one row a class"
    if isTurned, count ?? matrix.columns == matrix.columns {
      hint = "they are transposed, with one column a class: numpy.save(path, W.T)"
    } else if let count, matrix.columns == dimensions, matrix.rows > count {
      hint = "with more rows than classes, labels are numbers of rows, from 0"
    } else if let count, matrix.columns == dimensions, matrix.rows < count {
      hint = "one row a class: \(count - matrix.rows) have none"
    }
    if order.isTransposed == true { hint = "leave --weights-order transposed out" }
    let classes = count.map { "\($0) classes of " } ?? "features of "
    return .malformed(
      path,
      "weights of shape \(matrix.rows) × \(matrix.columns) for \(classes)\(dimensions)"
        + " dimensions", hint: hint)
  }
}

extension WeightPairing {
  /// The names of all rows, and the rows in the order of the names: of the classes alone where each
  /// row is one, else rows without a class go by their numbers.
  fileprivate func named(_ classNames: [String]) -> (names: [String], rows: [Int]) {
    guard matrix.rows != classNames.count else { return (classNames, rowOfClass) }
    var names = (0..<matrix.rows).map { "\($0 + firstRowNumber)" }
    for (label, row) in rowOfClass.enumerated() { names[row] = classNames[label] }
    return (names, Array(0..<matrix.rows))
  }
}
