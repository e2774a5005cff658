/// How files of a picture format are known and read.
package struct PictureReading: Sendable {
  /// As people call them.
  package let title: String
  package let matches: @Sendable ([UInt8]) -> Bool
  let texts: @Sendable ([UInt8]) throws(RenderError) -> PictureTexts
}

/// All that a picture says of itself; `nil` for what its file does not have.
struct PictureTexts {
  var title: String?
  var description: String?
  var software: String?
  var recipe: String?
}

/// What a picture says of itself in words; empty texts for nothing.
package struct PictureWords: Sendable, Equatable {
  package let title: String
  /// For those who cannot see it.
  package let description: String
}
