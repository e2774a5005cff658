import Foundation
import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct TerminalGraphicsTests {
  /// A red left and a blue right half, 30 × 20 points.
  private static let scene = Scene(
    width: 30, height: 20,
    items: [
      .path(
        Path(rectangle: Rectangle(x: 0, y: 0, width: 15, height: 20)), fill: Color(hex: 0xFF0000),
        stroke: nil),
      .path(
        Path(rectangle: Rectangle(x: 15, y: 0, width: 15, height: 20)), fill: Color(hex: 0x0000FF),
        stroke: nil),
    ])

  private static let room = TerminalRoom(columns: 10, rows: 10, cellWidth: 6, cellHeight: 12)

  @Test func sixelsReadBackToThePixels() throws {
    let picture = try render(Self.scene, for: .sixel(colors: 256), in: Self.room)
    let decoded = try #require(SixelDecoder(picture.bytes))
    // 60 pixels for 30 points; 40 rows are no whole number of sixels.
    #expect(decoded.width == 60)
    #expect(decoded.height == 40)
    for row in 0..<40 {
      #expect(decoded.pixels[row * 60 + 3] == [100, 0, 0])
      #expect(decoded.pixels[row * 60 + 56] == [0, 0, 100])
    }
    #expect(!decoded.pixels.contains(nil))
  }

  @Test func sixelsUseNoMoreColorsThanTheTerminalHas() throws {
    var steps: [Scene.Item] = []
    for step in 0..<64 {
      let bar = Path(rectangle: Rectangle(x: Double(step), y: 0, width: 1, height: 8))
      let color = Color(red: UInt8(4 * step), green: UInt8(255 - 4 * step), blue: 128)
      steps.append(.path(bar, fill: color, stroke: nil))
    }
    let scene = Scene(width: 64, height: 8, items: steps)
    let room = TerminalRoom(columns: 64, rows: 8, cellWidth: 1, cellHeight: 1)
    let decoded = try #require(
      SixelDecoder(try render(scene, for: .sixel(colors: 16), in: room).bytes))
    #expect(decoded.registers.count == 16)
    for column in 0..<64 {
      let red = try #require(decoded.pixels[column])[0]
      #expect(abs(red - 4 * column * 100 / 255) < 12)
    }
  }

  @Test func kittyGetsThePNGInPiecesThatItTakes() throws {
    var generator = SplitMix64(seed: 1)
    var scene = Self.scene.scaled(by: 5)
    scene.items.append(
      .dots(
        .init(
          (0..<300).map { _ in
            Point(x: 150 * generator.uniform(), y: 100 * generator.uniform())
          }, radius: 0.7, fill: .white)))
    let room = TerminalRoom(columns: 600, rows: 600, cellWidth: 1, cellHeight: 1)
    let text = String(
      decoding: try render(scene, for: .kitty, in: room).bytes, as: UTF8.self)
    #expect(text.hasSuffix("\u{1B}\\\n"))
    let pieces = text.dropLast().components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count > 1)
    var letters = ""
    for (index, piece) in pieces.enumerated() {
      let parts = piece.split(separator: ";", maxSplits: 1)
      let last = index == pieces.count - 1
      #expect(
        parts[0] == (index == 0 ? "\u{1B}_Ga=T,f=100,q=2," : "\u{1B}_Gq=2,") + "m=\(last ? 0 : 1)")
      #expect(parts[1].utf8.count <= 4096)
      #expect(last || parts[1].utf8.count == 4096)
      letters += parts[1]
    }
    let png = try render(scene, as: .png(pixelsPerPoint: 2)).bytes
    #expect(Data(base64Encoded: letters) == Data(png))
  }

  @Test func iTermGetsThePNGAndItsWidthInCells() throws {
    let text = String(
      decoding: try render(Self.scene, for: .iTerm, in: Self.room).bytes, as: UTF8.self)
    let png = try render(Self.scene, as: .png(pixelsPerPoint: 4)).bytes
    let start =
      "\u{1B}]1337;File=inline=1;size=\(png.count);width=10;preserveAspectRatio=1:"
    #expect(text.hasPrefix(start))
    #expect(text.hasSuffix("\u{07}\n"))
    #expect(Data(base64Encoded: String(text.dropFirst(start.count).dropLast(2))) == Data(png))
  }

  @Test(arguments: [(40.0, 10.0), (10.0, 40.0), (3.0, 3.0)])
  func aPictureFitsIntoItsRoom(width: Double, height: Double) throws {
    let scene = Scene(width: width, height: height)
    let room = TerminalRoom(columns: 12, rows: 7, cellWidth: 4, cellHeight: 9)
    let decoded = try #require(
      SixelDecoder(try render(scene, for: .sixel(colors: 256), in: room).bytes))
    #expect(decoded.width <= 48)
    #expect(decoded.height <= 63)
    let half = try HalfBlockImage(scene, in: room)
    #expect(half.width <= 12)
    #expect(half.height <= 14)
    #expect(half.width == 12 || half.height == 14)
  }

  @Test func base64AgreesWithFoundation() {
    for count in 0...7 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 255 - 37 * $0) }
      #expect(String(decoding: base64(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
    }
  }
}
