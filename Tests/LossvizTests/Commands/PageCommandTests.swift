import LossLab
import LossPlot
import Testing

@testable import lossviz

struct PageCommandTests {
  /// A training that takes no time.
  private static let tiny = [
    "--steps", "20", "--samples", "20", "--network", "mlp:8", "--batch", "32",
  ]

  private func page(_ given: [String], isTiny: Bool = true) throws -> String {
    let words = (isTiny ? Self.tiny : []) + given
    let call = try Command.page.call(words, environment: Environment { _ in nil })
    try Command.page.check(call: call)
    return String(decoding: try PageFile(PageValues(call)).bytes(), as: UTF8.self)
  }

  @Test func thePageAsksForNothingFromOutside() throws {
    let text = try page(["-o", "page.html"])
    #expect(text.contains("Content-Security-Policy\" content=\"default-src 'none'"))
    #expect(!text.contains("src=\"http"))
    #expect(!text.contains("href=\"http"))
    #expect(!text.contains("<<"))
  }

  @Test func thePageFitsIntoOnePointTwoMegabytes() throws {
    #expect(try page([], isTiny: false).utf8.count < 1_200_000)
  }

  @Test func thePageBeginsWithWhatWasGivenAndLeavesTheRestToItself() throws {
    let text = try page(["--loss", "arcface", "--m", "0.8", "--theme", "dark", "--title", "a <b>"])
    #expect(text.contains("\"start\": {\"loss\": \"arcface\", \"m\": 0.8, \"samples\": 20"))
    #expect(text.contains("\"theme\": \"dark\""))
    #expect(text.contains("\"title\": \"a \\u003cb>\""))
    #expect(text.contains("<title>a &lt;b&gt;</title>"))
  }

  @Test func aBrowserThatCannotTrainHasThePictureOfTheCommand() throws {
    let text = try page(["--loss", "arcface"])
    #expect(text.contains("\"still\": {\"alt\": \"ArcFace"))
    let packed = try #require(text.firstMatch(of: /id="still-svg">([^<]+)</)?.output.1)
    let folder = try TemporaryFolder()
    let outcome = Outcome(
      words: Self.tiny + ["--loss", "arcface", "-q", "--adaptive", "--no-metadata"]
        + ["-o", folder.path("native.svg")])
    #expect(outcome.status == .success, "\(outcome.messages)")
    let picture = try readFile(folder.path("native.svg"))
    #expect(try Array(packed.utf8) == base64(gzipped(picture)))
  }

  @Test func strictlyAMarginOutOfReachIsRefused() throws {
    #expect(try page(["--m", "0.9"]).contains("\"m\": 0.9"))
    #expect(throws: UsageError.self) { try page(["--m", "0.9", "--strict"]) }
  }

  @Test func aTrainingWithoutAnEndHasNoStillPicture() throws {
    #expect(try page(["--rate", "1000", "--clip", "none"]).contains("\"still\": null"))
  }

  @Test(arguments: [
    ["--data", "mnist"], ["--network", "lenet"], ["--theme", "both"], ["--classes", "21"],
    ["-o", "page.png"], ["-o", "a.html", "-o", "b.html"],
  ])
  func whatAPageCannotDoIsRefusedWithAHint(words: [String]) throws {
    let error = #expect(throws: UsageError.self) { _ = try page(words, isTiny: false) }
    #expect(error?.hint.isEmpty == false)
  }

  /// What the scripts do not know by name is lost from an address, and from the other side.
  @Test func theScriptsKnowEveryOptionOfATraining() throws {
    let folder = OwnDocumentsTests.root.appending(path: "web/page")
    for script in ["page.js", "state.js"] {
      let text = try String(contentsOf: folder.appending(path: script), encoding: .utf8)
      for option in Option.trainingOptions.without("threads", "start", "epochs") {
        #expect(text.contains("\"\(option.name)\""), "\(option.name) in \(script)")
      }
    }
  }
}
