extension TerminalGraphics {
  /// The graphics protocol of kitty: a PNG.
  package static let kitty = TerminalGraphics("kitty") { (scene, room) throws(RenderError) in
    let picture = try render(scene, as: .png(pixelsPerPoint: room.scale(of: scene)))
    return Picture(bytes: KittyImage.bytes(png: picture.bytes), warnings: picture.warnings)
  }
}

/// A PNG as kitty's graphics protocol has it: "Terminal graphics protocol", sw.kovidgoyal.net/kitty.
enum KittyImage {
  /// Letters of Base64 in one piece, at most.
  static let longestPiece = 4096

  static func bytes(png: [UInt8]) -> [UInt8] {
    let letters = base64(png)
    var bytes: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + longestPiece, letters.count)
      // Show it, a PNG, and answer nothing; then whether more pieces come.
      let keys = (start == 0 ? "a=T,f=100,q=2," : "q=2,") + "m=\(end < letters.count ? 1 : 0)"
      bytes += Array("\u{1B}_G\(keys);".utf8) + letters[start..<end] + Array("\u{1B}\\".utf8)
      start = end
    } while start < letters.count
    return bytes + [UInt8(ascii: "\n")]
  }
}
