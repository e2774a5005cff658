/// A file of arrays by name.
protocol ArrayArchive: Sendable {
  var file: KeptFile { get }
  var names: [String] { get }

  /// The bytes of an array: from its first number on where the header is elsewhere, else from its
  /// own header, and then with none.
  func open(_ name: String) throws(FileError) -> (stream: ByteStream, header: NumpyHeader?)

  /// What the array is; `nil` for one that only Python may open.
  func header(of name: String) throws(FileError) -> NumpyHeader?
}

/// What is known of an array before it is read.
struct ArraySketch: Sendable, Equatable {
  let name: String
  /// `nil` for an array that only Python may open.
  let shape: [Int]?
  let isText: Bool
}

extension ArrayArchive {
  func array(named name: String) throws(FileError) -> NumpyArray {
    let (stream, header) = try open(name)
    return try NumpyArray.read(stream, header)
  }

  /// In no more memory than it takes in the file.
  func features(named name: String, narrowingAbove rows: Int?) throws(FileError) -> NumpyArray {
    let (stream, header) = try open(name)
    return try NumpyArray.readFeatures(stream, header, narrowingAbove: rows)
  }

  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  func labels(named name: String, allowsMissing: Bool = false) throws(FileError) -> ClassLabels {
    let (stream, header) = try open(name)
    return try NumpyArray.readLabels(stream, header, allowsMissing: allowsMissing)
  }

  func sketches() throws(FileError) -> [ArraySketch] {
    var all: [ArraySketch] = []
    for name in names {
      let header = try header(of: name)
      all.append(
        ArraySketch(
          name: name, shape: header?.shape, isText: header?.element.kind.isNumeric == false))
    }
    return all
  }

  func lacks(_ name: String) -> FileError {
    .malformed(
      file.path, "holds no array '\(name)'",
      hint: "it holds \(names.prefix(12).joined(separator: ", "))")
  }
}

/// A file whose parts are read one by one, in any order.
struct KeptFile: Sendable {
  let path: String
  /// All of it where it came through a pipe, or from the middle of standard input.
  private let memory: [UInt8]?

  /// The file, and its bytes to be read from the first one on.
  static func keeping(_ source: RawBytes) throws(FileError) -> (file: KeptFile, bytes: RawBytes) {
    guard source.remaining == nil || source.offset > 0 else {
      return (KeptFile(path: source.path, memory: nil), source)
    }
    let file = KeptFile(path: source.path, memory: try source.readAll(limit: 1 << 32))
    return (file, try file.open())
  }

  func open(hashing: Bool = false) throws(FileError) -> RawBytes {
    if let memory { return RawBytes(memory, name: path, hashing: hashing) }
    return try RawBytes(path: path, hashing: hashing)
  }

  /// The SHA-256 of the whole file.
  func digest() throws(FileError) -> String { try open(hashing: true).finishDigest() }
}
