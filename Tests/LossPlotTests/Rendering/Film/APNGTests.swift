import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct APNGTests {
  /// A disc of many shades that moves one point a frame, over a field of three hundred colors.
  private static let film = Film(
    title: "A disc", description: "It moves.", fps: 10, ticks: [1, 1, 1, 5]
  ) { index in
    var items: [Scene.Item] = []
    for column in 0..<50 {
      for row in 0..<6 {
        let field = Rectangle(x: Double(column), y: Double(5 * row), width: 1, height: 5)
        let color = Color(red: UInt8(5 * column), green: UInt8(40 * row), blue: 90)
        items.append(.path(Path(rectangle: field), fill: color, stroke: nil))
      }
    }
    let center = Point(x: 20 + Double(index), y: 15)
    items.append(.path(Path(circle: center, radius: 5), fill: .white, stroke: nil))
    return Scene(width: 50, height: 30, items: items)
  }

  /// The frames as they are shown, red, green and blue in turn.
  private static func frames(of bytes: [UInt8]) throws -> [[UInt8]] {
    var canvas = [UInt8](repeating: 0, count: 50 * 30 * 3)
    var frames: [[UInt8]] = []
    var box: [Int] = []
    var key: [UInt8] = []
    var position = 8
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    while position < bytes.count {
      let length = number(position)
      let type = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
      let data = position + 8
      if type == "tRNS" { key = [1, 3, 5].map { bytes[data + $0] } }
      if type == "fcTL" { box = [4, 8, 12, 16].map { number(data + $0) } }
      if type == "fdAT" {
        let rows = try #require(inflate(Array(bytes[data + 4..<data + length]), atMost: 1 << 20))
        for row in 0..<box[1] {
          for column in 0..<box[0] {
            let from = row * (1 + 3 * box[0]) + 1 + 3 * column
            guard Array(rows[from..<from + 3]) != key else { continue }
            let to = 3 * ((row + box[3]) * 50 + column + box[2])
            canvas[to..<to + 3] = rows[from..<from + 3]
          }
        }
        frames.append(canvas)
      }
      position += length + 12
    }
    return frames
  }

  private static func colors(_ pixels: [UInt8]) -> Int {
    Set(stride(from: 0, to: pixels.count, by: 3).map { Array(pixels[$0..<$0 + 3]) }).count
  }

  @Test func theLastFrameHasEveryPixelOfTheStillPicture() throws {
    let bytes = try render(Self.film, as: .apng, pixelsPerPoint: 1).bytes
    let frames = try Self.frames(of: bytes)
    let still = try renderPixels(Self.film.scene(3), pixelsPerPoint: 1)
    #expect(frames.count == 4)
    #expect(frames.last == still.pixels)
    // And whoever knows no films shows it, too.
    #expect(try Self.isStill(still, in: bytes))
  }

  @Test func theOthersHaveTheColorsOfAPaletteThatIsNear() throws {
    let frames = try Self.frames(of: render(Self.film, as: .apng, pixelsPerPoint: 1).bytes)
    for (index, frame) in frames.dropLast().enumerated() {
      let drawn = try renderPixels(Self.film.scene(index), pixelsPerPoint: 1).pixels
      #expect(Self.colors(drawn) > 250)
      #expect(Self.colors(frame) <= 48)
      let off = zip(drawn, frame).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      #expect(Double(off) / Double(drawn.count) < 10)
    }
  }
}

extension APNGTests {
  /// Whether the image data by itself, without the film, are these pixels.
  fileprivate static func isStill(_ image: PixelImage, in bytes: [UInt8]) throws -> Bool {
    let type = try #require(bytes.firstRange(of: "IDAT".utf8))
    let length = bytes[type.lowerBound - 4..<type.lowerBound].reduce(0) { $0 << 8 | Int($1) }
    let data = Array(bytes[type.upperBound..<type.upperBound + length])
    let rows = try #require(inflate(data, atMost: 1 << 20))
    var pixels: [UInt8] = []
    for row in 0..<image.height {
      for column in 0..<image.width {
        let from = row * (1 + 3 * image.width) + 1 + 3 * column
        pixels += rows[from..<from + 3]
      }
    }
    return pixels == image.pixels
  }
}
