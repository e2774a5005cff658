/// Where samples come from: an entry of the registry behind `--data`.
///
/// A new source is one file with such an entry and one line in `DataSource.all`.
package struct DataSource: Sendable {
  /// As typed after `--data`, or for files what they are called in lists.
  package let name: String
  package let title: String
  /// One line: what it holds.
  package let summary: String
  package let form: Form
  let read: @Sendable (DataRequest) throws -> SourceData

  package enum Form: Sendable, Equatable {
    /// Chosen by name.
    case named
    /// Chosen by a path that is a folder.
    case folder
    /// Chosen by the path of anything else.
    case file
  }

  package static let all: [DataSource] = [
    identities, digits, folder, file,
  ]

  /// The source of that name, upper or lower case.
  package static func named(_ name: String) -> DataSource? {
    all.first { $0.form == .named && $0.name == name.lowercased() }
  }

  /// The source for what was typed after `--data`.
  ///
  /// - Throws: `DataMisuse` for a word that is neither a name nor a path, `FileError`
  ///   for a path that cannot be read so.
  static func matching(_ text: String) throws -> DataSource {
    if let source = named(text) { return source }
    let names = all.filter { $0.form == .named }.map { $0.name }
    switch try PathKind(of: text) {
    case .missing where !text.contains("/") && !text.contains("."):
      let nearest = nearestWords(to: text.lowercased(), in: names)
      throw DataMisuse(
        "unknown data '\(text)'",
        hint: KnownData.hint(for: text)
          ?? (nearest.isEmpty
            ? "--data \(names.joined(separator: ", --data ")), a folder, or a file"
            : "did you mean --data \(nearest.joined(separator: ", --data "))?"))
    case .missing:
      throw FileError.unreadable(
        path: text, reason: "no such file or folder",
        hint: KnownData.hint(for: baseName(of: text))
          ?? nearbyName(text)
          ?? "give a folder of IDX files or of images by class, or a file of numbers")
    case .folder:
      return folder
    case .file, .other: break
    }
    return file
  }
}

/// Samples, and by what the same data are known again.
struct SourceData {
  var samples: SampleSource
  var facts: DataFacts
}

/// Which data are wanted, as the options of the command say it.
public struct DataRequest: Sendable, Equatable {
  /// A name of `DataSource.all`, or a path.
  public var data = "identities"
  /// The labels: a file for data that come without, the column of a table by name or number, or
  /// an array of an archive.
  package var labels: String?
  /// Path of a test set, and of its labels where it comes without.
  package var test: String?
  package var testLabels: String?
  /// To which images of a folder are scaled; `nil` for the size that they have.
  package var size: Dataset.ImageSize?
  /// Which of the samples, and how many labels are wrong.
  public var options = DatasetOptions()

  /// Six classes that lossviz makes itself, all their samples, no wrong label.
  public init() {}

  /// Reads or makes the data.
  ///
  /// - Throws: `DataMisuse` and `LabError` for what the options have wrong, `FileError` for what files have wrong.
  public func load() throws -> (dataset: Dataset, facts: DataFacts) {
    let source = try DataSource.matching(data)
    try check(source)
    let read = try source.read(self)
    try read.samples.checkMemory()
    return (try Dataset(read.samples, options: options), read.facts)
  }

  /// Says without reading the data what would go wrong with their name.
  ///
  /// - Throws: as `load`.
  package func checkSource() throws {
    try check(DataSource.matching(data))
  }

  /// - Throws: `DataMisuse` for options that these data have no use for.
  func check(_ source: DataSource) throws(DataMisuse) {
    let isFile = source.form == .file
    let uses: [(name: String, isThere: Bool, isUsed: Bool, hint: String)] = [
      ("labels", labels != nil, isFile, "it has labels of its own"),
      ("test", test != nil, isFile, "only a file takes another one for the test"),
      ("test-labels", testLabels != nil, isFile && test != nil, "it goes with --test FILE"),
      ("size", size != nil, source.form == .folder, "it scales the images of a folder"),
    ]
    for use in uses where use.isThere && !use.isUsed {
      throw DataMisuse("--\(use.name) does not apply to --data \(data)", hint: use.hint)
    }
  }
}
