import CLibrary

/// What there is at a path, links followed.
package enum PathKind {
  case missing
  case file
  case folder
  /// A pipe, a device, a socket.
  case other

  /// - Throws: where the path cannot be looked at.
  package init(of path: String) throws(FileError) {
    if path == "-" {
      self = .other
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw .unreadable(path: path, reason: FileError.reason(errno), hint: "")
      }
      self = .missing
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }
}

/// The last part of a path, as it may stand in a recipe.
package func baseName(of path: String) -> String {
  let last = path.split(separator: "/").last.map(String.init) ?? path
  guard last == "." || last == "..", let whole = realPath(path) else { return last }
  return whole.split(separator: "/").last.map(String.init) ?? last
}

/// The last part without `.gz` and without its ending.
package func stem(of path: String) -> String {
  var name = baseName(of: path)[...]
  if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
  if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
  return String(name)
}
