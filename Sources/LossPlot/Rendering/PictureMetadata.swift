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

  /// Finds them in the bytes of a PNG, SVG or PDF file.
  ///
  /// - Throws: `RenderError.badPicture` for what is none of these or damaged, `.noRecipe` for a
  ///   picture that carries none.
  public init(ofPicture bytes: [UInt8]) throws(RenderError) {
    if bytes.starts(with: PNGFile.signature) {
      self = try PNGReader(bytes: bytes).metadata()
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = try PDFReader(bytes: bytes).metadata()
    } else if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") {
      self = try SVGReader(text: text).metadata()
    } else {
      throw .badPicture("the file is no PNG, SVG or PDF picture")
    }
  }

  /// What a picture says for those who cannot see it; empty for nothing.
  ///
  /// - Throws: `RenderError.badPicture` for what is no picture of ours.
  public static func description(ofPicture bytes: [UInt8]) throws(RenderError) -> String {
    if bytes.starts(with: PNGFile.signature) {
      try PNGReader(bytes: bytes).text("Description") ?? ""
    } else if bytes.starts(with: "%PDF-".utf8) {
      try PDFReader(bytes: bytes).text("Subject") ?? ""
    } else if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") {
      SVGReader(text: text).description
    } else {
      throw .badPicture("the file is no PNG, SVG or PDF picture")
    }
  }

  /// A recipe is a few hundred bytes; more than this is not ours.
  static let largestRecipe = 1 << 20
}
