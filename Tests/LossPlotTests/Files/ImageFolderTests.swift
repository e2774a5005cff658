import Glibc
import LossLab
import LossPlot
import Testing

@testable import LossFiles

struct ImageFolderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func pgm(_ rows: Int, _ columns: Int, _ value: UInt8) -> [UInt8] {
    Array("P5\n# made by a test\n\(columns) \(rows)\n255\n".utf8)
      + [UInt8](repeating: value, count: rows * columns)
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    var folder = scratch.path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    try scratch.write(bytes, to: name)
  }

  private func load(_ change: (inout DataRequest) -> Void = { _ in }) throws -> (
    dataset: Dataset, facts: DataFacts
  ) {
    var request = DataRequest()
    request.data = scratch.path
    change(&request)
    return try request.load()
  }

  private func message(_ change: (inout DataRequest) -> Void = { _ in }) -> String {
    do {
      _ = try load(change)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aFolderIsAClass() throws {
    for (name, value) in [("anna", UInt8(10)), ("bob", 200)] {
      for index in 0..<5 { try write(pgm(6, 4, value), to: "\(name)/\(index).pgm") }
    }
    let (data, facts) = try load()
    #expect(data.classNames == ["anna", "bob"])
    #expect(data.imageSize == .init(rows: 6, columns: 4))
    #expect(data.train.counts(classes: 2) == [4, 4] && data.test.count == 2)
    #expect(facts.files[0].shape == [10, 6, 4])
    #expect(data.isStandardized)
    let before = facts.files[0].sha256
    try write(pgm(6, 4, 11), to: "anna/0.pgm")
    #expect(try load().facts.files[0].sha256 != before)
  }

  @Test func trainingAndTestHaveFoldersOfTheirOwn() throws {
    for (name, value) in [("anna", UInt8(10)), ("bob", 200)] {
      for index in 0..<3 { try write(pgm(4, 4, value), to: "train/\(name)/\(index).pgm") }
      try write(pgm(4, 4, value), to: "val/\(name)/x.pgm")
    }
    let data = try load().dataset
    #expect(data.train.count == 6 && data.test.labels == [0, 1])
  }

  @Test func picturesOfSeveralSizesAreScaled() throws {
    try write(pgm(8, 8, 10), to: "a/1.pgm")
    try write(pgm(8, 8, 10), to: "a/2.pgm")
    try write(pgm(6, 4, 20), to: "b/1.pgm")
    try write(pgm(6, 4, 20), to: "b/2.pgm")
    #expect(message().contains("a picture of 6 × 4, but"))
    let data = try load {
      $0.size = .init(rows: 5, columns: 7)
      $0.options.standardize = .no
    }.dataset
    guard case .bytes(let pixels) = data.train.samples else { return }
    #expect(data.imageSize == .init(rows: 5, columns: 7))
    #expect(Set(pixels.elements) == [10, 20])
  }

  @Test func scalingTakesTheMeanOfWhatAPixelCovers() {
    let picture = GrayPicture(rows: 2, columns: 4, pixels: [0, 100, 200, 100, 20, 80, 0, 0])
    #expect(picture.scaled(to: .init(rows: 1, columns: 2)).pixels == [50, 75])
    #expect(
      picture.scaled(to: .init(rows: 2, columns: 8)).pixels.prefix(8)
        == [0, 0, 100, 100, 200, 200, 100, 100])
    let third = GrayPicture(rows: 1, columns: 3, pixels: [0, 90, 240])
    #expect(third.scaled(to: .init(rows: 1, columns: 2)).pixels == [30, 190])
  }

  @Test func thePlainFormatOfNetpbmIsReadInEachForm() throws {
    let text = try GrayPicture(Array("P2 2 2 15\n0 15\n5 10\n".utf8), path: "x")
    #expect(text.pixels == [0, 255, 85, 170])
    let wide = try GrayPicture(Array("P5 1 2 65535\n".utf8) + [255, 255, 0, 128], path: "x")
    #expect(wide.pixels == [255, 0])
    // Red, green and blue, by what each counts to the eye.
    let colors = try GrayPicture(
      Array("P6 3 1 255\n".utf8) + [255, 0, 0, 0, 255, 0, 0, 0, 255], path: "x")
    #expect(colors.pixels == [76, 150, 29] && colors.wasColored && !wide.wasColored)
    let texts = try GrayPicture(Array("P3 1 1 15\n15 15 15\n".utf8), path: "x")
    #expect(texts.pixels == [255])
    for damaged in [
      "P5 9 9 255\nabc", "P5 0 3 255\n", "P2 2 2 15\n0 99 1 1", "P5 99999999 99999999 255\n",
      "P6 2 1 255\nabcde", "P3 1 1 15\n1 2", "P3 1 1 15\n1 2 16",
    ] {
      #expect(throws: FileError.self) { try GrayPicture(Array(damaged.utf8), path: "x") }
    }
  }

  /// One pixel of each, as the usual programs write them.
  @Test func picturesAreReadByTheLibraries() throws {
    let png = try GrayPicture(readFile(Self.file("dot.png")), path: "dot.png")
    #expect(png.rows == 2 && png.columns == 3 && png.wasColored)
    #expect(png.pixels == [0, 255, 127, 127, 255, 0])
    let jpeg = try GrayPicture(readFile(Self.file("dot.jpg")), path: "dot.jpg")
    #expect(jpeg.rows == 8 && jpeg.columns == 8 && !jpeg.wasColored)
    #expect(jpeg.pixels.allSatisfy { $0 == 128 })
    for name in ["dot.png", "dot.jpg"] {
      let bytes = try readFile(Self.file(name))
      #expect(throws: FileError.self) {
        try GrayPicture(Array(bytes.prefix(bytes.count * 2 / 3)), path: name)
      }
    }
  }

  private static func file(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(folder)/Vectors/\(name)"
  }

  @Test func sizeIsForPictures() {
    #expect {
      var request = DataRequest()
      request.data = "digits"
      request.size = .init(rows: 8, columns: 8)
      _ = try request.load()
    } throws: { error in
      (error as? DataMisuse)?.description.contains("--size does not apply to --data digits") == true
    }
  }
}
