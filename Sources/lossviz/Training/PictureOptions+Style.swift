import LossLab
import LossPlot

extension PictureOptions {
  /// The picture of a run as these options want it.
  func scene(of run: Run, theme: Theme) -> Scene {
    let scene = runScene(run, style: figureStyle(theme))
    return width.map { scene.scaled(by: $0 / scene.width) } ?? scene
  }

  /// Says before the training what no PNG can be.
  ///
  /// - Throws: `RenderError.tooLarge`.
  func checkPixels() throws(RenderError) {
    let size = figureStyle(.light).size
    let page = Scene(width: size.width, height: size.height)
    _ = try PixelSize(
      of: width.map { page.scaled(by: $0 / page.width) } ?? page, pixelsPerPoint: scale)
  }

  /// How figures look with these options.
  func figureStyle(_ theme: Theme) -> FigureStyle {
    var style = FigureStyle()
    style.theme = theme
    style.palette = palette
    style.views = views
    style.title = title
    style.classNames = classNames
    style.featureLimit = limit
    return style
  }
}

extension FormatChoice {
  /// - Parameter scale: pixels of a PNG per point.
  func pictureFormat(scale: Double) -> PictureFormat {
    switch self {
    case .png: .png(pixelsPerPoint: scale)
    case .svg: .svg
    case .pdf: .pdf
    }
  }
}

extension Recipe {
  /// Without what changes nothing in a file of that format.
  func drawing(_ format: FormatChoice) -> Recipe {
    guard !format.pictureFormat(scale: 1).hasShapes else { return self }
    return Recipe(entries: entries.filter { $0.name != Option.points.name }, files: files)
  }
}

extension Console {
  /// Says it where dots of a file are no shapes.
  func say(imageDots count: Int, at path: String) throws {
    guard count > 0 else { return }
    let name = path == "-" ? "the picture" : path
    try say("\(name): its \(TypedText.grouped(count)) dots are an image")
  }
}
