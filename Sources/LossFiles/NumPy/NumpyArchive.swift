/// The arrays of a `.npz` file: a zip archive of `.npy` files, stored or deflated.
package struct NumpyArchive: Sendable {
  package let path: String
  private let entries: [ZipEntry]
  /// The archive itself where it came through a pipe, or from the middle of standard input.
  private let memory: [UInt8]?

  /// Reads the directory of the archive; `-` is standard input.
  package init(path: String) throws(FileError) {
    try self.init(RawBytes(path: path))
  }

  init(_ source: RawBytes) throws(FileError) {
    path = source.path
    try FileNeed.archive.check(source.peek(FileKind.startSize), path: path)
    var memory: [UInt8]?
    if source.remaining == nil || source.offset > 0 {
      memory = try source.readAll(limit: 1 << 32)
    }
    let archive = if let memory { RawBytes(memory, name: path) } else { source }
    self.memory = memory
    entries = try ZipEntry.all(in: archive).filter { $0.name.hasSuffix(".npy") }
    guard !entries.isEmpty else {
      throw .malformed(path, "holds no NumPy array", hint: "write it with numpy.savez")
    }
  }

  /// The SHA-256 of the whole archive.
  func digest() throws(FileError) -> String { try RawBytes.digest(path, memory) }

  /// In the order of the archive.
  package var names: [String] { entries.map { String($0.name.dropLast(4)) } }

  /// What the array is; `nil` for one that only Python may open.
  func header(named name: String) throws(FileError) -> NumpyHeader? {
    let stream = try stream(of: name)
    do throws(FileError) {
      return try NumpyHeader.read(stream)
    } catch {
      return nil
    }
  }

  package func array(named name: String) throws(FileError) -> NumpyArray {
    try NumpyArray.read(stream(of: name))
  }

  /// The number of an array that has one, whatever its dimensions.
  func number(named name: String) throws(FileError) -> Double {
    try NumpyArray.readNumber(stream(of: name))
  }

  func features(
    named name: String, narrowingAbove rows: Int?
  ) throws(FileError) -> NumpyArray {
    try NumpyArray.readFeatures(stream(of: name), narrowingAbove: rows)
  }

  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  package func labels(
    named name: String, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    try NumpyArray.readLabels(stream(of: name), allowsMissing: allowsMissing)
  }

  private func stream(of name: String) throws(FileError) -> ByteStream {
    guard let entry = entries.last(where: { $0.name == name + ".npy" }) else {
      throw .malformed(
        path, "holds no array '\(name)'",
        hint: "it holds \(names.prefix(12).joined(separator: ", "))")
    }
    let source =
      if let memory { RawBytes(memory, name: path) } else { try RawBytes(path: path) }
    return try entry.open(source)
  }
}
