import LossLab

/// Where samples come from: an entry of the registry behind `--data`.
///
/// A new source is one file with such an entry and one line in `DataSource.all`.
public struct DataSource: Sendable {
  /// As typed after `--data`, or for files what they are called in lists.
  public let name: String
  public let title: String
  /// One line: what it holds.
  public let summary: String
  public let form: Form
  let read: @Sendable (DataRequest) throws -> SourceData

  public enum Form: Sendable, Equatable {
    /// Chosen by name.
    case named
    /// Chosen by a path that is a folder.
    case folder
    /// Chosen by a path with one of these endings, `.gz` after it or not.
    case file(endings: [String])
  }

  public static let all: [DataSource] = [
    identities, digits, idx, table, numpy, numpyArchive,
  ]

  /// The source of that name, upper or lower case.
  public static func named(_ name: String) -> DataSource? {
    all.first { $0.form == .named && $0.name == name.lowercased() }
  }

  /// The source for what was typed after `--data`.
  ///
  /// - Throws: `LabError.inapplicable` for a word that is neither a name nor a path, `FileError`
  ///   for a path that cannot be read so.
  static func matching(_ text: String) throws -> DataSource {
    if let source = named(text) { return source }
    let names = all.filter { $0.form == .named }.map { $0.name }
    switch try PathKind(of: text) {
    case .missing where !text.contains("/") && !text.contains("."):
      let nearest = nearestWords(to: text.lowercased(), in: names)
      throw LabError.inapplicable(
        "unknown data '\(text)'",
        hint: KnownData.hint(for: text)
          ?? (nearest.isEmpty
            ? "--data \(names.joined(separator: ", --data ")), a folder of IDX files, or a file"
              + " ending in \(endings)"
            : "did you mean --data \(nearest.joined(separator: ", --data "))?"))
    case .missing:
      throw FileError.unreadable(
        path: text, reason: "no such file or folder",
        hint: KnownData.hint(for: baseName(of: text))
          ?? nearbyName(text) ?? "give a folder of IDX files, or a file ending in \(endings)")
    case .folder:
      if let source = all.first(where: { $0.form == .folder }) { return source }
    case .file, .other:
      let name = text.lowercased()
      for source in all {
        guard case .file(let endings) = source.form else { continue }
        if endings.contains(where: { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }) {
          return source
        }
      }
    }
    // What is known by its first bytes is called so, with the way to make it readable.
    if case .file = try PathKind(of: text) { _ = try ByteStream(path: text) }
    let isPartOfIDX = text.lowercased().contains("idx")
    throw FileError.malformed(
      path: text, place: .whole, problem: "not a kind of data that lossviz reads",
      hint: isPartOfIDX
        ? "of IDX files, give the folder that they are in"
        : "a folder with IDX files, or a file ending in \(endings)")
  }

  private static var endings: String {
    var endings: [String] = []
    for source in all {
      if case .file(let own) = source.form { endings += own }
    }
    return endings.joined(separator: ", ")
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
  /// Path of the labels, for data that come without.
  public var labels: String?
  public var options = DatasetOptions()

  public init() {}

  /// Reads or makes the data.
  ///
  /// - Throws: `LabError` for what the options have wrong, `FileError` for what files have wrong.
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
  public func checkSource() throws {
    try check(DataSource.matching(data))
  }

  /// - Throws: `LabError.inapplicable` for labels of data that have their own.
  func check(_ source: DataSource) throws(LabError) {
    guard labels != nil, source.name != DataSource.numpy.name else { return }
    throw .inapplicable(
      "--labels does not apply to --data \(data)", hint: "it has labels of its own")
  }
}
