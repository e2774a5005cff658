/// By what a recipe knows external data again; no files for what lossviz makes itself.
public struct DataFacts: Sendable, Equatable {
  public var files: [File] = []
  /// What was decided on reading them that somebody may want to know; no part of a recipe.
  public var notes: [String] = []

  public struct File: Sendable, Equatable {
    /// Without its folder.
    public var name: String
    /// Of the bytes as they lie on the disk, as `sha256sum` says it.
    public var sha256: String
    /// Of the array in it.
    public var shape: [Int]

    public init(name: String, sha256: String, shape: [Int]) {
      self.name = name
      self.sha256 = sha256
      self.shape = shape
    }
  }

  public init(files: [File] = [], notes: [String] = []) {
    self.files = files
    self.notes = notes
  }
}

#if !hasFeature(Embedded)
  extension DataFacts.File: Codable {}
#endif
