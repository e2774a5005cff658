/// A PNG as iTerm2 has it: "Images", iterm2.com/documentation-images.html.
enum ITermImage {
  /// - Parameter columns: how many cells wide it is shown.
  static func bytes(png: [UInt8], columns: Int) -> [UInt8] {
    let arguments = "inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1"
    return Array("\u{1B}]1337;File=\(arguments):".utf8) + base64(png) + [0x07, UInt8(ascii: "\n")]
  }
}
