extension TerminalGraphics {
  /// The inline images of iTerm2: a PNG.
  package static let iTerm = TerminalGraphics("iTerm") { (scene, room) throws(RenderError) in
    let scale = room.scale(of: scene)
    // Its cells may be counted in points of two pixels each.
    let picture = try render(scene, as: .png(pixelsPerPoint: 2 * scale))
    let columns = max(1, Int((scene.width * scale / room.cellWidth).rounded()))
    return Picture(
      bytes: ITermImage.bytes(png: picture.bytes, columns: columns), warnings: picture.warnings)
  }
}

/// A PNG as iTerm2 has it: "Images", iterm2.com/documentation-images.html.
enum ITermImage {
  /// - Parameter columns: how many cells wide it is shown.
  static func bytes(png: [UInt8], columns: Int) -> [UInt8] {
    let arguments = "inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1"
    return Array("\u{1B}]1337;File=\(arguments):".utf8) + base64(png) + [0x07, UInt8(ascii: "\n")]
  }
}
