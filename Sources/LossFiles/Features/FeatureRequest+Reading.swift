extension FeatureRequest {
  /// Reads everything and checks that it belongs together.
  public func read() throws(FileError) -> FeatureInput {
    var file = try SampleFile.read(path, labels: labels, for: .features(narrowingAbove: narrowing))
    try NumpyArray.requireRows(file.shape, path)
    try file.checkLabels(path: path)
    var named: NamedWeights?
    if let arrays = file.arrays {
      let names = weights.map { [$0] } ?? ["weights", "W"]
      if let name = names.first(where: { arrays.names.contains($0) }) {
        named = NamedWeights(
          path: "\(path): \(name)", matrix: try arrays.array(named: name).matrix.doubles)
      }
    }
    guard file.numbers.columns > 1 else {
      throw .malformed(
        path, "one number a row: angles need two dimensions", hint: "save one row a sample")
    }
    var files = [file.facts(path)] + (try file.labelFacts())
    if let weights, named == nil {
      named = try NamedWeights(path: weights)
      files += named?.files ?? []
    }
    return try input(of: &file, named, files)
  }

  /// More rows than make 5 M pairs are compared as `Float`: so they are read.
  private var narrowing: Int? { pairs == nil ? 3162 : nil }

  /// Takes the numbers out of the file, so that there is one copy of them.
  private func input(
    of file: inout SampleFile, _ named: NamedWeights?, _ files: [DataFacts.File]
  ) throws(FileError) -> FeatureInput {
    var labels = file.labels ?? ClassLabels(names: [], indices: [])
    let rows = file.takeRows(isLabelled: labels.indices.map { $0 >= 0 })
    var classWeights: FeatureInput.ClassWeights?
    var notes = file.notes
    var files = files
    if let named {
      let fitted = try named.fitted(
        to: .init(
          names: labels.names, appearance: labels.appearance, rows: rows,
          labels: rows.places.map { labels.indices[$0] }), order: weightsOrder)
      classWeights = fitted.weights
      notes += fitted.note.map { [.weights(file: baseName(of: named.path), $0)] } ?? []
      labels.add(fitted.classNames)
    }
    if rows.commonExponent != 0 {
      let size = Double(sign: .plus, exponent: rows.commonExponent, significand: 1)
      let power = Int((Double(rows.commonExponent) * 0.30103).rounded(.down))
      notes.append(.rescaled(powerOfTen: power))
      if let weights = classWeights { classWeights?.bias = weights.bias.map { $0 / size } }
    }
    var list: PairList?
    if let pairs {
      list = try PairList(
        path: pairs, labels: labels.indices, classNames: labels.names, places: rows.places,
        sampleNames: file.sampleNames)
      if pairs != "-" { files.append(try .init(path: pairs, shape: [])) }
    }
    return FeatureInput(
      rows: rows, labels: rows.places.map { labels.indices[$0] }, classNames: labels.names,
      isTest: file.isTest.map { isTest in rows.places.map { isTest[$0] } }, weights: classWeights,
      pairs: list, notes: notes, files: files)
  }
}

extension SampleFile {
  /// Hands the numbers over as rows to be measured, and keeps none.
  fileprivate mutating func takeRows(isLabelled: [Bool]) -> FeatureRows {
    let taken = numbers
    numbers = .bytes(Matrix(rows: 0, columns: 0, elements: []))
    return switch consume taken {
    case .bytes(let matrix): FeatureRows(CodedMatrix(matrix) { Float($0) }, isLabelled: isLabelled)
    case .coded(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    case .floats(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    case .doubles(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    }
  }
}

extension ClassLabels {
  /// Takes the names of more classes, in another order, where there are more.
  fileprivate mutating func add(_ all: [String]) {
    guard all.count > names.count else { return }
    let known = Dictionary(zip(all, all.indices)) { first, _ in first }
    let places = names.map { known[$0] ?? 0 }
    indices = indices.map { $0 < 0 ? -1 : places[$0] }
    names = all
  }
}

extension DataFacts.File {
  /// By the bytes of a file that was read already.
  init(path: String, shape: [Int]) throws(FileError) {
    self.init(
      name: baseName(of: path), sha256: try RawBytes(path: path, hashing: true).finishDigest(),
      shape: shape)
  }
}
