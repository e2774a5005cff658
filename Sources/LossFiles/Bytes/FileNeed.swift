/// What a reader wants of a file: what it refuses by the first bytes, and what it says then.
package struct FileNeed: Sendable {
  /// As a message calls it: `numbers`.
  let what: String
  /// Where to get one.
  package let hint: String
  let families: [FileKind.Family]
  /// Whether a file of numbers in another form is worth converting.
  var converts = false

  /// Features, labels, weights, pairs, samples: one array or a table.
  package static let numbers = FileNeed(
    what: "numbers", hint: ".npy, .npz, .csv or .tsv holds them", families: [.array],
    converts: true)

  package static let archive = FileNeed(
    what: "arrays", hint: "numpy.savez writes them", families: [.arrays], converts: true)

  package static let configuration = FileNeed(
    what: "options as JSON", hint: "lossviz --print-config shows them", families: [.json])

  package static let run = FileNeed(
    what: "a saved run", hint: "write one with --save-run FILE.json", families: [.json])

  package static let cases = FileNeed(
    what: "cases as JSON",
    hint: "features of other files go as .npy with --labels FILE and --weights FILE",
    families: [.json])

  package static func picture(hint: String) -> FileNeed {
    FileNeed(what: "a picture of lossviz", hint: hint, families: [.picture])
  }

  package static let text = FileNeed(
    what: "text in UTF-8", hint: "give Markdown, saved as UTF-8", families: [.json])

  /// - Parameters:
  ///   - start: the first bytes, after inflating.
  ///   - isGzip: whether they were inflated.
  /// - Throws: `FileError.malformed` for a file of another kind.
  func check(_ start: [UInt8], path: String, isGzip: Bool = false) throws(FileError) {
    guard let kind = FileKind.of(start), !families.contains(kind.family) else { return }
    throw .malformed(
      path, "this is \(kind.name), not \(what)", hint: advice(on: kind, path: path, isGzip: isGzip))
  }

  private func advice(on kind: FileKind, path: String, isGzip: Bool) -> String {
    let name = path == "-" ? "FILE" : shellQuoted(path)
    switch kind.family {
    case .picture: return "lossviz inspect \(name) shows what a picture was made from"
    case .array where !converts, .arrays where !converts:
      return "\(hint); lossviz plot \(name) draws features"
    case .array, .arrays, .json, .foreign:
      guard let conversion = kind.conversion else { return hint }
      switch conversion {
      case .shell, .advice: return conversion.hint(path: path, isGzip: isGzip)
      default: return converts ? conversion.hint(path: path, isGzip: isGzip) : hint
      }
    }
  }
}
