import CLibrary

/// A folder with one JSON for each training that is finished, found again by its recipe.
///
/// Files are written whole and named by a hash of the recipe, data included, and of the version of
/// the trainer, so that processes on several machines may share the folder: what two of them write
/// is the same.
package struct RunStore: Sendable {
  package let folder: String
  /// Of the program: another version trains anew.
  package let version: String

  /// What the folder has for a recipe.
  package enum Finding: Sendable {
    case nothing
    case run(Run)
    /// It was tried, and did not stay finite or collapsed.
    case failure(message: String, hint: String)
    /// A file of that name that is something else: to be redone.
    case unusable(FileError)
  }

  package init(folder: String, version: String) {
    self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    self.version = version
  }

  private static let ending = ".json"
  private static let failedEnding = ".failed.json"
  private static let digits = 20

  /// Where the run of that recipe is kept.
  package func path(of recipe: Recipe) -> String { path(recipe, Self.ending) }

  private func path(_ recipe: Recipe, _ ending: String) -> String {
    "\(folder)/\(key(of: recipe))\(ending)"
  }

  private func key(of recipe: Recipe) -> String {
    let key = "\(version)\n\(Trainer.version)\n\(recipe.json())"
    return String(SHA256.hex(of: Array(key.utf8)).prefix(Self.digits))
  }

  /// Where something about all these trainings together is kept; it is not taken for a run.
  package func path(of recipes: [Recipe], about what: String) -> String {
    let key = SHA256.hex(of: Array(recipes.map { $0.json() }.joined(separator: "\n").utf8))
    return "\(folder)/.\(what)-\(key.prefix(Self.digits))\(Self.ending)"
  }

  package func find(_ recipe: Recipe) -> Finding {
    do throws(FileError) {
      if let (path, bytes) = try kept(recipe, Self.ending) {
        let document = try RunDocument(parsing: bytes, path: path)
        try document.seal.check(path)
        guard document.version == version else { throw Self.foreign(path, "version") }
        guard document.recipe == recipe.value else { throw Self.foreign(path, "recipe") }
        return .run(document.run)
      }
      guard let (path, bytes) = try kept(recipe, Self.failedEnding) else { return .nothing }
      let value = try JSONValue(parsing: bytes, path: path)
      try DocumentSeal(of: bytes, value).check(path)
      return try failure(value, of: recipe, path)
    } catch {
      return .unusable(error)
    }
  }

  /// What is kept under that name.
  private func kept(
    _ recipe: Recipe, _ ending: String
  ) throws(FileError) -> (path: String, bytes: [UInt8])? {
    let path = path(recipe, ending)
    switch try PathKind(of: path) {
    case .missing: return nil
    case .file: return (path, try readFile(path))
    case .folder, .other:
      throw .malformed(path, "in the way of a kept run", hint: "")
    }
  }

  /// Whether there is a file for that recipe, without reading it.
  package func contains(_ recipe: Recipe) -> Bool {
    access(path(of: recipe), F_OK) == 0 || access(path(recipe, Self.failedEnding), F_OK) == 0
  }

  private func failure(
    _ value: JSONValue, of recipe: Recipe, _ path: String
  ) throws(FileError) -> Finding {
    guard case .object(let fields) = value, fields["recipe"] == recipe.value,
      case .text(let message) = fields["message"], case .text(let hint) = fields["hint"]
    else { throw Self.foreign(path, "recipe") }
    return .failure(message: message, hint: hint)
  }

  private static func foreign(_ path: String, _ key: String) -> FileError {
    .malformed(
      path: path, place: .key(key),
      problem: key == "version" ? "of another version of lossviz" : "of another training",
      hint: "remove it: it is trained again")
  }

  /// A folder or device in the way was said when the run was looked for: then it is not kept.
  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    switch try PathKind(of: path) {
    case .missing, .file: try writeWhole(bytes, to: path)
    case .folder, .other: return
    }
  }

  /// - Throws: `FileError.unwritable`.
  package func keep(_ run: Run, recipe: Recipe, data: DataFacts) throws(FileError) {
    let document = RunDocument(run: run, recipe: recipe.value, data: data)
    try write(document.bytes(version: version), to: path(of: recipe))
  }

  /// - Throws: `FileError.unwritable`.
  package func keepFailure(
    message: String, hint: String, recipe: Recipe
  ) throws(FileError) {
    let document: JSONValue = [
      "kind": "lossviz failure", "schema": 1, "version": .text(version), "recipe": recipe.value,
      "message": .text(message), "hint": .text(hint),
    ]
    try write(DocumentSeal.sealed(document.document()), to: path(recipe, Self.failedEnding))
  }

  /// - Throws: `FileError.unwritable` where no run could be kept.
  package func checkWritable() throws(FileError) {
    try LossFiles.checkWritable("\(folder)/run\(Self.ending)")
  }

  /// The JSON files of the folder whose names are not those of runs, sorted.
  package var strangers: [String] {
    // A folder that cannot be read is told of when a run is to be kept in it.
    ((try? folderNames(folder)) ?? []).filter { name in
      guard name.hasSuffix(Self.ending) else { return false }
      let stem =
        name.hasSuffix(Self.failedEnding)
        ? name.dropLast(Self.failedEnding.count) : name.dropLast(Self.ending.count)
      let isKey = stem.count == Self.digits && stem.allSatisfy { "0123456789abcdef".contains($0) }
      return !isKey
    }
  }
}
