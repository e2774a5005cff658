extension SampleFile {
  /// Checks that there is one label a row, and enough to tell classes by.
  func checkLabels(path: String) throws(FileError) {
    guard let labels, labels.indices.count == numbers.rows else {
      throw .malformed(
        labelsPath ?? path, "\(labels?.indices.count ?? 0) labels for \(numbers.rows) rows",
        hint: hint(labels: labels?.indices.count ?? 0))
    }
    guard !isGuess || labels.names.count <= 2 || labels.names.count < numbers.rows else {
      throw .malformed(
        path, "no column of labels: the one taken for it holds something else in each row",
        hint: "name the column with --labels, or give a file of labels")
    }
  }

  /// Why there may be another number of labels than of rows.
  private func hint(labels: Int) -> String {
    if labels == numbers.columns { return "the features are transposed: numpy.save(path, x.T)" }
    return labels == numbers.rows + 1
      ? "is the first one a header? call it label" : "one label a row; give them with --labels"
  }

  /// Adds a test set, which must have samples of the same kind.
  mutating func append(test: SampleFile, path: String) throws(FileError) {
    try checkColumns(of: test, path: path)
    let rows = numbers.rows
    let isOwnTest = isTest ?? Array(repeating: false, count: rows)
    if let labels, let others = test.labels {
      guard labels.indices.count == rows, others.indices.count == test.numbers.rows else {
        throw .malformed(
          test.labelsPath ?? path, "\(others.indices.count) labels for \(test.numbers.rows) rows",
          hint: "one label a row")
      }
      // Both halves by the classes of both, sorted together.
      var both = LabelCollector()
      for index in labels.indices { both.append(index < 0 ? "" : labels.names[index]) }
      for index in others.indices { both.append(index < 0 ? "" : others.names[index]) }
      self.labels = both.finish()
    }
    if let names = sampleNames, let others = test.sampleNames { sampleNames = names + others }
    numbers = numbers.appending(test.numbers)
    isTest = isOwnTest + Array(repeating: true, count: test.numbers.rows)
    for note in test.notes where !notes.contains(note) { notes.append(note) }
  }

  private func checkColumns(of test: SampleFile, path: String) throws(FileError) {
    guard test.numbers.columns == numbers.columns, test.shape.dropFirst() == shape.dropFirst()
    else {
      let (own, other) = (shape.dropFirst(), test.shape.dropFirst())
      throw .malformed(
        path,
        isTable
          ? "\(test.numbers.columns) columns of numbers, but training has \(numbers.columns)"
          : "samples of \(NumpyArray.shapeText(Array(other))), but training has"
            + " \(NumpyArray.shapeText(Array(own)))",
        hint: "training and test have the same columns")
    }
    guard !columnNames.isEmpty, !test.columnNames.isEmpty,
      let place = columnNames.indices.first(where: { columnNames[$0] != test.columnNames[$0] })
    else { return }
    throw .malformed(
      path,
      "its column '\(test.columnNames[place])' stands where training has"
        + " '\(columnNames[place])'",
      hint: "training and test have the same columns in the same order")
  }
}

extension NumericMatrix {
  /// With the rows of another below.
  func appending(_ other: NumericMatrix) -> NumericMatrix {
    func joined<Number>(_ one: Matrix<Number>, _ two: Matrix<Number>) -> Matrix<Number> {
      Matrix(rows: one.rows + two.rows, columns: one.columns, elements: one.elements + two.elements)
    }
    switch (self, other) {
    case (.bytes(let one), .bytes(let two)): return .bytes(joined(one, two))
    case (.floats(let one), .floats(let two)): return .floats(joined(one, two))
    case (_, _): return .doubles(joined(doubles, other.doubles))
    }
  }
}
