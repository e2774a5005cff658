/// What files of a format are, whether pictures or films.
package struct FileForm: Sendable {
  /// As endings have it.
  package let name: String
  package let reading: PictureReading
  package let readers: Set<DocumentReader>

  /// - Parameters:
  ///   - reading: how files of it are read; those of APNG are as those of PNG.
  ///   - readers: who shows them.
  init(_ name: String, _ reading: PictureReading, in readers: Set<DocumentReader>) {
    self.name = name
    self.reading = reading
    self.readers = readers
  }
}

/// Who shows the pictures of documents.
package enum DocumentReader: Sendable {
  case browser
  case docc
  case latex
}
