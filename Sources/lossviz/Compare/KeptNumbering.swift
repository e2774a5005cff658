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
      let value = try? JSONValue(parsing: bytes, path: path), case .object(let fields) = value,
      case .number(let first)? = fields["first"], case .number(let step)? = fields["step"],
      case .number(let count)? = fields["count"],
      [first, step, count].allSatisfy({ (0...1e9).contains($0) }), step >= 1, count >= 1
    else { return nil }
    return JobArray.Numbering(first: Int(first), step: Int(step), count: Int(count))
  }

  /// - Throws: `FileError.unwritable`.
  func keep(_ numbering: JobArray.Numbering) throws(FileError) {
    guard numbering != self.numbering else { return }
    let value: JSONValue = [
      "first": .number(Double(numbering.first)), "step": .number(Double(numbering.step)),
      "count": .number(Double(numbering.count)),
    ]
    try writeWhole(value.document(), to: path)
  }
}
