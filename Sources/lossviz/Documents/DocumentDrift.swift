import LossPlot

/// How far a block of a document is from what it says.
enum DocumentDrift {
  case none
  /// No picture yet: which of the wanted ones are missing.
  case missing([String])
  /// The recipes differ: for each picture the lines of a diff.
  case stale([(path: String, lines: [String])])
  /// The pictures are right, if there are any; the text between the markers is not this.
  case text(String)

  /// - Throws: `FileError` for a file in the way that is no picture of ours; what training throws,
  ///   for the still picture of a page.
  init(_ block: DocumentBlock) throws {
    if let table = block.table {
      // Without empty lines around it some readers see no table beside a comment.
      let rows = table.split(separator: "\n").map(String.init)
      let text = block.body([""] + rows + [""])
      self = text == block.file.text(of: block.block) ? .none : .text(text)
      return
    }
    var missing: [String] = []
    var stale: [(path: String, lines: [String])] = []
    var words: PictureWords?
    for wanted in block.pictures {
      guard fileExists(wanted.output.path) else {
        missing.append(wanted.path)
        continue
      }
      let carried = try Self.carried(by: wanted)
      let lines = Self.differences(carried, wanted.recipe)
      if !lines.isEmpty { stale.append((wanted.path, lines)) }
      if words == nil { words = carried.words }
    }
    if let page = block.page {
      switch try page.state() {
      case .missing: missing.append(page.path)
      case .stale: stale.append((page.path, ["the page is of other options or another version"]))
      case .right: break
      }
    }
    if !missing.isEmpty {
      self = .missing(missing)
    } else if !stale.isEmpty {
      self = .stale(stale)
    } else if let words, block.body(words) != block.file.text(of: block.block) {
      self = .text(block.body(words))
    } else {
      self = .none
    }
  }

  private static func carried(by wanted: DocumentBlock.Wanted) throws(FileError) -> CarriedRecipe {
    let bytes = try readFile(wanted.output.path, limit: 1 << 28)
    do throws(FileError) {
      return try CarriedRecipe(picture: bytes, path: wanted.path)
    } catch {
      throw .malformed(
        wanted.path, "in the way, and no picture of lossviz (\(error.problem))",
        hint: "remove it, or give -o another name")
    }
  }

  /// What a picture was made from against what is wanted: `- m: 0.5` and `+ m: 0.4`; empty where
  /// they agree.
  private static func differences(_ carried: CarriedRecipe, _ wanted: Recipe) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      if let old { lines.append("- \(name): \(old)") }
      if let new { lines.append("+ \(name): \(new)") }
    }
    compare("lossviz", carried.version, Lossviz.version)
    for entry in wanted.entries {
      compare(entry.name, carried.recipe[entry.name]?.json, entry.value.json)
    }
    for entry in carried.recipe.entries where wanted[entry.name] == nil {
      compare(entry.name, entry.value.json, nil)
    }
    let count = max(carried.recipe.files.count, wanted.files.count)
    for index in 0..<count {
      func text(_ files: [DataFacts.File]) -> String? {
        index < files.count ? "\(files[index].name) \(files[index].sha256.prefix(16))" : nil
      }
      compare("file", text(carried.recipe.files), text(wanted.files))
    }
    return lines
  }

  /// Whether the picture has to be drawn.
  var wantsDrawing: Bool {
    switch self {
    case .missing, .stale: true
    case .none, .text: false
    }
  }

  var isDrift: Bool {
    if case .none = self { return false }
    return true
  }

  /// What `--check` prints of a block.
  func report(_ block: DocumentBlock) -> [String] {
    let place = "\(block.file.path):\(block.block.line)"
    switch self {
    case .none: return []
    case .missing(let paths): return paths.map { "\(place): \($0) is missing" }
    case .stale(let pictures):
      return pictures.flatMap { picture in ["\(place): \(picture.path)"] + picture.lines }
    case .text(let text):
      let old = block.file.text(of: block.block).documentLines.map { "- \($0)" }
      return ["\(place): the text between the markers"] + old
        + text.documentLines.map { "+ \($0)" }
    }
  }
}

extension FileError {
  /// What is wrong, without the name of the file.
  fileprivate var problem: String {
    switch self {
    case .malformed(_, _, let problem, _): problem
    case .unreadable(_, let reason, _), .unwritable(_, let reason, _): reason
    case .outputClosed: description
    }
  }
}

extension String {
  fileprivate var documentLines: [Substring] { split(whereSeparator: { $0.isNewline }) }
}
