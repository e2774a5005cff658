extension SVGWriter {
  /// The pixels as an embedded PNG.
  mutating func write(_ raster: Scene.Raster) throws(RenderError) {
    guard raster.isDrawn else { return }
    let frame = raster.frame
    body += "<image x=\"\(shortText(frame.x))\" y=\"\(shortText(frame.y))\""
    body += " width=\"\(shortText(frame.width))\" height=\"\(shortText(frame.height))\""
    body += " preserveAspectRatio=\"none\""
    if !raster.isSmooth { body += " image-rendering=\"pixelated\"" }
    let data = String(decoding: base64(try png(raster)), as: UTF8.self)
    body += " href=\"data:image/png;base64,\(data)\"/>\n"
  }
}
