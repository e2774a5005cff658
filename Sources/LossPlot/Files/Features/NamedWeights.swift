import LossLab

/// Class weights as a file has them: one row a class, maybe with names, maybe with a bias.
struct NamedWeights: Sendable {
  var path: String
  var matrix: Matrix<Double>
  /// One a row; `nil` where the file has none.
  var names: [String]?
  var files: [DataFacts.File] = []

  init(path: String, matrix: Matrix<Double>) {
    self.path = path
    self.matrix = matrix
  }

  init(path: String) throws(FileError) {
    self.path = path
    let source = try RawBytes(path: path, hashing: true)
    let stream = try ByteStream(source)
    let start = try stream.peek(4096)
    if start.starts(with: NumpyHeader.magic) {
      matrix = try NumpyArray.read(stream).matrix.doubles
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
  /// Rows belong to classes by name where the file has names, else in their order; with more rows
  /// than classes, class names that are whole numbers say which row is theirs. A matrix of
  /// dimensions × classes, as some code keeps it, is turned.
  ///
  /// - Returns: with the names of all classes that have weights, where these are more.
  func fitted(
    to classNames: [String], dimensions: Int
  ) throws(FileError) -> (weights: FeatureInput.ClassWeights, classNames: [String]) {
    var own = matrix
    let fits = own.columns == dimensions || own.columns == dimensions + 1
    if !fits, names == nil, own.rows == dimensions, own.columns >= classNames.count {
      own = turned(own)
    }
    guard own.columns == dimensions || own.columns == dimensions + 1 else {
      throw mismatch(dimensions, classNames)
    }
    guard own.elements.allSatisfy({ $0.isFinite && abs($0) <= 1e15 }) else {
      throw .malformed(
        path: path, place: .whole, problem: "a weight is not finite, or beyond 1e15",
        hint: "leave such weights out, or save them before training broke")
    }
    var names = classNames
    var order = Array(0..<own.rows)
    if let given = self.names {
      let known = Set(classNames)
      names = classNames + given.filter { !known.contains($0) }
      // Of two rows of one name, the first one.
      let rows = Dictionary(zip(given, given.indices)) { first, _ in first }
      order = []
      for name in names {
        guard let row = rows[name] else {
          throw .malformed(
            path: path, place: .whole, problem: "no weight for class '\(name)'",
            hint: "it has \(given.prefix(8).joined(separator: ", "))")
        }
        order.append(row)
      }
    } else if own.rows != classNames.count {
      let numbers = classNames.compactMap { Int($0) }
      guard numbers.count == classNames.count, own.rows > classNames.count,
        numbers.allSatisfy({ (0..<own.rows).contains($0) })
      else { throw mismatch(dimensions, classNames) }
      names = (0..<own.rows).map { "\($0)" }
    }
    let sorted = own.rows(at: order)
    let hasBias = own.columns == dimensions + 1
    var elements: [Double] = []
    for row in 0..<sorted.rows { elements += sorted.row(row).prefix(dimensions) }
    return (
      .init(
        matrix: Matrix(rows: sorted.rows, columns: dimensions, elements: elements),
        bias: hasBias ? (0..<sorted.rows).map { sorted[$0, dimensions] } : []), names
    )
  }

  private func mismatch(_ dimensions: Int, _ classNames: [String]) -> FileError {
    .malformed(
      path: path, place: .whole,
      problem: "weights of shape \(matrix.rows) × \(matrix.columns) for \(classNames.count)"
        + " classes of \(dimensions) dimensions", hint: "one row a class")
  }

  private func turned(_ matrix: Matrix<Double>) -> Matrix<Double> {
    var result = Matrix<Double>(rows: matrix.columns, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { result[column, row] = matrix[row, column] }
    }
    return result
  }
}
