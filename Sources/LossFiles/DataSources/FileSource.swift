extension DataSource {
  static let file = DataSource(
    name: "FILE", title: "File",
    summary:
      ".csv, .tsv, .npy, .npz, .safetensors or IDX, gzipped or not, known by its first bytes",
    form: .file
  ) { request in
    if case .file = try PathKind(of: request.data) {
      let start = try ByteStream(path: request.data, for: nil).peek(FileKind.startSize)
      if NumpyHeader.isIDX(start), request.labels == nil {
        return try IDXFolder(fileOf: request.data).read()
      }
      guard !NumpyHeader.begins(start) || request.labels != nil else {
        throw DataMisuse(
          "--data \(request.data) has no labels", hint: "give them with --labels FILE")
      }
    }
    var file = try SampleFile.read(request.data, labels: request.labels, for: .training)
    try file.checkLabels(path: request.data)
    var files = [file.facts(request.data)] + (try file.labelFacts())
    if let path = request.test {
      let test = try readTest(path, request)
      files += [test.facts(path)] + (try test.labelFacts())
      try file.append(test: test, path: path)
    }
    return try file.source(name: stem(of: request.data), files: files)
  }

  private static func readTest(_ path: String, _ request: DataRequest) throws -> SampleFile {
    var labels = request.testLabels ?? request.labels
    if request.testLabels == nil, let given = request.labels,
      case .file = try PathKind(of: given)
    {
      labels = nil
    }
    if labels == nil, case .file = try PathKind(of: path) {
      let start = try ByteStream(path: path, for: nil).peek(FileKind.startSize)
      guard !NumpyHeader.begins(start) else {
        throw DataMisuse("--test \(path) has no labels", hint: "give them with --test-labels FILE")
      }
    }
    let test = try SampleFile.read(path, labels: labels, for: .training)
    try test.checkLabels(path: path)
    return test
  }
}

extension SampleFile {
  func facts(_ path: String) -> DataFacts.File {
    DataFacts.File(name: baseName(of: path), sha256: digest, shape: shape)
  }

  /// Of the labels, where they are a file of their own.
  func labelFacts() throws(FileError) -> [DataFacts.File] {
    guard let labelsPath, labelsPath != "-" else { return [] }
    return [try DataFacts.File(path: labelsPath, shape: [labels?.indices.count ?? 0])]
  }

  /// As training takes it: without the rows that lack a number or a label.
  func source(name: String, files: [DataFacts.File]) throws(FileError) -> SourceData {
    let labels = labels ?? ClassLabels(names: [], indices: [])
    let leftOut = gaps(labels)
    let missing = Set(leftOut.map(\.row))
    let kept = (0..<numbers.rows).filter { !missing.contains($0) }
    guard !kept.isEmpty else {
      throw .malformed(
        name, "no row has a label and all its numbers",
        hint: "fill the gaps, or leave the columns out that have them")
    }
    var all = LabelledSamples(samples: numbers.samples, labels: labels.indices)
    var input = InputKind(self)
    if let pixels = numbers.pixels {
      all.samples = .bytes(pixels)
      input = .ready
    }
    if !leftOut.isEmpty { all = all.rows(at: kept) }
    var source = SampleSource(
      name: name, title: name, classNames: labels.names, train: all,
      imageSize: imageSize(arePixels: all.samples.areBytes))
    source.isOwn = true
    source.inputs = input
    if let isTest, isTest.contains(true), isTest.contains(false) {
      let places = kept.indices
      source.train = all.rows(at: places.filter { !isTest[kept[$0]] })
      source.test = all.rows(at: places.filter { isTest[kept[$0]] })
    }
    var notes = notes
    if shape.count == 4, imageSize(arePixels: true) == nil {
      notes.append(.flattenedImages(shape: Array(shape.dropFirst())))
    }
    if !leftOut.isEmpty { notes.append(.leftOut(leftOut, of: numbers.rows)) }
    return SourceData(samples: source, facts: DataFacts(files: files, notes: notes))
  }

  private func gaps(_ labels: ClassLabels) -> [LeftOutRow] {
    let notFinite = numbers.nonFiniteRows
    var leftOut: [LeftOutRow] = notFinite.map { .init(row: $0, reason: .notFinite) }
    let known = Set(notFinite)
    for (row, label) in labels.indices.enumerated() where label < 0 && !known.contains(row) {
      leftOut.append(.init(row: row, reason: .unlabelled))
    }
    return leftOut
  }

  /// Rows and columns of one gray image, where the file holds such.
  private func imageSize(arePixels: Bool) -> Dataset.ImageSize? {
    switch shape.count {
    case 2 where arePixels && isTable: return Dataset.ImageSize(square: shape[1])
    case 3: return Dataset.ImageSize(rows: shape[1], columns: shape[2])
    case 4 where shape[1] == 1: return Dataset.ImageSize(rows: shape[2], columns: shape[3])
    case 4 where shape[3] == 1: return Dataset.ImageSize(rows: shape[1], columns: shape[2])
    default: return nil
    }
  }
}

extension InputKind {
  fileprivate init(_ file: SampleFile) {
    switch file.numbers {
    case .bytes: self = .ready
    case .floats, .doubles, .coded:
      self =
        file.shape.count > 2
        ? .pixels : InputKind(columns: file.numbers.columns, isUnit: file.numbers.isUnit)
    }
  }
}

extension Samples {
  fileprivate var areBytes: Bool { if case .bytes = self { true } else { false } }
}

extension NumericMatrix {
  fileprivate var isUnit: Bool {
    switch self {
    case .bytes, .coded: false
    case .floats(let matrix): matrix.isUnit
    case .doubles(let matrix): matrix.isUnit
    }
  }

  fileprivate var pixels: Matrix<UInt8>? {
    switch self {
    case .bytes, .coded: nil
    case .floats(let matrix): matrix.pixels
    case .doubles(let matrix): matrix.pixels
    }
  }

  /// Rows that hold a NaN or infinity, as training would have it.
  fileprivate var nonFiniteRows: [Int] {
    func rows<Number: BinaryFloatingPoint>(_ matrix: Matrix<Number>) -> [Int] {
      var rows: [Int] = []
      for (place, number) in matrix.elements.enumerated() where !Float(number).isFinite {
        let row = place / matrix.columns
        if rows.last != row { rows.append(row) }
      }
      return rows
    }
    switch self {
    case .bytes: return []
    case .floats(let matrix): return rows(matrix)
    case .doubles(let matrix): return rows(matrix)
    case .coded(let matrix):
      return (0..<matrix.rows).filter { row in
        !matrix.floats(row..<row + 1).allSatisfy { $0.isFinite }
      }
    }
  }
}
