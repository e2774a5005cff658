import LossPlot

/// The numbering of the job array that began a comparison, kept beside its runs.
///
/// Tasks that are submitted again see only themselves in the environment.
struct KeptNumbering: Sendable {
  private let path: String

  init(_ study: Study, store: RunStore) {
    let recipes = study.settings.flatMap { $0.plans.map(\.training.recipe) }
    path = store.path(of: recipes, about: "array")
  }

  /// `nil` where none is kept, or where it cannot be made sense of.
  var numbering: JobArray.Numbering? {
    guard let bytes = try? readFile(path, limit: 1 << 12),
      let value = try? JSONValue(parsing: bytes, path: path),
      let kept = try? value.decoded(JobArray.Numbering.self, path: path),
      [kept.first, kept.step, kept.count].allSatisfy({ (0...1_000_000_000).contains($0) }),
      kept.step >= 1, kept.count >= 1
    else { return nil }
    return kept
  }

  /// - Throws: `FileError.unwritable`.
  func keep(_ numbering: JobArray.Numbering) throws(FileError) {
    guard numbering != self.numbering else { return }
    try writeWhole(encodeJSON(numbering), to: path)
  }
}
