/// By what a recipe knows external data again; no files for what lossviz makes itself.
public struct DataFacts: Sendable, Equatable {
  package var files: [File] = []
  /// What was decided on reading them that somebody may want to know; no part of a recipe.
  package var notes: [DataNotice] = []

  package struct File: Sendable, Equatable {
    /// Without its folder.
    package var name: String
    /// Of the bytes as they lie on the disk, as `sha256sum` says it.
    package var sha256: String
    /// Of the array in it.
    package var shape: [Int]

    package init(name: String, sha256: String, shape: [Int]) {
      self.name = name
      self.sha256 = sha256
      self.shape = shape
    }
  }

  package init(files: [File] = [], notes: [DataNotice] = []) {
    self.files = files
    self.notes = notes
  }
}

#if !hasFeature(Embedded)
  extension DataFacts.File: Codable {}
#endif
