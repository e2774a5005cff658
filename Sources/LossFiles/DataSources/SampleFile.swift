/// Rows of numbers with their labels, from a file of any kind that lossviz reads: the one reader of
/// what is trained on and of what is measured.
///
/// A file is known by its first bytes: an archive of NumPy, safetensors, one array of NumPy or IDX,
/// else a table; gzipped or not.
struct SampleFile {
  var numbers: NumericMatrix
  /// Of the array, samples first.
  var shape: [Int]
  var labels: ClassLabels?
  /// Where the labels come from, if it is a file of their own.
  var labelsPath: String?
  /// For each row whether it is of the test set; `nil` where the file does not say.
  var isTest: [Bool]?
  var isTable = false
  /// Of the columns of a table with a header.
  var columnNames: [String] = []
  /// Whether nothing says where the labels are.
  var isGuess = false
  /// What the samples are called, where a column says it.
  var sampleNames: [String]?
  var notes: [DataNotice] = []
  /// All arrays of an archive.
  var arrays: (any ArrayArchive)?
  var digest: String

  /// How the numbers are wanted.
  enum Purpose {
    /// As an array in memory, in `Float` at last.
    case training
    /// In the width of the file, `Float` above so many rows.
    case features(narrowingAbove: Int?)
  }

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - labels: a file; or the column of a table by name or number; or an array of an archive.
  static func read(
    _ path: String, labels: String?, for purpose: Purpose
  ) throws(FileError) -> SampleFile {
    let source = try RawBytes(path: path, hashing: true)
    let start = try source.peek(FileKind.startSize)
    if let arrays = try archive(source, start: FileStart(start)) {
      return try read(arrays, labels: labels, for: purpose, digest: arrays.file.digest())
    }
    let stream = try ByteStream(source)
    var file =
      NumpyHeader.begins(try stream.peek(6))
      ? try readArray(stream, labels: labels, for: purpose)
      : try readTable(stream, labels: labels, for: purpose)
    file.digest = try source.finishDigest()
    return file
  }

  /// The arrays of a file that begins so; `nil` for a file of another kind.
  private static func archive(
    _ source: RawBytes, start: FileStart
  ) throws(FileError) -> (any ArrayArchive)? {
    if start.zipEntry != nil { return try NumpyArchive(source) }
    return start.isSafetensors ? try Safetensors(source) : nil
  }

  private static func readArray(
    _ stream: ByteStream, labels: String?, for purpose: Purpose
  ) throws(FileError) -> SampleFile {
    guard let labels else {
      // What lossviz itself has written: split, label, x, y.
      let table = try ExportedFeatures.read(stream)
      return SampleFile(table, digest: "")
    }
    let array =
      switch purpose {
      case .training: try NumpyArray.read(stream)
      case .features(let rows): try NumpyArray.readFeatures(stream, narrowingAbove: rows)
      }
    guard array.shape.count > 1 else {
      throw .malformed(
        stream.path,
        "expected samples × dimensions, found an array of shape"
          + " \(NumpyArray.shapeText(array.shape))", hint: "save one row a sample")
    }
    let own = try ClassLabels.read(labels, allowsMissing: true)
    return SampleFile(
      numbers: array.matrix, shape: array.shape, labels: own, labelsPath: labels,
      sampleNames: own.sampleNames, digest: "")
  }

  private static func readTable(
    _ stream: ByteStream, labels: String?, for purpose: Purpose
  ) throws(FileError) -> SampleFile {
    var column = LabelledTable.LabelColumn.automatic
    var separate: ClassLabels?
    if let labels {
      if case .missing = try PathKind(of: labels) {
        column = Int(labels).map { .number($0) } ?? .name(labels)
      } else {
        separate = try ClassLabels.read(labels, allowsMissing: true)
        column = .none
      }
    }
    var narrowing: Int?
    if case .features(let rows) = purpose { narrowing = rows }
    let table = try LabelledTable.read(
      stream, labels: column, allowsGaps: true, narrowingAbove: narrowing)
    var file = SampleFile(table, digest: "")
    file.isTable = true
    if let separate {
      file.labels = separate
      file.labelsPath = labels
      file.sampleNames = separate.sampleNames ?? file.sampleNames
    }
    return file
  }

  private static func read(
    _ arrays: any ArrayArchive, labels: String?, for purpose: Purpose, digest: String
  ) throws(FileError) -> SampleFile {
    let isFile = labels.map { !arrays.names.contains($0) } ?? false
    if isFile, let labels, case .missing = try PathKind(of: labels) {
      throw .malformed(
        arrays.file.path, "holds no array '\(labels)', nor is that a file",
        hint: "it holds \(arrays.names.prefix(12).joined(separator: ", "))")
    }
    let choice = try ArrayChoice(
      arrays.sketches(), labels: labels, hasLabels: isFile, path: arrays.file.path)
    func array(_ name: String) throws(FileError) -> NumpyArray {
      switch purpose {
      case .training: try arrays.array(named: name)
      case .features(let rows): try arrays.features(named: name, narrowingAbove: rows)
      }
    }
    let own = try array(choice.all.samples)
    var file = SampleFile(numbers: own.matrix, shape: own.shape, arrays: arrays, digest: digest)
    if isFile, let labels {
      file.labels = try ClassLabels.read(labels, allowsMissing: true)
      file.labelsPath = labels
      return file
    }
    guard let name = choice.all.labels else { return file }
    file.labels = try arrays.labels(named: name, allowsMissing: true)
    if let test = choice.test, let testLabels = test.labels {
      var half = SampleFile(numbers: try array(test.samples).matrix, shape: [], digest: "")
      half.shape = try arrays.sketches().first { $0.name == test.samples }?.shape ?? []
      half.labels = try arrays.labels(named: testLabels, allowsMissing: true)
      try file.append(test: half, path: "\(arrays.file.path): \(test.samples)")
    }
    return file
  }
}

extension SampleFile {
  fileprivate init(_ table: LabelledTable, digest: String) {
    self.init(
      numbers: table.numbers, shape: [table.numbers.rows, table.numbers.columns],
      labels: table.labels, isTest: table.isTest, columnNames: table.columnNames,
      isGuess: table.isGuess, sampleNames: table.sampleNames, notes: table.notes, digest: digest)
  }
}
