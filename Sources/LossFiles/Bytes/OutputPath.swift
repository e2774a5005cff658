import CLibrary

/// Where an output goes, with links followed to their end.
enum OutputPath {
  case standardOutput
  /// A device, a pipe: opened and written in place.
  case inPlace(String)
  /// A regular file that is there, with its mode, or none yet.
  case whole(String, mode: mode_t?)

  init(_ path: String) throws(FileError) {
    if path == "-" {
      self = .standardOutput
      return
    }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unwritable(path: path, reason: FileError.reason(ENOENT), hint: "")
    }
    guard !path.hasSuffix("/") else {
      throw .unwritable(path: path, reason: FileError.reason(EISDIR), hint: "add a file name")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else {
        throw .unwritable(path: path, reason: FileError.reason(errno), hint: "")
      }
      self = .whole(try OutputPath.endOfLinks(path), mode: nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw .unwritable(path: path, reason: FileError.reason(EISDIR), hint: "add a file name")
    case S_IFREG:
      self = .whole(try OutputPath.endOfLinks(path), mode: status.st_mode & 0o7777)
    default:
      self = .inPlace(path)
    }
  }

  /// The path that a chain of symbolic links leads to, whether something is there or not.
  private static func endOfLinks(_ path: String) throws(FileError) -> String {
    var current = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(current, &buffer, buffer.count - 1)
      guard count >= 0 else { return current }
      let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      current = target.hasPrefix("/") ? target : folder(of: current) + target
    }
    throw .unwritable(path: path, reason: FileError.reason(ELOOP), hint: "")
  }

  /// With its slash; empty for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}

/// Whether a path is a device or a pipe, which is written in place whatever its name.
package func isWrittenInPlace(_ path: String) -> Bool {
  guard path != "-", let kind = kind(of: path) else { return false }
  return kind != S_IFREG && kind != S_IFDIR
}

/// Says now, before hours of training, whether `writeWhole` will be able to write.
///
/// A new file is tried in the nearest folder that is there, and removed: permissions alone do not
/// tell of file systems that take none, as `/proc`.
///
/// - Throws: `FileError.unwritable` with the reason.
package func checkWritable(_ path: String) throws(FileError) {
  switch try OutputPath(path) {
  case .standardOutput: return
  case .inPlace(let device): try checkAccess(device, of: path)
  case .whole(let target, let mode):
    if mode != nil { try checkAccess(target, of: path) }
    // Of folders that are to be made, nobody else says it.
    guard target.utf8.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.count <= NAME_MAX })
    else { throw .unwritable(path, code: ENAMETOOLONG) }
    var name = target
    var status = stat()
    // The nearest folder that is there must take a new entry: the others will be made in it.
    while true {
      name = OutputPath.folder(of: name)
      guard !name.isEmpty else { return try checkNewFile(in: "./", of: path) }
      if stat(name, &status) == 0 { return try checkNewFile(in: name, of: path) }
      guard errno == ENOENT else {
        throw .unwritable(path: path, reason: FileError.reason(errno), hint: "")
      }
      while name.hasSuffix("/"), name.count > 1 { name.removeLast() }
    }
  }
}

private func checkAccess(
  _ target: String, of path: String, _ wanted: Int32 = W_OK
) throws(FileError) {
  guard access(target, wanted) == 0 else {
    throw .unwritable(path, code: errno)
  }
}

/// - Parameter folder: with its slash.
private func checkNewFile(in folder: String, of path: String) throws(FileError) {
  try checkAccess(folder, of: path, W_OK | X_OK)
  let file = try TemporaryFile(in: folder, of: path)
  // A byte, because an empty file fits on a full disk too.
  var byte: UInt8 = 0
  let isWritten = write(file.descriptor, &byte, 1) == 1
  let code = errno
  close(file.descriptor)
  file.remove()
  guard isWritten else { throw .unwritable(path, code: code) }
}
