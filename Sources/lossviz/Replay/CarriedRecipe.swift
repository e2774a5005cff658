import LossPlot

/// The recipe that a picture carries, and what wrote it.
struct CarriedRecipe: Sendable {
  let path: String
  let recipe: Recipe
  let software: String
  /// Of the lossviz that drew it; empty where the recipe does not say.
  let version: String
  /// What the picture says of itself.
  let words: PictureWords
  let format: OutputFormat

  /// The version of the documents that this program reads.
  private static let schema = JSONValue.number(1)

  /// - Throws: `FileError` for what cannot be read or holds no recipe of ours.
  init(path: String) throws(FileError) {
    let need = FileNeed.picture(hint: "it is a \(OutputFormat.endings)")
    try self.init(picture: readFile(path, limit: 1 << 28, for: need), path: path)
  }

  /// - Parameter path: what the picture is called in messages.
  init(picture bytes: [UInt8], path: String) throws(FileError) {
    self.path = path
    let metadata: PictureMetadata
    do throws(RenderError) {
      metadata = try PictureMetadata(ofPicture: bytes)
      words = try PictureWords(ofPicture: bytes)
    } catch {
      throw .malformed(path, error.description, hint: error.hint)
    }
    software = metadata.software
    let value = try JSONValue(parsing: Array(metadata.recipe.utf8), path: path)
    guard case .object(let document) = value, case .object? = document["recipe"] else {
      throw .malformed(
        path, "its recipe is not one of lossviz",
        hint: "only pictures that lossviz wrote can be read")
    }
    guard document["schema"] == Self.schema else {
      throw .malformed(
        path: path, place: .key("schema"),
        problem: "its recipe is of a kind that lossviz \(Lossviz.version) does not know",
        hint: "it is from \(software.isEmpty ? "another program" : software)")
    }
    if case .text(let text)? = document["version"] { version = text } else { version = "" }
    recipe = try Recipe(value, name: path)
    // Only films have them.
    let isFilm = recipe[Option.seconds.name] != nil
    format = OutputFormat(ofPicture: bytes, isFilm: isFilm)
  }

  /// One clause where another version drew the picture.
  var versionWarning: String? {
    guard version != Lossviz.version else { return nil }
    guard let theirs = Self.numbers(version), let ours = Self.numbers(Lossviz.version) else {
      return "\(path) does not say which version of lossviz drew it: it may look different now"
    }
    let isNewer = ours.lexicographicallyPrecedes(theirs)
    return "\(path) is from lossviz \(version), \(isNewer ? "newer" : "older") than this"
      + " \(Lossviz.version): it may look different now"
  }

  private static func numbers(_ version: String) -> [Int]? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = parts.compactMap { $0 }
    return numbers.count == 3 && parts.count == 3 ? numbers : nil
  }

  /// In the order of the options of its command; what that does not know comes first.
  var orderedRecipe: Recipe {
    let named = recipe[Recipe.commandKey] ?? .word(Command.train.name)
    let names =
      Command.all.first { .word($0.name) == named }?.options.map(\.name) ?? []
    let known = names.compactMap { name in recipe.entries.first { $0.name == name } }
    let others = recipe.entries.filter { !names.contains($0.name) }
    return Recipe(entries: others + known, files: recipe.files)
  }

  var document: JSONValue {
    [
      "schema": Self.schema, "version": .text(version), "software": .text(software),
      "title": .text(words.title), "description": .text(words.description), "recipe": recipe.value,
    ]
  }
}
