import LossPlot

/// The folder that a document may name files of: what is read and written may not leave it.
///
/// A document may be a stranger's, in a change that nobody has looked at yet.
struct DocumentRoot: Sendable {
  /// Empty for the folder of the process.
  let path: String
  /// What the paths of the document start from, with its slash; empty for that of the process.
  let folder: String
  /// Whether nothing of this holds.
  var allowsOutside = false

  /// A path of the document as the process sees it.
  func located(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }

  /// Where a picture is to be written.
  ///
  /// - Throws: `UsageError` for a path that leads out, also through a link, or to no file.
  func output(_ name: String) throws(UsageError) -> String {
    let path = located(name)
    if !allowsOutside {
      guard !name.hasPrefix("/"), !name.isEmpty, name != "-", isInside(path)
      else {
        throw Self.leaves(
          name,
          "a picture lies beside its document or below; for one folder up, give that folder"
            + " to lossviz docs")
      }
    }
    switch Self.kind(of: path) {
    case .missing, .file: return path
    case .folder, .other:
      throw .conflict("'\(name)' is in the way, and is no file", hint: "give -o another name")
    }
  }

  /// A file or folder that is read.
  ///
  /// - Throws: `UsageError` for one that is elsewhere, or has links to elsewhere, or is no file.
  func input(_ name: String) throws(UsageError) -> String {
    guard name != "-" else {
      throw .conflict("standard input has no place in a block", hint: "name a file")
    }
    let path = located(name)
    let kind = Self.kind(of: path)
    if case .other = kind {
      throw .conflict("'\(name)' is neither a file nor a folder", hint: "name a file")
    }
    guard !allowsOutside else { return path }
    let hint = "--allow-outside lets a document read what is elsewhere"
    guard isInside(path) else { throw Self.leaves(name, hint) }
    if case .folder = kind {
      let links: [String]
      do throws(FileError) {
        links = try linksBelow(path)
      } catch {
        throw .conflict(error.description, hint: error.hint)
      }
      for link in links where !isInside(link) { throw Self.leaves(link, hint) }
    }
    return path
  }

  /// A file, or a word that is no file: the name of a column.
  ///
  /// - Throws: as `input`.
  func inputOrWord(_ text: String) throws(UsageError) -> String {
    if text.contains("/") || fileExists(located(text)) { return try input(text) }
    // Nor may it be one for the command, which looks in the folder of the process.
    guard case .missing = Self.kind(of: text) else {
      throw Self.leaves(text, "name a file below it")
    }
    return text
  }

  /// A document that is a link to elsewhere would be rewritten there.
  func check(document path: String) throws(UsageError) {
    guard !allowsOutside, isLink(path), !isInside(path) else { return }
    throw .conflict(
      "'\(path)' is a link to '\(realPath(path) ?? "nothing")'",
      hint: "give the file itself, or --allow-outside")
  }

  private static func leaves(_ name: String, _ hint: String) -> UsageError {
    .conflict("'\(name)' leaves the folder of the document", hint: hint)
  }

  /// Where nobody can know it, reading it will say why not.
  private static func kind(of path: String) -> PathKind { (try? PathKind(of: path)) ?? .file }

  /// Whether it stays below the root with links and dots resolved.
  private func isInside(_ path: String) -> Bool {
    guard let root = realPath(self.path.isEmpty ? "." : self.path) else { return false }
    // Folders that are still missing cannot be links; '..' after one would only hide where it goes.
    var known = path
    var missing: [Substring] = []
    while realPath(known.isEmpty ? "." : known) == nil {
      guard !isLink(known.droppingSlashes) else { return false }
      let parent = folderPart(of: known.droppingSlashes)
      missing.append(known.dropFirst(parent.count))
      guard parent.count < known.count else { return false }
      known = parent
    }
    guard !missing.contains(where: { $0.split(separator: "/").contains("..") }),
      let real = realPath(known.isEmpty ? "." : known)
    else { return false }
    return real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }
}

extension String {
  fileprivate var droppingSlashes: String {
    var text = self[...]
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }
}
