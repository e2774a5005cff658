import LossPlot

extension PictureOptions {
  /// The picture of a run as these options want it.
  func scene(of run: Run, theme: Theme) -> Scene {
    runScene(run, style: figureStyle(theme))
  }

  /// As these options want it: its words in the font, without what is left out, and without hues
  /// where the classes have none.
  func dressed(_ theme: Theme) -> Theme {
    var dressed = (font == nil ? theme : theme.set(in: font)).suiting(style.palette)
    dressed.omitted = isBare ? PagePart.allCases : omitted
    return dressed
  }

  /// Says before the training what no file of these formats can be.
  ///
  /// - Parameter own: size of the page without `--width`; `nil` for that of a run.
  func check(
    _ formats: [PictureFormat], own: (width: Double, height: Double)? = nil
  ) throws(RenderError) {
    let page = own ?? figureStyle(.light).size
    for format in formats {
      try format.scaled(scale).check(width: page.width, height: page.height)
    }
  }

  /// The same for a film of so many frames.
  func check(_ format: FilmFormat, frames: Int) throws(RenderError) {
    let page = figureStyle(.light).size
    try format.check(
      width: page.width, height: page.height, pixelsPerPoint: filmScale, frames: frames)
  }

  /// The same where the height comes with the picture.
  func checkWidth(_ formats: [PictureFormat]) throws(RenderError) {
    guard let width = style.fit.width, !formats.allSatisfy(\.hasShapes) else { return }
    let pixels = (width * scale).rounded()
    guard pixels <= Double(PixelSize.longestSide) else { throw .tooWide(Int(pixels)) }
  }

  /// Pixels of a film per point: half of a still picture's.
  var filmScale: Double { scale / 2 }

  /// How figures look with these options.
  func figureStyle(_ theme: Theme) -> FigureStyle {
    var style = style
    style.theme = dressed(theme)
    style.sharesAxes = style.featureLimit != nil
    return style
  }
}
