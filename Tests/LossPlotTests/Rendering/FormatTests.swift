import Foundation
import LossPlot
import Testing

@testable import LossRender

/// The registries of formats: whatever stands there can be asked for, is written and known again.
struct FormatTests {
  @Test func everyFormatInTheSourcesIsInTheList() throws {
    let sources = URL(filePath: #filePath).appending(
      path: "../../../../Sources/LossRender/Formats"
    ).standardizedFileURL
    var counts = (pictures: 0, films: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      // A format makes its form once.
      let forms = text.components(separatedBy: "    FileForm(").count - 1
      if text.contains("= FilmFormat(") { counts.films += forms } else { counts.pictures += forms }
    }
    #expect(counts == (PictureFormat.all.count, FilmFormat.all.count))
  }

  @Test func namesAreUnique() {
    let names = PictureFormat.all.map(\.form.name) + FilmFormat.all.map(\.form.name)
    #expect(Set(names).count == names.count)
    for format in PictureFormat.all { #expect(PictureFormat.named(format.form.name) == format) }
  }

  @Test(arguments: PictureFormat.all.indices)
  func everyPictureIsKnownByItsBytes(index: Int) throws {
    let format = PictureFormat.all[index]
    let bytes = try render(.sample, as: format, metadata: .sample).bytes
    #expect(format.form.reading.matches(bytes))
    let others = PictureFormat.all.filter { $0 != format }
    #expect(!others.contains { $0.form.reading.matches(bytes) })
    #expect(try PictureMetadata(ofPicture: bytes) == .sample)
    #expect(try PictureWords(ofPicture: bytes).title == Scene.sample.title)
  }

  @Test func pixelsAloneAreScaled() {
    for format in PictureFormat.all {
      #expect((format.scaled(3) == format) == format.hasShapes)
    }
  }

  @Test func whatIsNoneIsToldWhatThereIs() {
    let error = #expect(throws: RenderError.self) { try PictureMetadata(ofPicture: [1, 2, 3]) }
    for format in PictureFormat.all {
      #expect(error?.description.contains(format.form.reading.title) == true)
    }
  }
}
