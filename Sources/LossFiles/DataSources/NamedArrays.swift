/// Arrays by name: of a NumPy archive, or of a safetensors file.
struct NamedArrays: Sendable {
  let path: String
  private let source: Source

  private enum Source: Sendable {
    case numpy(NumpyArchive)
    case safetensors(Safetensors)
  }

  /// What is known of an array before it is read.
  struct Sketch: Sendable, Equatable {
    let name: String
    /// `nil` for an array that only Python may open.
    let shape: [Int]?
    let isText: Bool
  }

  /// The arrays of a file that begins so; `nil` for a file of another kind.
  init?(_ source: RawBytes, start: [UInt8]) throws(FileError) {
    path = source.path
    let first = FileStart(start)
    if first.zipEntry != nil {
      self.source = .numpy(try NumpyArchive(source))
    } else if first.isSafetensors {
      self.source = .safetensors(try Safetensors(source))
    } else {
      return nil
    }
  }

  /// The SHA-256 of the whole file.
  func digest() throws(FileError) -> String {
    switch source {
    case .numpy(let archive): try archive.digest()
    case .safetensors(let file): try file.digest()
    }
  }

  var names: [String] {
    switch source {
    case .numpy(let archive): archive.names
    case .safetensors(let file): file.names
    }
  }

  func sketches() throws(FileError) -> [Sketch] {
    var all: [Sketch] = []
    for name in names {
      let header: NumpyHeader? =
        switch source {
        case .numpy(let archive): try archive.header(named: name)
        case .safetensors(let file): try file.entry(named: name).header
        }
      all.append(
        Sketch(name: name, shape: header?.shape, isText: header?.element.kind.isNumeric == false))
    }
    return all
  }

  func array(named name: String) throws(FileError) -> NumpyArray {
    switch source {
    case .numpy(let archive): try archive.array(named: name)
    case .safetensors(let file): try file.array(named: name)
    }
  }

  /// In no more memory than it takes in the file.
  func features(named name: String, narrowingAbove rows: Int?) throws(FileError) -> NumpyArray {
    switch source {
    case .numpy(let archive): return try archive.features(named: name, narrowingAbove: rows)
    case .safetensors(let file):
      let entry = try file.entry(named: name)
      guard !entry.isBrain else { return try file.array(named: name) }
      return try NumpyArray.readFeatures(
        file.stream(of: entry), entry.header, narrowingAbove: rows)
    }
  }

  func labels(named name: String) throws(FileError) -> ClassLabels {
    switch source {
    case .numpy(let archive): return try archive.labels(named: name, allowsMissing: true)
    case .safetensors(let file):
      let entry = try file.entry(named: name)
      return try NumpyArray.readLabels(
        file.stream(of: entry), entry.header, allowsMissing: true)
    }
  }
}
