import LossPlot
import PageData

/// One HTML file in which the same core trains: the shell, what runs in it, and where it starts.
struct PageFile {
  /// Of what was given, by the names of the options; the page decides the rest as the command does.
  let start: [Recipe.Entry]
  /// Every option of the picture, decided.
  let picture: [Recipe.Entry]
  let title: String
  let description: String
  private let plan: TrainingPlan
  private let look: PictureOptions

  /// - Throws: what is wrong with the data; `UsageError` with `--strict` for what the loss cannot
  ///   reach.
  init(_ values: PageValues) throws {
    plan = try TrainingPlan(values.training)
    if values.isStrict { try plan.checkReach() }
    look = values.training.picture
    // Some options stand in a recipe under other names.
    let aliases = ["norms": ["la", "ua"], "margins": ["lm", "um"], "epochs": ["steps"]]
    let given = values.given.names.flatMap { aliases[$0] ?? [$0] }
    let pictureNames = Command.train.options.filter { $0.group == .picture }.map(\.name)
    start = plan.recipe.entries.filter { entry in
      entry.name == "loss" || given.contains(entry.name) && !pictureNames.contains(entry.name)
    }
    picture = plan.recipe.entries.filter { pictureNames.contains($0.name) }
    title = look.title ?? "\(plan.entry.title) on \(plan.data.title)"
    description =
      "A page that trains a small classifier under \(plan.entry.title) on \(plan.data.title) and"
      + " draws its features, decision boundaries and margin band as they move."
  }

  /// The whole file, with the picture for browsers that cannot train: it is trained and drawn here.
  ///
  /// - Parameter console: for the progress.
  /// - Throws: what reading the digits, training and drawing throw.
  func bytes(_ console: Console = .silent) throws -> [UInt8] {
    let still = try PageStill(plan, look, console)
    var digits = DataRequest()
    digits.data = "digits"
    let source = try digits.wholeSource()
    let marks: [String: [UInt8]] = [
      "TITLE": Array(title.inHTML.utf8), "DESCRIPTION": Array(description.inHTML.utf8),
      "CORE": base64(lossPageCore().array), "KERNELS": base64(lossPageKernels().array),
      "FUSED": base64(lossPageFusedKernels().array),
      "ADVANCES": base64(try gzipped(FontAdvances.bytes)),
      "DIGITS": base64(try gzipped(source.floats)),
      "STILL": base64(try gzipped(still?.svg ?? [])),
      "START": Array(settings(source, still).utf8),
    ]
    return Self.filled(lossPageShell().array, marks)
  }

  /// The JSON that the page begins with.
  private func settings(_ source: WholeSource, _ still: PageStill?) -> String {
    func object(_ entries: [Recipe.Entry]) -> String {
      "{\(entries.map { "\(jsonText($0.name)): \($0.value.json)" }.joined(separator: ", "))}"
    }
    let order = Command.train.options.filter(\.isRecorded).map { jsonText($0.name) }
    let names = source.classNames.map { jsonText($0) }.joined(separator: ", ")
    let digits =
      "{\"name\": \(jsonText(source.name)), \"title\": \(jsonText(source.title)), "
      + "\"classNames\": [\(names)], \"rows\": \(source.rows), \"columns\": \(source.columns), "
      + "\"imageSize\": [\(source.imageSize?.rows ?? 0), \(source.imageSize?.columns ?? 0)]}"
    let text =
      "{\"version\": \(jsonText(Lossviz.version)), "
      + "\"software\": \(jsonText("lossviz \(Lossviz.version)")), "
      + "\"start\": \(object(start)), \"picture\": \(object(picture)), "
      + "\"order\": [\(order.joined(separator: ", "))], "
      + "\"usual\": {\"classes\": \(DataSource.identityCount), "
      + "\"samples\": \(DataSource.identitySamples)}, \"digits\": \(digits), "
      + "\"still\": \(still?.json ?? "null")}"
    // Inside a script nothing may look like its end.
    return text.replacing("<", with: "\\u003c")
  }

  /// The shell with what belongs at its marks, `<<NAME>>`.
  private static func filled(_ shell: [UInt8], _ marks: [String: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = shell[...]
    while let start = rest.firstRange(of: Array("<<".utf8)) {
      guard let end = rest[start.upperBound...].firstRange(of: Array(">>".utf8)) else { break }
      let name = String(decoding: rest[start.upperBound..<end.lowerBound], as: UTF8.self)
      guard let value = marks[name] else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      result += rest[..<start.lowerBound]
      result += value
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
