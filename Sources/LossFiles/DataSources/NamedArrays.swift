/// Arrays by name: of a NumPy archive, or of a safetensors file.
struct NamedArrays: Sendable {
  private let archive: any ArrayArchive

  /// What is known of an array before it is read.
  struct Sketch: Sendable, Equatable {
    let name: String
    /// `nil` for an array that only Python may open.
    let shape: [Int]?
    let isText: Bool
  }

  /// The arrays of a file that begins so; `nil` for a file of another kind.
  init?(_ source: RawBytes, start: [UInt8]) throws(FileError) {
    let first = FileStart(start)
    if first.zipEntry != nil {
      archive = try NumpyArchive(source)
    } else if first.isSafetensors {
      archive = try Safetensors(source)
    } else {
      return nil
    }
  }

  var path: String { archive.file.path }
  var names: [String] { archive.names }

  /// The SHA-256 of the whole file.
  func digest() throws(FileError) -> String { try archive.file.digest() }

  func sketches() throws(FileError) -> [Sketch] {
    var all: [Sketch] = []
    for name in names {
      let header = try archive.header(of: name)
      all.append(
        Sketch(name: name, shape: header?.shape, isText: header?.element.kind.isNumeric == false))
    }
    return all
  }

  func array(named name: String) throws(FileError) -> NumpyArray { try archive.read(name) }

  /// In no more memory than it takes in the file.
  func features(named name: String, narrowingAbove rows: Int?) throws(FileError) -> NumpyArray {
    let (stream, header) = try archive.open(name)
    return try NumpyArray.readFeatures(stream, header, narrowingAbove: rows)
  }

  func labels(named name: String) throws(FileError) -> ClassLabels {
    let (stream, header) = try archive.open(name)
    return try NumpyArray.readLabels(stream, header, allowsMissing: true)
  }
}
