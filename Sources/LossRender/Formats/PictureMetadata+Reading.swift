extension PictureReading {
  /// How these bytes are read, whatever the name of their file says.
  ///
  /// - Throws: `RenderError.badPicture` for what is no picture.
  fileprivate init(ofPicture bytes: [UInt8]) throws(RenderError) {
    let all = PictureFormat.all.map(\.form.reading) + FilmFormat.all.map(\.form.reading)
    guard let found = all.first(where: { $0.matches(bytes) }) else {
      var titles: [String] = []
      for reading in all where !titles.contains(reading.title) { titles.append(reading.title) }
      throw .badPicture("the file is no \(titles.joined(last: " or ")) picture")
    }
    self = found
  }
}

extension PictureMetadata {
  /// Finds them in the bytes of a picture or film.
  ///
  /// - Throws: `RenderError.badPicture` for what is none or damaged, `.noRecipe` for a picture that
  ///   carries none.
  package init(ofPicture bytes: [UInt8]) throws(RenderError) {
    let texts = try PictureReading(ofPicture: bytes).texts(bytes)
    guard let recipe = texts.recipe else { throw .noRecipe }
    self.init(software: texts.software ?? "", recipe: recipe)
  }
}

extension PictureWords {
  /// Finds them in the bytes of a picture or film.
  ///
  /// - Throws: `RenderError.badPicture` for what is none.
  package init(ofPicture bytes: [UInt8]) throws(RenderError) {
    let texts = try PictureReading(ofPicture: bytes).texts(bytes)
    self.init(title: texts.title ?? "", description: texts.description ?? "")
  }
}
