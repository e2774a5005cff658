import LossPlot

/// The folder whose documents are kept: what they name to be written may not leave it.
struct DocumentRoot {
  let path: String

  /// - Parameter path: empty for the folder of the process.
  init(_ path: String) { self.path = path }

  /// - Parameter folder: what the path starts from, with its slash.
  /// - Throws: `UsageError` for a path that is absolute or leads out, also through a link.
  func check(_ picture: String, in folder: String) throws(UsageError) {
    let error = UsageError.conflict(
      "'\(picture)' leaves the folder of the document",
      hint: "a picture lies beside its document or below; for one folder up, give that folder to"
        + " lossviz docs")
    guard !picture.hasPrefix("/"), !picture.isEmpty else { throw error }
    guard let root = realPath(path.isEmpty ? "." : path) else { throw error }
    // Folders that are still missing cannot be links; '..' after one would only hide where it goes.
    var known = folder + picture
    var missing: [Substring] = []
    while realPath(known.isEmpty ? "." : known) == nil {
      guard !isLink(known) else { throw error }
      let parent = folderPart(of: known.droppingSlashes)
      missing.append(known.dropFirst(parent.count))
      guard parent.count < known.count else { throw error }
      known = parent
    }
    guard !missing.contains(where: { $0.split(separator: "/").contains("..") }),
      let real = realPath(known.isEmpty ? "." : known),
      real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
    else { throw error }
  }
}

extension String {
  fileprivate var droppingSlashes: String {
    var text = self[...]
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }
}
