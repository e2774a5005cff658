import Foundation
import LossPlot
import Testing

@testable import lossviz

/// The options of the page: what stands on it, how large, in which words.
struct PageOptionTests {
  private static let tiny = [
    "-q", "--samples", "20", "--steps", "20", "--network", "mlp:8", "--batch", "32",
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func svg(_ words: String...) throws -> String {
    try folder.svg(of: Self.tiny + words)
  }

  /// What is drawn, without the recipe and the texts for those who cannot see it.
  private func words(_ svg: String) -> String {
    svg.matches(of: /<text[^>]*>(.*?)<\/text>/).map { String($0.output.1) }.joined(separator: "\n")
  }

  @Test func barePicturesHaveNothingButPanels() throws {
    let words = words(try svg("--bare"))
    for word in ["CosFace", "accuracy", "decision boundary", "space", "seed"] {
      #expect(!words.contains(word), "\(word)")
    }
    #expect(words.contains(">0<") || words.contains("0"))
    #expect(try svg("--bare").contains("<title"))
  }

  /// Headings that name losses are headings.
  @Test(arguments: ["boundary", "pull"]) func barePanelsOfLossesHaveNoNames(command: String) throws
  {
    let (bare, whole) = (folder.path("bare.svg"), folder.path("whole.svg"))
    #expect(Outcome(command, "--bare", "-q", "-o", bare).status == .success)
    #expect(Outcome(command, "-q", "-o", whole).status == .success)
    #expect(words(try String(decoding: readFile(whole), as: UTF8.self)).contains("ArcFace"))
    #expect(!words(try String(decoding: readFile(bare), as: UTF8.self)).contains("ArcFace"))
  }

  @Test(arguments: [
    ("title", "CosFace"), ("facts", "accuracy"), ("key", "decision boundary"),
    ("headings", "Feature space"),
  ])
  func onePartIsLeftOut(part: String, word: String) throws {
    #expect(words(try svg()).contains(word))
    let without = words(try svg("--without", part))
    #expect(!without.contains(word))
    #expect(part == "key" || without.contains("decision boundary"))
  }

  @Test func severalPartsAreLeftOutAndWrongOnesAreMisuse() throws {
    let words = words(try svg("--without", "title,key,notes"))
    #expect(!words.contains("CosFace") && !words.contains("decision boundary"))
    #expect(words.contains("accuracy"))
    let outcome = Outcome(words: Self.tiny + ["--without", "facs", "-o", folder.path("b.svg")])
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("facts"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("b.svg")))
  }

  @Test func anEmptyTitleIsNone() throws {
    let picture = try svg("--title", "")
    #expect(!words(picture).contains("CosFace"))
    #expect(words(picture).contains("seed 1"))
    #expect(picture.contains(">CosFace</title>"))
  }

  @Test func aPictureHasTheSizeAskedFor() throws {
    #expect(try svg("--width", "960", "--height", "540").contains("viewBox=\"0 0 960 540\""))
    #expect(try svg("--width", "240").contains("width=\"240\""))
    for words in [["--height", "50"], ["--font-size", "5"], ["--font-size", "0"]] {
      #expect(Outcome(words: Self.tiny + words).status == .misuse, "\(words)")
    }
  }

  @Test func theFontIsNamedAndStandsInTheRecipe() throws {
    #expect(try svg("--font", "serif").contains("font-family=\"serif\""))
    let picture = try svg("--font", "DejaVu Serif")
    #expect(picture.contains("font-family=\"'DejaVu Serif', DejaVu Sans"))
    #expect(
      picture.contains("\"font\": \"DejaVu Serif\"") || picture.contains("font\":\"DejaVu Serif"))
    for name in ["", "a,b", "a'b", "a\"b", "<x>", "a;b"] {
      let outcome = Outcome(words: Self.tiny + ["--font", name, "-o", folder.path("c.svg")])
      #expect(outcome.status == .misuse, "\(name)")
    }
  }

  @Test func aFontThatIsNotHereIsSaid() throws {
    let words = Self.tiny.filter { $0 != "-q" } + ["--font", "No Such Family"]
    let outcome = Outcome(words: words + ["-o", folder.path("d.svg")])
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("No Such Family"))
    #expect(hasFontFamily("serif") && hasFontFamily("dejavu sans"))
  }

  @Test(arguments: [
    ["--bare"], ["--without", "title,facts"], ["--title", ""], ["--font", "serif"],
    ["--font-size", "10", "--width", "516"], ["--width", "400", "--height", "300"],
    ["--lang", "zh"],
  ])
  func aReplayHasTheSamePage(words: [String]) throws {
    let (first, second) = (folder.path("r.svg"), folder.path("s.svg"))
    #expect(Outcome(words: Self.tiny + words + ["-o", first]).status == .success)
    #expect(Outcome("replay", first, "-q", "-o", second).status == .success)
    #expect(try readFile(first) == readFile(second))
  }

  @Test func everyPictureSpeaksChinese() throws {
    #expect(words(try svg("--lang", "zh")).contains("测试准确率"))
    for command in ["curve", "boundary"] {
      let path = folder.path("\(command).svg")
      let outcome = Outcome(command, "--lang", "zh", "--width", "400", "-q", "-o", path)
      #expect(outcome.status == .success, "\(outcome.messages)")
      let text = words(String(decoding: try readFile(path), as: UTF8.self))
      #expect(text.contains(command == "curve" ? "目标 logit" : "分类器的边界"))
    }
  }

  @Test func typeTooSmallToReadIsSaid() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.png")
    let small = Outcome("curve", "--scale", "0.3", "-o", path)
    #expect(small.status == .success)
    #expect(small.messages.contains("at --scale 0.3 the smallest type of this picture is 2.9"))
    #expect(small.messages.contains("--scale 0.74 keeps it readable, or --width 250 --scale 1.08"))
    for words in [
      ["--scale", "0.74"], ["--width", "250", "--scale", "1.08"], [],
    ] {
      #expect(!Outcome(words: ["curve", "-o", path] + words).messages.contains("pixels high"))
    }
    // Shapes have no pixels.
    let shapes = Outcome("curve", "--scale", "0.3", "-o", folder.path("a.svg"))
    #expect(!shapes.messages.contains("pixels high"))
  }
}
