/// The arrays of a `.npz` file: a zip archive of `.npy` files, stored or deflated.
package struct NumpyArchive: ArrayArchive {
  let file: KeptFile
  private let entries: [ZipEntry]

  /// Reads the directory of the archive; `-` is standard input.
  package init(path: String) throws(FileError) {
    try self.init(RawBytes(path: path))
  }

  init(_ source: RawBytes) throws(FileError) {
    let path = source.path
    try FileNeed.archive.check(source.peek(FileKind.startSize), path: path)
    let (kept, archive) = try KeptFile.keeping(source)
    file = kept
    entries = try ZipEntry.all(in: archive).filter { $0.name.hasSuffix(".npy") }
    guard !entries.isEmpty else {
      throw .malformed(path, "holds no NumPy array", hint: "write it with numpy.savez")
    }
  }

  /// In the order of the archive.
  package var names: [String] { entries.map { String($0.name.dropLast(4)) } }

  func open(_ name: String) throws(FileError) -> (stream: ByteStream, header: NumpyHeader?) {
    guard let entry = entries.last(where: { $0.name == name + ".npy" }) else { throw lacks(name) }
    return (try entry.open(file.open()), nil)
  }

  func header(of name: String) throws(FileError) -> NumpyHeader? {
    let stream = try open(name).stream
    do throws(FileError) {
      return try NumpyHeader.read(stream)
    } catch {
      // An array that only Python may open.
      return nil
    }
  }

  /// The number of an array that has one, whatever its dimensions.
  func number(named name: String) throws(FileError) -> Double {
    try NumpyArray.readNumber(open(name).stream)
  }
}
