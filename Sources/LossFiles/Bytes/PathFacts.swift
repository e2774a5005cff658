import CLibrary

/// All of a path before its last part, with the slash; empty for a bare name.
package func folderPart(of path: String) -> String { OutputPath.folder(of: path) }

/// The path of what has that name in a folder.
func pathOf(_ name: String, in folder: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

/// Whether there is something at a path, links followed.
package func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The path without links and dots; `nil` where nothing is there.
package func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// Whether a path is a symbolic link, whatever it leads to.
package func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// Whether a path is a folder, links followed.
package func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

func kind(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// The files below a folder whose name passes, sorted: no hidden ones, no pipes, and no link is
/// followed.
///
/// - Throws: `FileError.unreadable` for a folder that cannot be listed.
package func filesBelow(
  _ folder: String, where isWanted: (String) -> Bool
) throws(FileError) -> [String] {
  var files: [String] = []
  try eachBelow(folder) { path, name in
    if !isLink(path), isWanted(name), kind(of: path) == S_IFREG { files.append(path) }
  }
  return files.sorted()
}

/// The symbolic links below a folder, sorted; none of them is followed.
///
/// - Throws: as `filesBelow`.
package func linksBelow(_ folder: String) throws(FileError) -> [String] {
  var links: [String] = []
  try eachBelow(folder) { path, _ in if isLink(path) { links.append(path) } }
  return links.sorted()
}

/// All that is below a folder but folders themselves, with its path and its name.
private func eachBelow(
  _ folder: String, _ body: (String, String) -> Void
) throws(FileError) {
  var folders = [folder]
  while let current = folders.popLast() {
    for name in try names(in: current) where !name.hasPrefix(".") {
      let path = pathOf(name, in: current)
      if !isLink(path), isFolder(path) {
        folders.append(path)
      } else {
        body(path, name)
      }
    }
  }
}

/// The name in the same folder that was probably meant, as a hint.
func nearbyName(_ path: String) -> String? {
  let folder = folderPart(of: path)
  do throws(FileError) {
    let names = try names(in: folder.isEmpty ? "." : folder)
    return nearestWords(to: baseName(of: path), in: names).first.map {
      "did you mean \(shellQuoted(folder + $0))?"
    }
  } catch {
    // A folder that cannot be read has no names to offer.
    return nil
  }
}

/// What is in a folder, sorted, without what is hidden.
///
/// - Throws: `FileError.unreadable` for a folder that cannot be listed.
package func folderNames(_ folder: String) throws(FileError) -> [String] {
  try names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
}

private func names(in folder: String) throws(FileError) -> [String] {
  guard let directory = opendir(folder) else {
    throw .unreadable(path: folder, reason: FileError.reason(errno), hint: "")
  }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    names.append(name)
  }
  return names
}
