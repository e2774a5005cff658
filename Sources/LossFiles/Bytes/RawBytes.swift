import CLibrary

/// The bytes of a file, of standard input or of memory as they are, one after another.
///
/// Owns the file descriptor and closes it at the end of its life.
final class RawBytes {
  /// As the user gave it; `-` for standard input.
  let path: String
  /// Of the next byte to be read.
  private(set) var offset: Int
  /// Where reading ends; `nil` until the end of a pipe was seen.
  private(set) var end: Int?
  private let descriptor: Int32
  /// Whether bytes can be read at any place, wherever the descriptor stands: several readers of
  /// one standard input do not disturb one another then.
  private let isFile: Bool
  private let memory: [UInt8]
  private var digest: SHA256?
  /// Bytes that `peek` has read and `read` gives again.
  private var pushedBack: [UInt8] = []

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameter hashing: whether `finishDigest` will be asked for.
  init(path: String, hashing: Bool = false) throws(FileError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unreadable(path: path, reason: FileError.reason(ENOENT), hint: "")
    }
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, reason: FileError.reason(errno), hint: "")
    }
    self.path = path
    self.descriptor = descriptor
    self.memory = []
    self.offset = 0
    self.digest = hashing ? SHA256() : nil
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
    // The files of /proc are of size 0, whatever they hold.
    isFile = kind == S_IFREG && status.st_size > 0
    if kind == S_IFDIR {
      throw .unreadable(path: path, reason: FileError.reason(EISDIR), hint: "give a file in it")
    }
    if isFile {
      // Standard input may stand in the middle of its file.
      self.offset = max(0, Int(lseek(descriptor, 0, SEEK_CUR)))
      self.end = Int(status.st_size)
    }
  }

  /// Bytes in memory, called `name` in messages.
  init(_ bytes: [UInt8], name: String, hashing: Bool = false) {
    path = name
    descriptor = -1
    isFile = false
    memory = bytes
    offset = 0
    end = bytes.count
    digest = hashing ? SHA256() : nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes are still to come; `nil` for a pipe.
  var remaining: Int? { end.map { max(0, $0 - offset) } }

  /// Fills `target`, with less only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var filled = min(pushedBack.count, target.count)
    if filled > 0 {
      target.copyBytes(from: pushedBack[..<filled])
      pushedBack.removeFirst(filled)
      offset += filled
    }
    while filled < target.count {
      let room = min(target.count - filled, remaining ?? .max)
      if room == 0 { break }
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled..<filled + room])
      let count = try readSome(into: rest)
      if count == 0 { break }
      digest?.update(UnsafeRawBufferPointer(rebasing: rest[..<count]))
      offset += count
      filled += count
    }
    return filled
  }

  private func readSome(into target: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    guard descriptor >= 0 else {
      let count = max(0, min(target.count, memory.count - offset))
      memory.withUnsafeBytes { bytes in
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
      }
      return count
    }
    while true {
      // One read of more than 2 GB is cut short by the system anyway.
      let most = min(target.count, 1 << 30)
      let count =
        isFile
        ? pread(descriptor, target.baseAddress, most, off_t(offset))
        : CLibrary.read(descriptor, target.baseAddress, most)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw .unreadable(path: path, reason: FileError.reason(errno), hint: "")
      }
    }
  }

  /// The next bytes, fewer only at the end; they are still to be read.
  func peek(_ count: Int) throws(FileError) -> [UInt8] {
    let bytes = try readArray(count)
    pushedBack = bytes + pushedBack
    offset -= bytes.count
    return bytes
  }

  private func readArray(_ count: Int) throws(FileError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    let filled = try read(into: buffer)
    return Array(buffer[..<filled])
  }

  /// The bytes at a place.
  ///
  /// - Precondition: not a pipe; the range is inside the file.
  func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    seek(to: range.lowerBound)
    let bytes = try readArray(range.count)
    guard bytes.count == range.count else {
      throw .malformed(
        path: path, place: .byte(offset), problem: "became shorter while it was read",
        hint: "wait until it is written")
    }
    return bytes
  }

  /// All bytes that are left.
  func readAll(limit: Int) throws(FileError) -> [UInt8] {
    var all = NumberPile<UInt8>()
    while true {
      let some = try readArray(1 << 20)
      if some.isEmpty { return all.take() }
      all.append(contentsOf: some)
      guard all.count <= limit else {
        throw .malformed(
          path: path, place: .byte(offset), problem: "longer than \(limit) bytes",
          hint: "give it as a file")
      }
    }
  }

  /// Goes on at another place, and ends at the end of `range`.
  ///
  /// - Precondition: not a pipe; the range is inside the file.
  func narrow(to range: Range<Int>) {
    seek(to: range.lowerBound)
    end = range.upperBound
  }

  private func seek(to offset: Int) {
    self.offset = offset
    pushedBack = []
  }

  /// Reads what is left and returns the SHA-256 of all bytes, 64 hexadecimal digits.
  ///
  /// - Precondition: opened with `hashing`, never sought.
  func finishDigest() throws(FileError) -> String {
    precondition(digest != nil, "opened without hashing")
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while try read(into: buffer) > 0 {}
    return digest?.finish() ?? ""
  }
}
