/// A run as it is saved: everything a picture needs, so that it is drawn without training.
package struct RunDocument: Sendable {
  package var run: Run
  /// The options that made it.
  package var recipe: JSONValue
  /// By what the data are known again.
  package var data: DataFacts
  /// Whether it is as lossviz wrote it.
  package private(set) var seal = DocumentSeal.missing
  /// Of the program that wrote it; empty for a run that was never written.
  package private(set) var version = ""

  static let kind = "lossviz run"
  static let schema = 2

  package init(run: Run, recipe: JSONValue = .object([:]), data: DataFacts = DataFacts()) {
    self.run = run
    self.recipe = recipe
    self.data = data
  }

  /// The document, without the time of training: the same command gives the same bytes.
  ///
  /// - Parameter version: of the program, for those who wonder later.
  package func bytes(version: String) throws(FileError) -> [UInt8] {
    DocumentSeal.sealed(try encodeJSON(Saved(self, version: version)))
  }

  /// Reads a run and checks that its parts fit together.
  ///
  /// - Throws: `FileError` with the key of what is wrong.
  package init(path: String) throws(FileError) {
    try self.init(parsing: readFile(path, for: .run), path: path)
  }

  package init(parsing bytes: [UInt8], path: String) throws(FileError) {
    // The head first: of another schema, nothing else is to be expected.
    let document = try JSONValue(parsing: bytes, path: path)
    let head = try document.decoded(Head.self, path: path, hint: FileNeed.run.hint)
    guard head.kind == RunDocument.kind, let schema = head.schema else {
      throw .malformed(path, "not a saved run", hint: "write one with --save-run FILE.json")
    }
    guard schema == RunDocument.schema else {
      throw .malformed(
        path: path, place: .key("schema"),
        problem: "expected \(RunDocument.schema), found \(schema)",
        hint: head.version.map { "it was written by lossviz \($0): train it again" } ?? "")
    }
    let saved = try document.decoded(Saved.self, path: path, hint: FileNeed.run.hint)
    run = try RunCheck(path: path).run(saved)
    recipe = saved.recipe
    seal = DocumentSeal(of: bytes, document)
    version = saved.version
    data = DataFacts(files: saved.data)
  }
}

private struct Head: Decodable {
  var kind: String?
  var schema: Int?
  var version: String?
}

/// The document key by key.
struct Saved: Codable {
  var kind: String
  var schema: Int
  var version: String
  var recipe: JSONValue
  var data: [DataFacts.File]
  var facts: RunFacts
  var settings: SavedSettings
  var options: SavedOptions
  var parameters: ClassParameters
  var train: FeatureSet
  var test: FeatureSet
  var metrics: RunMetrics
  var bounds: Bounds
  var boundaries: [AngularBoundary]
  var history: SavedHistory
  var snapshots: [Snapshot]
  /// Sentences: a run that is read finds its warnings by its numbers.
  var warnings: [String]

  init(_ document: RunDocument, version: String) {
    let run = document.run
    kind = RunDocument.kind
    schema = RunDocument.schema
    self.version = version
    recipe = document.recipe
    data = document.data.files
    facts = run.facts
    settings = SavedSettings(value: run.settings)
    options = SavedOptions(value: run.options)
    parameters = run.parameters
    train = run.train
    test = run.test
    metrics = run.metrics
    bounds = run.bounds
    boundaries = run.boundaries
    history = SavedHistory(run.history)
    snapshots = run.snapshots
    warnings = run.warnings.map { $0.words.en }
  }
}
