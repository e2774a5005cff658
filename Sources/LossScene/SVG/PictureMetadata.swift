/// What a picture says about its origin.
package struct PictureMetadata: Sendable, Equatable {
  /// Program and version: "lossviz 0.1.0".
  package var software: String { didSet { software = software.drawable } }
  /// JSON from which the same picture can be drawn again; lossviz writes what no picture can carry
  /// as `\u` escapes.
  package var recipe: String { didSet { recipe = recipe.drawable } }

  /// - Parameters:
  ///   - software: program and version.
  ///   - recipe: JSON from which the same picture can be drawn again.
  package init(software: String, recipe: String) {
    self.software = software.drawable
    self.recipe = recipe.drawable
  }

  /// A recipe is a few hundred bytes; more than this is not ours.
  package static let largestRecipe = 1 << 20
}
