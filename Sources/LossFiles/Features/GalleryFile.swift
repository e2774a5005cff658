/// A gallery of people who are known, with labels of its own, for the features of an input.
package struct GalleryFile: Sendable {
  package var gallery: GallerySet
  package var files: [DataFacts.File]

  /// - Parameter path: a table, an archive with labels, or what lossviz has written.
  /// - Throws: also where it has other columns, or where rows of it are among those sought: a search
  ///   would find itself.
  package init(path: String, for input: FeatureInput) throws(FileError) {
    let read = try FeatureRequest(path: path).read()
    let (known, sought) = (read.rows.columns, input.rows.columns)
    guard known == sought else {
      throw .malformed(
        path, "the gallery has \(known) dimensions and the features have \(sought)",
        hint: "both must come from one model")
    }
    let shared = read.rows.rowsAlso(in: input.rows)
    guard shared == 0 else {
      throw .malformed(
        path,
        "\(shared) of its \(read.rows.count) rows are among the features that are sought in it",
        hint: "leave them out of one of the two: a search would find itself")
    }
    let numbers = Dictionary(zip(input.classNames, input.classNames.indices)) { $1 }
    var next = input.classNames.count
    let own = read.classNames.map { name in
      if let known = numbers[name] { return known }
      defer { next += 1 }
      return next
    }
    let labels = read.labels.map { own[$0] }
    let enrolled = Set(labels)
    guard input.labels.contains(where: enrolled.contains) else {
      throw .malformed(
        path, "no class of the gallery is among those of the features",
        hint: "it holds \(read.classNames.prefix(3).joined(separator: ", ")) …;"
          + " the features \(input.classNames.prefix(3).joined(separator: ", ")) …")
    }
    guard input.labels.contains(where: { !enrolled.contains($0) }) else {
      throw .malformed(
        path, "all classes of the features are in the gallery",
        hint: "an open set needs people who are not enrolled; leave --gallery out, and half of the"
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
