extension SVGWriter {
  /// The pixels as an embedded PNG.
  mutating func write(_ raster: Scene.Raster) throws(RenderError) {
    guard raster.isDrawn else { return }
    let frame = raster.frame
    body += "<image x=\"\(shortText(frame.x))\" y=\"\(shortText(frame.y))\""
    body += " width=\"\(shortText(frame.width))\" height=\"\(shortText(frame.height))\""
    body += " preserveAspectRatio=\"none\""
    if !raster.isSmooth { body += " image-rendering=\"pixelated\"" }
    body += " href=\"data:image/png;base64,\(base64Text(try PNGFile.file(raster)))\"/>\n"
  }
}

/// Bytes as letters, six bits each: RFC 4648.
func base64Text(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    var quartet: [UInt8] = []
    for _ in 0..<4 {
      quartet.append(letters[bits & 63])
      bits >>= 6
    }
    let used = group.count + 1
    text += quartet.reversed().prefix(used) + Array(repeating: UInt8(ascii: "="), count: 4 - used)
  }
  return String(decoding: text, as: UTF8.self)
}
