extension FilmFormat {
  /// DocC does not know its ending.
  package static let apng = FilmFormat(
    FileForm("apng", .png, in: [.browser]), write: APNGWriter.apng)
}
