import Foundation
import LossPlot
import Testing

@testable import lossviz

struct DocsCommandTests {
  private let documents: Documents
  private var folder: TemporaryFolder { documents.folder }

  init() throws { documents = try Documents() }

  @Test func whatIsMissingIsDrawnAndShown() throws {
    let before =
      "# Title\n\n\(Documents.block("curve --loss arcface -o img/a b.svg".quoted))\n\nend"
    let readme = try folder.file("README.md", before)
    let first = documents.docs(readme)
    #expect(first.status == .success, "\(first.messages)")
    #expect(first.output == folder.path("img/a b.svg") + "\n" + readme + "\n")
    let text = try documents.text("README.md")
    #expect(text.hasPrefix("# Title\n\n<!-- lossviz: curve"))
    #expect(text.contains("-->\n![Target logit") || text.contains("-->\n!["))
    #expect(text.contains("](img/a%20b.svg)\n<!-- /lossviz -->\n\nend"))
    // Now it is as wanted, whatever is asked.
    let again = documents.docs(readme)
    #expect(again.status == .success && again.output.isEmpty, "\(again.messages)")
    #expect(documents.docs("--check", readme).status == .success)
    #expect(try documents.text("README.md") == text)
  }

  @Test func everyCommandThatDrawsHasItsBlock() throws {
    let rows = (0..<60).map { "c\($0 % 3),\(($0 % 3) * 9 + $0 % 4),\(9 - ($0 % 3) * 4 + $0 % 5)\n" }
    _ = try folder.file("data/f.csv", rows.joined())
    let tiny = Documents.tiny
    let blocks = [
      "\(tiny) --loss arcface --theme both -o img/train.svg",
      "compare \(tiny) --m 0,0.2 --scale 0.5 -o img/grid.png",
      "compare \(tiny) --m 0,0.2 --only trend -o img/trend.svg --snippet html",
      "figure focal-curves --theme both -o img/focal.svg",
      "curve --adaptive -o img/curve.svg", "boundary --plane angle -o img/boundary.png",
      "plot data/f.csv --loss cosface -o img/plot.svg --snippet docc",
    ]
    let readme = try folder.file(
      "docs/guide.md", blocks.map { Documents.block($0) }.joined(separator: "\n\n") + "\n")
    _ = try folder.file("docs/data/f.csv", rows.joined())
    let outcome = documents.docs(readme)
    #expect(outcome.status == .success, "\(outcome.messages)")
    let images = try folder.contents.filter { $0.hasPrefix("docs/img/") }
    #expect(
      images.map { String($0.dropFirst(9)) } == [
        "boundary.png", "curve.svg", "focal-dark.svg", "focal.svg", "grid.png", "plot.svg",
        "train-dark.svg", "train.svg", "trend.svg",
      ])
    let check = documents.docs("--check", folder.url.path)
    #expect(check.status == .success, "\(check.output)\(check.messages)")
    let text = try documents.text("docs/guide.md")
    #expect(text.contains("srcset=\"img/train-dark.svg\"") && text.contains("<img src=\"img/trend"))
    #expect(text.contains("@Image(source: \"plot.svg\""))
    // What it drew is what the command line draws.
    _ = Outcome(
      words: tiny.split(separator: " ").map(String.init)
        + ["--loss", "arcface", "-q", "-o", folder.path("x.svg")])
    #expect(try readFile(folder.path("x.svg")) == readFile(folder.path("docs/img/train.svg")))
  }

  @Test func driftIsADiffOfRecipes() throws {
    let readme = try folder.file("a.md", Documents.block("curve --loss arcface --m 0.5 -o a.svg"))
    _ = documents.docs(readme)
    let drawn = try readFile(folder.path("a.svg"))
    let text = try documents.text("a.md").replacing("0.5", with: "0.4")
    _ = try folder.file("a.md", text)
    let check = documents.docs("--check", readme)
    #expect(check.status == .checkFailed)
    #expect(check.output == "\(readme):1: a.svg\n- m: [0.5]\n+ m: [0.4]\n")
    #expect(try readFile(folder.path("a.svg")) == drawn && documents.text("a.md") == text)
    #expect(documents.docs(readme).status == .success)
    #expect(try readFile(folder.path("a.svg")) != drawn)
    #expect(documents.docs("--check", readme).status == .success)
  }

  @Test func aMissingPictureIsDrift() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    let check = documents.docs("--check", readme)
    #expect(check.status == .checkFailed && check.output == "\(readme):1: a.svg is missing\n")
    #expect(try folder.contents == ["a.md"])
  }

  @Test func onlyTheTextIsRewrittenWhereThePictureIsRight() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    _ = documents.docs(readme)
    let right = try documents.text("a.md")
    _ = try folder.file("a.md", Documents.block("curve -o a.svg", "my own words\n"))
    let check = documents.docs("--check", readme)
    #expect(check.status == .checkFailed && check.output.contains("\n- my own words\n+ !["))
    let outcome = documents.docs(readme)
    #expect(outcome.output == readme + "\n")
    #expect(try documents.text("a.md") == right)
  }

  @Test func aPictureWithoutItsTextIsDrawnAgainOnlyIfStale() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    _ = documents.docs(readme)
    let text = try documents.text("a.md")
    // Same words, other recipe: only the picture changes.
    _ = Outcome("curve", "--scale", "3", "-q", "-o", folder.path("a.svg"))
    let outcome = documents.docs(readme)
    #expect(outcome.output == folder.path("a.svg") + "\n")
    #expect(try documents.text("a.md") == text)
  }

  @Test func oneWrongBlockIsNamedTheOthersAreCheckedAndNothingIsWritten() throws {
    let text = [
      Documents.block("curve -o a.svg"), Documents.block("curve --bogus 1 -o b.svg"),
      Documents.block("curve --loss arcfase -o c.svg"), "<!-- lossviz: curve -o d.svg -->",
    ].joined(separator: "\n\n")
    let readme = try folder.file("a.md", text)
    for words in [[readme], ["--check", readme]] {
      let outcome = Outcome(words: ["docs"] + words)
      #expect(outcome.messages.contains("error: \(readme):4: unknown option '--bogus'"))
      #expect(outcome.messages.contains("error: \(readme):7: "))
      #expect(outcome.messages.contains("error: \(readme):10: the block has no end"))
      #expect(outcome.messages.contains("3 blocks are wrong"))
      #expect(outcome.status != .success && outcome.output.isEmpty)
    }
    #expect(try folder.contents == ["a.md"] && documents.text("a.md") == text)
  }

  @Test(arguments: [
    "curve", "curve -o a.svg -o b.svg", "curve -o a.txt", "curve -o -", "curve -o /tmp/x.svg",
    "curve -o ../x.svg", "curve -o img/../../x.svg", "list losses", "docs a.md", "bogus -o a.svg",
    "curve --json -o a.svg", "--save-run x.json -o a.svg", "--runs x -o a.svg", "curve -o 'a.svg",
    "compare --runs x -o a.svg", "curve --help -o a.svg", "figure -o a.svg", "figure all -o a.svg",
    "figure focal-curves published -o a.svg", "curve --adaptive -o a.png", "--steps 1e9 -o a.svg",
    "curve --snippet latex -o a.svg", "plot nothing.csv -o a.svg", "--data nothing.csv -o a.svg",
    "--print-config -o a.svg", "--from-run x.json -o a.svg", "curve --no-metadata -o a.svg",
  ])
  func aBlockThatCannotBeDrawnIsNamedByItsLine(options: String) throws {
    let readme = try folder.file("d/a.md", "\n" + Documents.block(options))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .misuse || outcome.status == .failure, "\(options)")
    #expect(outcome.messages.contains("error: \(readme):2: "), "\(outcome.messages)")
    #expect(try folder.contents == ["d", "d/a.md"], "\(options)")
  }

  @Test func twoBlocksCannotHaveOnePicture() throws {
    let readme = try folder.file(
      "a.md", Documents.block("curve -o a.svg") + "\n" + Documents.block("boundary -o ./a.svg"))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("\(readme):3: './a.svg' is the picture of \(readme):1, too"))
    let dark = try folder.file(
      "b.md",
      Documents.block("curve --theme both -o b.svg") + "\n" + Documents.block("curve -o b-dark.svg")
    )
    #expect(documents.docs(dark).status == .misuse)
    #expect(try folder.contents == ["a.md", "b.md"])
  }

  @Test func aLinkDoesNotLeadOutOfTheFolder() throws {
    let other = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out"), withDestinationPath: other.url.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("l.svg"), withDestinationPath: other.path("x.svg"))
    for path in ["out/a.svg", "out/new/a.svg", "l.svg"] {
      let readme = try folder.file("a.md", Documents.block("curve -o \(path)"))
      #expect(documents.docs(readme).messages.contains("leaves the folder"), "\(path)")
    }
    #expect(try other.contents.isEmpty)
  }

  @Test func somebodysOwnPictureIsNotOverwritten() throws {
    let own = try folder.file("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .failure && outcome.messages.contains("in the way"))
    #expect(try readFile(own).count == 41)
  }

  @Test func aBlockThatFailsIsLeftAndTheOthersAreDone() throws {
    let readme = try folder.file(
      "a.md",
      Documents.block("\(Documents.tiny) --rate 1000 --clip none -o a.svg") + "\n"
        + Documents.block("curve -o b.svg"))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .unstable)
    #expect(outcome.messages.contains("\(readme):1: cosface"))
    #expect(try folder.contents == ["a.md", "b.svg"])
    #expect(try documents.text("a.md").contains("](b.svg)"))
  }

  @Test func withForceEverythingIsDrawnAnew() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    _ = documents.docs(readme)
    let right = try readFile(folder.path("a.svg"))
    // Not what the recipe says, and nothing tells.
    _ = try folder.file(
      "a.svg",
      String(decoding: right, as: UTF8.self).replacing("</svg>", with: "<path d=\"\"/></svg>"))
    #expect(documents.docs("--check", readme).status == .success)
    #expect(documents.docs("--force", readme).output == folder.path("a.svg") + "\n")
    #expect(try readFile(folder.path("a.svg")) == right)
    #expect(documents.docs("--force", "--check", readme).status == .misuse)
  }

  @Test func whatSomebodyWritesMeanwhileIsKept() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    let console = Console(
      output: TextStream(isTerminal: false) { _ in },
      // The first message comes before the picture is drawn.
      messages: TextStream(isTerminal: false) { _ in
        try writeWhole(Array("other words".utf8), to: readme)
      })
    let status = Lossviz.run(
      ["docs", readme], environment: Environment { _ in nil }, console: console)
    #expect(status == .failure)
    #expect(try documents.text("a.md") == "other words")
  }

  @Test func aClosedOutputDoesNotStopTheWork() throws {
    let readme = try folder.file("a.md", Documents.block("curve -o a.svg"))
    let console = Console(
      output: TextStream(isTerminal: false) { _ in throw FileError.outputClosed },
      messages: TextStream(isTerminal: false) { _ in })
    let status = Lossviz.run(
      ["docs", readme], environment: Environment { _ in nil }, console: console)
    #expect(status == .success)
    #expect(try documents.text("a.md").contains("](a.svg)"))
  }
}

extension String {
  /// With quotes around the path of `-o`, which has a space.
  fileprivate var quoted: String {
    guard let range = firstRange(of: "-o ") else { return self }
    return self[..<range.upperBound] + "'" + self[range.upperBound...] + "'"
  }
}
