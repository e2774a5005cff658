/// A scene as pixels of half a character each.
struct HalfBlockImage {
  let width: Int
  /// Even: two to a line.
  let height: Int
  /// `height × width`, top row first; `nil` below the picture.
  let pixels: [Color?]
  let warnings: [String]

  /// Pixels drawn for one of these, on either side.
  private static let fineness = 8

  init(_ scene: Scene, in room: TerminalRoom) throws(RenderError) {
    // One half of a character is a pixel of this room.
    let scale = min(
      Double(room.columns) / scene.width,
      Double(2 * room.rows) * room.halfCellRatio / scene.height)
    let image = try renderPixels(
      scene.inCoarsePixels(of: 1 / scale), pixelsPerPoint: scale * Double(Self.fineness))
    self.init(
      image, width: max(1, Int((scene.width * scale).rounded())),
      height: max(1, Int((scene.height * scale / room.halfCellRatio).rounded())))
  }

  /// The mean of the light of the pixels under each of those.
  init(_ image: PixelImage, width: Int, height: Int) {
    let light = (0...255).map { LinearColor(Color(red: UInt8($0), green: 0, blue: 0)).red }
    var pixels: [Color?] = []
    for row in 0..<height {
      let rows = Self.part(row, of: height, among: image.height)
      for column in 0..<width {
        let columns = Self.part(column, of: width, among: image.width)
        var sum = LinearColor(red: 0, green: 0, blue: 0)
        for y in rows {
          for x in columns {
            let place = 3 * (y * image.width + x)
            sum.red += light[Int(image.pixels[place])]
            sum.green += light[Int(image.pixels[place + 1])]
            sum.blue += light[Int(image.pixels[place + 2])]
          }
        }
        let count = Double(rows.count * columns.count)
        pixels.append(
          LinearColor(
            red: sum.red / count, green: sum.green / count, blue: sum.blue / count
          ).color)
      }
    }
    if !height.isMultiple(of: 2) { pixels += Array(repeating: nil, count: width) }
    self.width = width
    self.height = (height + 1) / 2 * 2
    self.pixels = pixels
    warnings = image.warnings
  }

  /// The pixels that one of `count` parts covers; at least one.
  private static func part(_ index: Int, of count: Int, among pixels: Int) -> Range<Int> {
    let start = min(pixels - 1, pixels * index / count)
    return start..<max(start + 1, pixels * (index + 1) / count)
  }
}
