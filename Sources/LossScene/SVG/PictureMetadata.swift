/// What a picture says about its origin.
public struct PictureMetadata: Sendable, Equatable {
  /// Program and version: "lossviz 0.1.0".
  public var software: String
  /// JSON from which the same picture can be drawn again.
  public var recipe: String

  public init(software: String, recipe: String) {
    self.software = software
    self.recipe = recipe
  }

  /// A recipe is a few hundred bytes; more than this is not ours.
  package static let largestRecipe = 1 << 20
}
