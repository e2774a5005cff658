extension TerminalGraphics {
  /// Characters whose upper half has one color and whose lower half another.
  package static func halfBlocks(hasTrueColor: Bool) -> TerminalGraphics {
    TerminalGraphics("half blocks \(hasTrueColor)") { (scene, room) throws(RenderError) in
      let image = try HalfBlockImage(scene, in: room)
      return Picture(bytes: image.bytes(hasTrueColor: hasTrueColor), warnings: image.warnings)
    }
  }
}

extension HalfBlockImage {
  /// Lines of characters, each with its colors, that end in the terminal's own ones.
  func bytes(hasTrueColor: Bool) -> [UInt8] {
    var text = ""
    for row in stride(from: 0, to: height, by: 2) {
      var pen = Pen(hasTrueColor: hasTrueColor)
      for column in 0..<width {
        let upper = pixels[row * width + column]
        let lower = pixels[(row + 1) * width + column]
        text += pen.character(upper: upper, lower: lower)
      }
      text += "\u{1B}[0m\n"
    }
    return Array(text.utf8)
  }

  /// The colors that the terminal writes in now.
  private struct Pen {
    let hasTrueColor: Bool
    var upper = ""
    var lower = ""

    /// What has to be written for one character.
    mutating func character(upper: Color?, lower: Color?) -> String {
      let (upper, lower) = (code(upper), code(lower))
      var changes: [String] = []
      // A space has no upper half to be colored.
      if upper != lower, upper != self.upper {
        changes.append("38;" + upper)
        self.upper = upper
      }
      if lower != self.lower {
        changes.append(lower.isEmpty ? "49" : "48;" + lower)
        self.lower = lower
      }
      let start = changes.isEmpty ? "" : "\u{1B}[" + changes.joined(separator: ";") + "m"
      return start + (upper == lower ? " " : "▀")
    }

    private func code(_ color: Color?) -> String {
      guard let color else { return "" }
      guard hasTrueColor else { return "5;\(TerminalPalette.nearest(color))" }
      return "2;\(color.red);\(color.green);\(color.blue)"
    }
  }
}

/// The 240 colors that terminals without true color share: a cube of 6 × 6 × 6, and 24 greys.
enum TerminalPalette {
  /// Bytes of the steps of the cube.
  static let steps = [0, 95, 135, 175, 215, 255]

  /// Its number; the first 16 are the user's own and stay out.
  static func nearest(_ color: Color) -> Int {
    let channels = [Int(color.red), Int(color.green), Int(color.blue)]
    let places = channels.map { channel in
      steps.indices.min { abs(steps[$0] - channel) < abs(steps[$1] - channel) } ?? 0
    }
    let mean = channels.reduce(0, +) / 3
    let grey = min(23, max(0, (mean - 3) / 10))
    let cubeError = zip(channels, places).map { abs($0 - steps[$1]) }.reduce(0, +)
    let greyError = channels.map { abs($0 - (8 + 10 * grey)) }.reduce(0, +)
    return greyError < cubeError
      ? 232 + grey : 16 + 36 * places[0] + 6 * places[1] + places[2]
  }
}
