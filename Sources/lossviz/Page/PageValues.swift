import LossPlot

/// What a call of `page` asks for; what a page cannot do is said before anything is read.
struct PageValues: Sendable {
  let training: TrainingValues
  /// Where the page goes.
  let path: String
  /// Whether HTML to embed it is wanted instead of its name.
  let isEmbedded: Bool
  let isStrict: Bool
  let printsConfig: Bool
  /// The options that anybody gave.
  let given: GivenOptions

  private static let mostClasses = 20

  /// - Throws: `UsageError`.
  init(_ call: Call) throws {
    training = TrainingValues(call)
    try Self.check(training)
    path = try Self.path(call.values.output.files)
    isEmbedded = call.values.output.snippet == .html
    isStrict = call.values.isStrict
    printsConfig = call.values.messages.printsConfig
    given = call.given
  }

  private static func check(_ values: TrainingValues) throws {
    let (loss, data, network) = (values.loss, values.data, values.training.options.network)
    _ = try loss.settings(classes: 2)
    guard let source = DataSource.named(data.data) else {
      throw UsageError.conflict(
        "a page carries identities and digits, not '\(data.data)'",
        hint: "leave --data out, and drop the file on the page: it never leaves the browser")
    }
    if [.lenet, .lenet5].contains(network) {
      throw UsageError.conflict(
        "--network \(network.typed) is too slow in a browser", hint: "--network mlp:128,64")
    }
    if values.picture.views.contains(.pull) {
      throw UsageError.conflict(
        "--view pull has a map, and a page draws no images",
        hint: "lossviz pull --loss \(loss.entry.name) draws it")
    }
    if values.picture.theme == .both {
      throw UsageError.conflict(
        "--theme both makes two files", hint: "leave it out: a page follows its reader's system")
    }
    if source.name == "identities", let count = identities(data), count > mostClasses {
      throw UsageError.conflict(
        "--classes \(count) is more than a page shows", hint: "at most \(mostClasses)")
    }
  }

  private static func identities(_ data: DataRequest) -> Int? {
    switch data.options.classes {
    case .all: nil
    case .first(let count): count
    case .named(let names): names.count
    }
  }

  /// - Throws: `UsageError` for several files, and for one of another kind.
  private static func path(_ files: [String]) throws(UsageError) -> String {
    guard files.count <= 1 else {
      throw .conflict("a page is one file, and -o names \(files.count)", hint: "give one -o")
    }
    let path = files.first ?? "output/page.html"
    guard path == "-" || ["html", "htm"].contains(path.ending) else {
      throw .conflict("'\(path)' is no page", hint: "-o FILE.html; a picture is lossviz -o \(path)")
    }
    return path
  }
}
