import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

struct PageCommandTests {
  private func page(_ words: [String]) throws -> String {
    let call = try Call(
      Command.page.arguments(words, environment: Environment { _ in nil }))
    try Command.page.check(call: call)
    return String(decoding: try PageFile(call).bytes(), as: UTF8.self)
  }

  @Test func thePageAsksForNothingFromOutside() throws {
    let text = try page(["-o", "page.html"])
    #expect(text.contains("Content-Security-Policy\" content=\"default-src 'none'"))
    #expect(!text.contains("src=\"http"))
    #expect(!text.contains("href=\"http"))
    #expect(!text.contains("<<"))
  }

  @Test func thePageFitsIntoOnePointTwoMegabytes() throws {
    #expect(try page([]).utf8.count < 1_200_000)
  }

  @Test func thePageBeginsWithWhatWasGivenAndLeavesTheRestToItself() throws {
    let text = try page(["--loss", "arcface", "--m", "0.8", "--theme", "dark", "--title", "a <b>"])
    #expect(text.contains("\"start\": {\"loss\": \"arcface\", \"m\": 0.8}"))
    #expect(text.contains("\"theme\": \"dark\""))
    #expect(text.contains("\"title\": \"a \\u003cb>\""))
    #expect(text.contains("<title>a &lt;b&gt;</title>"))
  }

  @Test(arguments: [
    ["--data", "mnist"], ["--network", "lenet"], ["--theme", "both"], ["--classes", "21"],
    ["-o", "page.png"], ["-o", "a.html", "-o", "b.html"],
  ])
  func whatAPageCannotDoIsRefusedWithAHint(words: [String]) throws {
    let error = #expect(throws: UsageError.self) { _ = try page(words) }
    #expect(error?.hint.isEmpty == false)
  }
}
