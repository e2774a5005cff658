import LossLab

/// A gallery of people who are known, with labels of its own, for the features of an input.
public struct GalleryFile: Sendable {
  public var gallery: GallerySet
  public var files: [DataFacts.File]

  /// - Parameter path: a table, an archive with labels, or what lossviz has written.
  /// - Throws: also where it has other columns, or where rows of it are among those sought: a search
  ///   would find itself.
  public init(path: String, for input: FeatureInput) throws(FileError) {
    let read = try FeatureRequest(path: path).read()
    func malformed(_ problem: String, _ hint: String) -> FileError {
      .malformed(path: path, place: .whole, problem: problem, hint: hint)
    }
    let columns = (read.rows.columns, input.rows.columns)
    guard columns.0 == columns.1 else {
      throw malformed(
        "the gallery has \(columns.0) dimensions and the features have \(columns.1)",
        "both must come from one model")
    }
    let shared = read.rows.rowsAlso(in: input.rows)
    guard shared == 0 else {
      throw malformed(
        "\(shared) of its \(read.rows.count) rows are among the features that are sought in it",
        "leave them out of one of the two: a search would find itself")
    }
    var numbers: [String: Int] = [:]
    for (index, name) in input.classNames.enumerated() { numbers[name] = index }
    var next = input.classNames.count
    let own = read.classNames.map { name in
      if let known = numbers[name] { return known }
      defer { next += 1 }
      return next
    }
    let labels = read.labels.map { own[$0] }
    let known = Set(labels)
    guard input.labels.contains(where: known.contains) else {
      throw malformed(
        "no class of the gallery is among those of the features",
        "it holds \(read.classNames.prefix(3).joined(separator: ", ")) …;"
          + " the features \(input.classNames.prefix(3).joined(separator: ", ")) …")
    }
    guard input.labels.contains(where: { !known.contains($0) }) else {
      throw malformed(
        "all classes of the features are in the gallery",
        "an open set needs people who are not enrolled; leave --gallery out, and half of the"
          + " people are")
    }
    gallery = GallerySet(rows: read.rows, labels: labels)
    files = read.files
  }
}

extension FeatureRows {
  /// How many of these rows are rows of others, too, to the last bit.
  fileprivate func rowsAlso(in others: FeatureRows) -> Int {
    let known = Set((0..<others.count).map { others.unit($0) })
    return (0..<count).filter { known.contains(unit($0)) }.count
  }
}
