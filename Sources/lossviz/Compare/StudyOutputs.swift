import LossLab
import LossPlot

/// The files of a comparison, decided and checked before the first training.
struct StudyOutputs: Sendable {
  let pictures: [StudyPicture]
  /// The page that shows them all.
  let index: String
  let exportCSV: String?
  let exportMarkdown: String?

  /// - Throws: `UsageError`.
  init(_ options: RunOptions, names: [String]) throws(UsageError) {
    var grid = options
    if grid.output.files.isEmpty {
      grid.output.files = ["output/grid.\((options.output.format ?? .png).rawValue)"]
    }
    guard !grid.output.files.contains("-") else {
      throw .conflict(
        "compare writes several files, and -o - takes one",
        hint: "-o grid.png names the grid; the others go beside it")
    }
    var pictures: [StudyPicture] = []
    for output in try OutputPlan(grid, name: "grid").pictures {
      let subjects = [.grid, .trend] + names.indices.map { StudyPicture.Subject.setting($0) }
      for subject in subjects {
        let path: String
        switch subject {
        case .grid: path = output.path
        case .trend: path = Self.beside(output, "trend")
        case .setting(let index): path = Self.beside(output, names[index])
        }
        pictures.append(
          StudyPicture(
            subject: subject,
            output: PictureOutput(path: path, format: output.format, isDark: output.isDark)))
      }
    }
    self.pictures = pictures
    let first = grid.output.files[0]
    index = (first.lastIndex(of: "/").map { String(first[...$0]) } ?? "") + "index.md"
    exportCSV = options.compare.exportCSV
    exportMarkdown = options.compare.exportMarkdown
    try checkPaths(isJSON: options.output.isJSON)
  }

  /// In the order in which they are listed.
  var paths: [String] {
    pictures.map(\.output.path) + [index] + [exportCSV, exportMarkdown].compactMap { $0 }
  }

  private func checkPaths(isJSON: Bool) throws(UsageError) {
    var known: Set<String> = []
    for path in paths where !known.insert(path).inserted {
      throw .conflict("'\(path)' is to be written twice", hint: "give each output its own path")
    }
    if isJSON, exportCSV == "-" || exportMarkdown == "-" {
      throw .conflict("--json and '-' both want standard output", hint: "give the other a file")
    }
  }

  /// - Throws: `FileError.unwritable`; also where somebody else's page is in the way.
  func checkWritable() throws(FileError) {
    for path in paths { try LossPlot.checkWritable(path) }
    do throws(FileError) {
      let page = String(decoding: try readFile(index, limit: 1 << 24), as: UTF8.self)
      guard !page.hasPrefix(IndexPage.mark) else { return }
    } catch {
      // Nothing there, or nothing that can be read: writing will say it.
      return
    }
    throw .unwritable(
      path: index, reason: "it is there already, and not from lossviz compare",
      hint: "give -o another folder")
  }

  /// `a/grid-trend.png` for `a/grid.png`, and `-dark` after it where that is there.
  private static func beside(_ grid: PictureOutput, _ name: String) -> String {
    let ending = grid.path.ending
    var stem = ending.isEmpty ? grid.path : String(grid.path.dropLast(ending.count + 1))
    var theme = ""
    if grid.isDark, stem.hasSuffix("-dark") {
      stem = String(stem.dropLast(5))
      theme = "-dark"
    }
    return stem + "-" + name + theme + (ending.isEmpty ? "" : "." + grid.path.suffix(ending.count))
  }
}

/// One picture of a comparison.
struct StudyPicture: Sendable {
  let subject: Subject
  let output: PictureOutput

  enum Subject: Sendable, Equatable {
    case grid
    case trend
    /// By its place among the settings.
    case setting(Int)
  }
}
