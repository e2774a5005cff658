import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct HalfBlockTests {
  private func image(_ colors: [UInt32], width: Int) -> PixelImage {
    PixelImage(
      width: width, height: colors.count / width,
      pixels: colors.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] },
      warnings: [])
  }

  private func text(_ image: HalfBlockImage, hasTrueColor: Bool = true) -> String {
    String(decoding: image.bytes(hasTrueColor: hasTrueColor), as: UTF8.self)
  }

  @Test func theUpperHalfIsTheForeground() {
    let half = HalfBlockImage(image([0xFF0000, 0x0000FE], width: 1), width: 1, height: 2)
    #expect(text(half) == "\u{1B}[38;2;255;0;0;48;2;0;0;254m▀\u{1B}[0m\n")
  }

  @Test func twoEqualHalvesAreASpace() {
    let half = HalfBlockImage(
      image([0x102030, 0x102030, 0x102030, 0x102030], width: 2), width: 2, height: 2)
    #expect(text(half) == "\u{1B}[48;2;16;32;48m  \u{1B}[0m\n")
  }

  @Test func aLineWithoutLowerHalfLeavesTheTerminalsOwnGround() {
    let half = HalfBlockImage(
      image([0, 0, 0xFFFFFF], width: 1), width: 1, height: 3)
    #expect(half.height == 4)
    #expect(text(half).hasSuffix("\n\u{1B}[38;2;255;255;255m▀\u{1B}[0m\n"))
  }

  @Test func lightIsAveragedNotBytes() {
    let half = HalfBlockImage(
      image([0xFFFFFF, 0, 0, 0xFFFFFF], width: 2), width: 1, height: 1)
    // Half the light of white is byte 188 of sRGB, not 128.
    #expect(half.pixels[0] == Color(red: 188, green: 188, blue: 188))
  }

  @Test(
    arguments: [
      (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x5F87AF, 67), (0x808080, 244),
      (0x080808, 232), (0xEEEEEE, 255),
    ] as [(UInt32, Int)])
  func withoutTrueColorTheNearestOneStandsIn(hex: UInt32, number: Int) {
    #expect(TerminalPalette.nearest(Color(hex: hex)) == number)
    let half = HalfBlockImage(image([hex, hex], width: 1), width: 1, height: 2)
    #expect(text(half, hasTrueColor: false) == "\u{1B}[48;5;\(number)m \u{1B}[0m\n")
  }

  @Test func thinLinesAndSmallDotsStayVisible() throws {
    let scene = Scene(
      width: 400, height: 400,
      items: [
        .path(
          Path(polyline: [Point(x: 105, y: 0), Point(x: 105, y: 400)]), fill: nil,
          stroke: Stroke(.black, width: 0.5)),
        .path(
          Path(polyline: [Point(x: 55, y: 0), Point(x: 55, y: 400)]), fill: nil,
          stroke: Stroke(.black, width: 1.5)),
        .dots(.init([Point(x: 305, y: 205)], radius: 1, fill: Color(hex: 0xFF0000))),
      ])
    let half = try HalfBlockImage(
      scene, in: TerminalRoom(columns: 40, rows: 20, cellWidth: 8, cellHeight: 16))
    let line = try #require(half.pixels[5 * 40 + 10])
    #expect(line.red < 200)
    let curve = try #require(half.pixels[5 * 40 + 5])
    #expect(curve.red < 100 && line.red > 150)
    let dot = try #require(half.pixels[20 * 40 + 30])
    #expect(dot.red > 240 && dot.green < 180)
    #expect(half.pixels[5 * 40 + 20] == .white)
  }

  @Test func cellsThatAreNotTwiceAsHighAsWideKeepTheShape() throws {
    let square = Scene(width: 100, height: 100)
    let half = try HalfBlockImage(
      square, in: TerminalRoom(columns: 30, rows: 100, cellWidth: 10, cellHeight: 30))
    // 300 pixels wide, so 300 high: 20 halves of 15 pixels.
    #expect(half.width == 30)
    #expect(half.height == 20)
  }
}
