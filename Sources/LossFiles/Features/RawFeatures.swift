/// What a file holds, before its parts are held against one another.
struct RawFeatures {
  var values: NumericMatrix
  var labels: ClassLabels?
  var isTest: [Bool]?
  /// Where the labels come from, if it is a file of their own.
  var labelsPath: String?
  var weights: NamedWeights?
  var files: [DataFacts.File] = []
  var notes: [DataNotice] = []
  /// What the rows are called, where a column says it.
  var sampleNames: [String]?

  /// Hands the numbers over and keeps none.
  private mutating func takeValues() -> NumericMatrix {
    let taken = values
    values = .bytes(Matrix(rows: 0, columns: 0, elements: []))
    return taken
  }

  /// The same as rows to be measured.
  mutating func takeRows(isLabelled: [Bool]) -> FeatureRows {
    switch takeValues() {
    case .bytes(let matrix): FeatureRows(CodedMatrix(matrix) { Float($0) }, isLabelled: isLabelled)
    case .coded(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    case .floats(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    case .doubles(let matrix): FeatureRows(matrix, isLabelled: isLabelled)
    }
  }
}

extension FeatureRequest {
  /// Reads the weights, where they are a file of their own, and notes what else was read.
  private func readOthers(_ raw: inout RawFeatures, labels: Int) throws(FileError) {
    if let path = raw.labelsPath, path != "-" {
      raw.files.append(try .init(path: path, shape: [labels]))
    }
    if let weights, raw.weights == nil {
      raw.weights = try NamedWeights(path: weights)
      raw.files += raw.weights?.files ?? []
    }
  }

  /// Takes the numbers out of `raw`, so that there is one copy of them.
  func finish(_ raw: inout RawFeatures) throws(FileError) -> FeatureInput {
    var labels = raw.labels ?? ClassLabels(names: [], indices: [])
    guard raw.values.columns > 1 else {
      throw .malformed(
        path, "one number a row: angles need two dimensions", hint: "save one row a sample")
    }
    try readOthers(&raw, labels: labels.indices.count)
    let rows = raw.takeRows(isLabelled: labels.indices.map { $0 >= 0 })
    var classWeights: FeatureInput.ClassWeights?
    var notes = raw.notes
    if let named = raw.weights {
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
        sampleNames: raw.sampleNames)
      if pairs != "-" { raw.files.append(try .init(path: pairs, shape: [])) }
    }
    return FeatureInput(
      rows: rows, labels: rows.places.map { labels.indices[$0] }, classNames: labels.names,
      isTest: raw.isTest.map { isTest in rows.places.map { isTest[$0] } }, weights: classWeights,
      pairs: list, notes: notes, files: raw.files)
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
