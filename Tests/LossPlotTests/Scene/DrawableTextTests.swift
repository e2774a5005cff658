import Foundation
import LossLab
import LossPlot
import Testing

@testable import LossScene

struct DrawableTextTests {
  /// The compiler takes no literal of some of them.
  static let bad = [
    0xFFFF, 0xFFFE, 0, 1, 0x1B, 0x7F, 0x9B, 0xFDD0, 0x1FFFE, 0x10FFFF, 0x202E, 0x202C, 0x2066,
    0x2069,
  ].compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } }

  @Test(arguments: bad)
  func whatNoPictureCanCarryIsReplaced(sign: String) {
    #expect("a\(sign)b".drawable == "a\u{FFFD}b")
    #expect(RichText(plain: "a\(sign)b").text == "a\u{FFFD}b")
    #expect(RichText(markup: "*a\(sign)b*").text == "a\u{FFFD}b")
    #expect(("\("a\(sign)b")" as RichText).text == "a\u{FFFD}b")
  }

  @Test(arguments: [
    "", "θ 类 😀", "a\tb\nc\r", "\u{202B}אב\u{202C} c", "\u{2067}א\u{202A}b\u{202C}\u{2069}",
    "\u{200F}א", "\u{FFFD}", "\u{2066}a\u{2066}b\u{2069}\u{2069}",
  ])
  func otherTextIsUntouched(text: String) {
    #expect(text.drawable == text)
  }

  @Test func aStretchThatItsSurroundingsCutOffIsLone() {
    #expect("\u{2066}a\u{202E}b\u{2069}c\u{202C}".drawable == "\u{2066}a\u{FFFD}b\u{2069}c\u{FFFD}")
  }

  @Test(arguments: bad)
  func everyFileIsValidAndSaysTheSame(sign: String) throws {
    let text = "a\(sign)b"
    var scene = Scene(
      width: 60, height: 40, description: text,
      items: [
        .group(.init("class \(text)", title: text, items: [])),
        .text(.init(RichText(plain: text), at: Point(5, 20), size: 12, color: .black)),
      ])
    scene.title = text
    let metadata = PictureMetadata(software: "lossviz", recipe: "{\"title\": \(jsonText(text))}")
    let scratch = try Scratch()
    for format in PictureMetadataTests.formats {
      let bytes = try render(scene, as: format, metadata: metadata).bytes
      let words = try PictureWords(ofPicture: bytes)
      #expect(words.title == "a\u{FFFD}b" && words.description == "a\u{FFFD}b")
      let recipe = try PictureMetadata(ofPicture: bytes).recipe
      #expect(try JSONValue(parsing: Array(recipe.utf8), path: "r") == ["title": .text(text)])
      if format == .svg { try expectXML(scratch.write(bytes, to: "a.svg")) }
    }
    let still = scene
    let film = Film(title: text, description: text, fps: 2, ticks: [1, 1]) { _ in still }
    for format in FilmFormat.all {
      let bytes = try render(film, as: format, pixelsPerPoint: 1, metadata: metadata).bytes
      #expect(try PictureWords(ofPicture: bytes).title == "a\u{FFFD}b")
    }
  }

  private func expectXML(_ path: String) throws {
    let parser = XMLCheck(path)
    #expect(try parser.status() == 0)
  }
}

/// xmllint's opinion of a file.
private struct XMLCheck {
  let path: String

  init(_ path: String) { self.path = path }

  func status() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xmllint", "--noout", path]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

struct PictureLimitTests {
  @Test func aPageOfAPDFHasALongestSide() {
    #expect(throws: Never.self) { try PictureFormat.pdf.check(width: 14_400, height: 100) }
    #expect(throws: RenderError.pageTooLarge(width: 100, height: 14_401)) {
      try PictureFormat.pdf.check(width: 100, height: 14_401)
    }
    #expect(throws: RenderError.pageTooLarge(width: 14_500, height: 10)) {
      try render(Scene(width: 14_500, height: 10), as: .pdf)
    }
    #expect(throws: Never.self) { try PictureFormat.svg.check(width: 14_401, height: 100) }
  }

  @Test func pixelsAreCountedAtTheirDensity() {
    #expect(throws: RenderError.tooLarge(width: 40_000, height: 10)) {
      try PictureFormat.png(pixelsPerPoint: 10).check(width: 4000, height: 1)
    }
    #expect(throws: RenderError.tooLarge(width: 20_000, height: 20_000)) {
      try PictureFormat.png(pixelsPerPoint: 10).check(width: 2000, height: 2000)
    }
  }

  @Test(arguments: FilmFormat.all)
  func aFilmCountsAllItsFrames(format: FilmFormat) {
    #expect(throws: Never.self) {
      try format.check(width: 1000, height: 1000, pixelsPerPoint: 1, frames: 4000)
    }
    #expect(throws: RenderError.filmTooLarge(width: 1000, height: 1000, frames: 4001)) {
      try format.check(width: 1000, height: 1000, pixelsPerPoint: 1, frames: 4001)
    }
    #expect(throws: RenderError.tooLarge(width: 65_536, height: 1)) {
      try format.check(width: 65_536, height: 1, pixelsPerPoint: 1, frames: 1)
    }
  }
}
