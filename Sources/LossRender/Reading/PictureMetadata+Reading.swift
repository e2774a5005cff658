extension PictureMetadata {
  /// Finds them in the bytes of a PNG, APNG, GIF, SVG or PDF file.
  ///
  /// - Throws: `RenderError.badPicture` for what is none of these or damaged, `.noRecipe` for a
  ///   picture that carries none.
  package init(ofPicture bytes: [UInt8]) throws(RenderError) {
    if bytes.starts(with: PNGFile.signature) {
      self = try PNGReader(bytes: bytes).metadata()
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = try PDFReader(bytes: bytes).metadata()
    } else if GIFReader.isGIF(bytes) {
      self = try GIFReader(bytes: bytes).metadata()
    } else if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") {
      self = try SVGReader(text: text).metadata()
    } else {
      throw .badPicture("the file is no PNG, SVG, PDF or GIF picture")
    }
  }
}

/// What a picture says of itself in words; empty texts for nothing.
package struct PictureWords: Sendable, Equatable {
  package let title: String
  /// For those who cannot see it.
  package let description: String

  /// Finds them in the bytes of a PNG, APNG, GIF, SVG or PDF file.
  ///
  /// - Throws: `RenderError.badPicture` for what is none of these.
  package init(ofPicture bytes: [UInt8]) throws(RenderError) {
    if bytes.starts(with: PNGFile.signature) {
      let reader = PNGReader(bytes: bytes)
      title = try reader.text("Title") ?? ""
      description = try reader.text("Description") ?? ""
    } else if bytes.starts(with: "%PDF-".utf8) {
      let reader = PDFReader(bytes: bytes)
      title = try reader.text("Title") ?? ""
      description = try reader.text("Subject") ?? ""
    } else if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") {
      let reader = SVGReader(text: text)
      title = reader.text("title")
      description = reader.text("desc")
    } else if GIFReader.isGIF(bytes) {
      (title, description) = try GIFReader(bytes: bytes).words()
    } else {
      throw .badPicture("the file is no PNG, SVG, PDF or GIF picture")
    }
  }
}
