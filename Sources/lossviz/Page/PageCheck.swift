import LossLab
import LossPlot

/// What a page cannot do, said before anything is read.
struct PageCheck {
  private let options: RunOptions

  init(_ call: Call) {
    options = call.options
  }

  /// - Throws: `UsageError`.
  func check() throws {
    _ = try options.loss.settings(classes: 2)
    guard let source = DataSource.named(options.data.data) else {
      throw UsageError.conflict(
        "a page carries identities and digits, not '\(options.data.data)'",
        hint: "leave --data out, and drop the file on the page: it never leaves the browser")
    }
    if [.lenet, .lenet5].contains(options.training.network) {
      throw UsageError.conflict(
        "--network \(options.training.network.typed) is too slow in a browser",
        hint: "--network mlp:128,64")
    }
    if options.picture.views.contains(.pull) {
      throw UsageError.conflict(
        "--view pull has a map, and a page draws no images",
        hint: "lossviz pull --loss \(options.loss.entry.name) draws it")
    }
    if options.picture.theme == .both {
      throw UsageError.conflict(
        "--theme both makes two files", hint: "leave it out: a page follows its reader's system")
    }
    if source.name == "identities", let count = identities, count > Self.mostClasses {
      throw UsageError.conflict(
        "--classes \(count) is more than a page shows", hint: "at most \(Self.mostClasses)")
    }
    _ = try path()
  }

  private var identities: Int? {
    switch options.data.options.classes {
    case .all: nil
    case .first(let count): count
    case .named(let names): names.count
    }
  }

  private static let mostClasses = 20

  /// Where the page goes.
  ///
  /// - Throws: `UsageError` for several files, and for one of another kind.
  func path() throws(UsageError) -> String {
    let files = options.output.files
    guard files.count <= 1 else {
      throw .conflict("a page is one file, and -o names \(files.count)", hint: "give one -o")
    }
    let path = files.first ?? "output/page.html"
    guard path == "-" || ["html", "htm"].contains(path.ending) else {
      throw .conflict(
        "'\(path)' is no page", hint: "-o FILE.html; a picture is lossviz -o \(path)")
    }
    return path
  }
}
