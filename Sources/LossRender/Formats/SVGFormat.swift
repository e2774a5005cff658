extension PictureFormat {
  /// With real text; written without Cairo.
  public static let svg = PictureFormat(
    FileForm("svg", .svg, in: [.browser, .docc]),
    writeAdaptive: { (light, dark, metadata) throws(RenderError) in
      try file(light, dark: dark, metadata)
    },
    write: { (scene, _, metadata) throws(RenderError) in
      try file(scene, dark: nil, metadata)
    })

  private static func file(
    _ scene: Scene, dark: Scene?, _ metadata: PictureMetadata?
  ) throws(RenderError) -> Picture {
    Picture(
      bytes: try SVGWriter.svg(scene, dark: dark, metadata: metadata, png: PNGFile.file),
      warnings: [])
  }
}
