import LossLab

/// Features of a user, with labels and maybe class weights, ready to be measured.
public struct FeatureInput: Sendable {
  /// Without those rows that have no direction.
  public var rows: FeatureRows
  /// One a row of `rows`.
  public var labels: [Int]
  public var classNames: [String]
  /// One a row of `rows`; `nil` where the file does not say.
  public var isTest: [Bool]?
  public var weights: ClassWeights?
  public var pairs: PairList?
  /// What was decided or is doubted of the way in which the parts belong together.
  public var notes: [String] = []
  public var files: [DataFacts.File]

  /// Class weights and, where there is one, the bias of each class.
  public struct ClassWeights: Sendable, Equatable {
    /// `classes × dimensions`, in the order of the class names.
    public var matrix: Matrix<Double>
    public var bias: [Double]
  }

  /// "3 of 1580 rows are left out: 12, 77 (not finite), 300 (all zeros)"; `nil` for none.
  public var leftOutText: String? {
    guard !rows.leftOut.isEmpty else { return nil }
    var parts: [String] = []
    for reason in FeatureRows.LeftOut.Reason.allCases {
      let places = rows.leftOut.filter { $0.reason == reason }.map { "\($0.row)" }
      guard !places.isEmpty else { continue }
      let shown = places.prefix(5).joined(separator: ", ") + (places.count > 5 ? ", …" : "")
      parts.append("\(shown) (\(reason.rawValue))")
    }
    let all = rows.count + rows.leftOut.count
    let verb = rows.leftOut.count == 1 ? "is" : "are"
    return "\(rows.leftOut.count) of \(all) rows \(verb) left out, counted from 0: "
      + parts.joined(separator: ", ")
  }

  /// Classes with a single sample: they make no positive pair.
  public var singleClasses: Int {
    var counts = Array(repeating: 0, count: classNames.count)
    for label in labels { counts[label] += 1 }
    return counts.filter { $0 == 1 }.count
  }
}

/// What `plot` is asked to read.
public struct FeatureRequest: Sendable {
  /// `.npy`, `.npz` or a table, gzipped or not; `-` is standard input.
  public var path: String
  /// A file; or the column of a table by name or number; or the array of an archive.
  public var labels: String?
  /// A file, or the array of an archive.
  public var weights: String?
  /// In which order the rows of the weights stand, where they have no names.
  public var weightsOrder: WeightsOrder
  /// A list of pairs as LFW has it.
  public var pairs: String?

  public init(
    path: String, labels: String? = nil, weights: String? = nil,
    weightsOrder: WeightsOrder = .automatic, pairs: String? = nil
  ) {
    self.path = path
    self.weightsOrder = weightsOrder
    self.labels = labels
    self.weights = weights
    self.pairs = pairs
  }

  /// Reads everything and checks that it belongs together.
  public func read() throws(FileError) -> FeatureInput {
    let source = try RawBytes(path: path, hashing: true)
    if try source.peek(4) == [0x50, 0x4b, 3, 4] { return try readArchive(source) }
    let stream = try ByteStream(source)
    let isNumpy = try stream.peek(6) == NumpyHeader.magic
    var input = try isNumpy ? readArray(stream) : readTable(stream)
    input.files = [
      .init(
        name: baseName(of: path), sha256: try source.finishDigest(),
        shape: [input.values.rows, input.values.columns])
    ]
    return try finish(&input)
  }

  /// More rows than make 5 M pairs are compared as `Float`: so they are read.
  private var narrowing: Int? { pairs == nil ? 3162 : nil }

  private func readArray(_ stream: ByteStream) throws(FileError) -> RawFeatures {
    guard let labels else {
      // What lossviz itself has written: split, label, x, y.
      let table = try FeatureFile.read(stream)
      return RawFeatures(values: table.numbers, labels: table.labels, isTest: table.isTest)
    }
    let array = try NumpyArray.readFeatures(stream, narrowingAbove: narrowing)
    guard array.shape.count > 1 else {
      throw .malformed(
        path: path, place: .whole,
        problem: "expected samples × dimensions, found an array of shape"
          + " \(NumpyArray.shapeText(array.shape))", hint: "save one row a sample")
    }
    try array.requireRows(path)
    return RawFeatures(
      values: array.matrix, labels: try ClassLabels.read(labels, allowsMissing: true),
      labelsPath: labels)
  }

  private func readTable(_ stream: ByteStream) throws(FileError) -> RawFeatures {
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
    let table = try LabelledTable.read(
      stream, labels: column, allowsGaps: true, narrowingAbove: narrowing)
    if table.isGuess, let names = table.labels?.names, names.count > 2,
      names.count == table.numbers.rows
    {
      throw .malformed(
        path: path, place: .whole,
        problem: "no column of labels: the first holds something else in each row",
        hint: "name the column with --labels, or give a file of labels")
    }
    return RawFeatures(
      values: table.numbers, labels: separate ?? table.labels, isTest: table.isTest,
      labelsPath: separate == nil ? nil : labels)
  }

  private func readArchive(_ source: RawBytes) throws(FileError) -> FeatureInput {
    let archive = try NumpyArchive(source)
    let samples = try archive.name(
      of: ["features", "embeddings", "x", "X", "data", "arr_0"], what: "features")
    let array = try archive.features(named: samples, narrowingAbove: narrowing)
    try array.requireRows(path)
    var classes: ClassLabels
    var labelsPath: String?
    if let labels, !archive.names.contains(labels) {
      classes = try ClassLabels.read(labels, allowsMissing: true)
      labelsPath = labels
    } else {
      let usual = ["labels", "label", "y", "arr_1"]
      let name = if let labels { labels } else { try archive.name(of: usual, what: "labels") }
      classes = try archive.labels(named: name, allowsMissing: true)
    }
    var raw = RawFeatures(values: array.matrix, labels: classes, labelsPath: labelsPath)
    let names = weights.map { [$0] } ?? ["weights", "W"]
    if let name = names.first(where: { archive.names.contains($0) }) {
      raw.weights = NamedWeights(
        path: "\(path): \(name)", matrix: try archive.array(named: name).matrix.doubles)
    }
    raw.files = [
      .init(name: baseName(of: path), sha256: try archive.digest(), shape: array.shape)
    ]
    return try finish(&raw)
  }
}

extension NumpyArchive {
  /// The first of these names that is there.
  fileprivate func name(of names: [String], what: String) throws(FileError) -> String {
    if let name = names.first(where: { self.names.contains($0) }) { return name }
    throw .malformed(
      path: path, place: .whole, problem: "no array of \(what)",
      hint: "call it \(names[0]); it holds \(self.names.prefix(12).joined(separator: ", "))")
  }
}
