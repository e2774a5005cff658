extension FilmFormat {
  package static let gif = FilmFormat(
    FileForm("gif", .gif, in: [.browser, .docc]), write: GIFWriter.gif)
}
