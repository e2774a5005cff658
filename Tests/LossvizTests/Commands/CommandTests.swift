import Foundation
import LossLab
import TestSupport
import Testing

@testable import lossviz

struct CommandTests {
  @Test func everyCommandInTheSourcesIsInTheList() throws {
    #expect(try entries(of: "Command", in: "lossviz") == Command.all.count)
  }

  @Test func everyLossInTheSourcesIsInTheList() throws {
    #expect(try entries(of: "LossEntry", in: "LossLab") == LossEntry.all.count)
  }

  /// How many values of a type the sources of a target make: `= Command(`.
  private func entries(of type: String, in target: String) throws -> Int {
    let sources = URL(filePath: #filePath).appending(path: "../../../../Sources/\(target)")
      .standardizedFileURL
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var count = 0
    for case let name as String in files where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      count += text.components(separatedBy: "= \(type)(").count - 1
    }
    return count
  }

  /// The table of the losses begins each row with the name of the loss: "| `softmax` | …".
  @Test func theTableOfTheLossesHasEveryOneInItsOrder() throws {
    let page = URL(filePath: #filePath).appending(path: "../../../../docs/losses.md")
      .standardizedFileURL
    let names = LossEntry.all.map(\.name)
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .drop { $0 != "# The losses" }.dropFirst().prefix { !$0.hasPrefix("## ") }
      .compactMap { line in names.first { line.hasPrefix("| `\($0)` |") } }
    #expect(rows == names)
  }

  @Test func anUnknownCommandNamesTheNearest() {
    let outcome = Outcome("explan", "arcface")
    #expect(outcome.status == .misuse)
    #expect(
      outcome.messages == """
        lossviz: error: unknown command 'explan'
          hint: did you mean explain? lossviz explain arcface

        """)
  }

  @Test func aLossInThePlaceOfACommandIsPointedToItsOption() {
    #expect(Outcome("ArcFace").messages.contains("hint: for the loss: lossviz --loss arcface"))
    #expect(Outcome("cosfacee").messages.contains("hint: for the loss: lossviz --loss cosface"))
    #expect(Outcome("--m", "0.1", "arcface").messages.contains("hint: for the loss"))
  }

  @Test func aCommandAfterItsOptionsIsPointedToTheFront() {
    let outcome = Outcome("--seed", "1", "explain")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("the command comes first: lossviz explain cosface"))
  }

  @Test func helpIsAlsoAWord() {
    #expect(Outcome("help").output == Outcome("--help").output)
    #expect(Outcome("help", "explain").output == Outcome("explain", "--help").output)
    #expect(Outcome("help", "explan").status == .misuse)
  }

  @Test func anOptionOfAnotherCommandIsNamedAsSuch() {
    let outcome = Outcome("list", "--steps", "3")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("'list' has no option '--steps'"))
    #expect(outcome.messages.contains("it belongs to train"))
  }

  @Test(arguments: ["losses", "data", "palettes"])
  func aListIsAsItWasAgreed(name: String) throws {
    let outcome = Outcome("list", name)
    #expect(outcome.status == .success)
    try expectGolden(outcome.output, "list-\(name)")
  }

  @Test func anUnknownListNamesTheNearest() {
    let outcome = Outcome("list", "loses")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("did you mean losses?"))
  }

  @Test(arguments: LossEntry.all.map(\.name))
  func theExplanationOfALossIsAsItWasAgreed(name: String) throws {
    let outcome = Outcome("explain", name)
    #expect(outcome.status == .success)
    try expectGolden(outcome.output, "explain-\(name)")
  }

  @Test func anAliasIsExplainedAsItsLoss() {
    #expect(Outcome("explain", "LMCL").output == Outcome("explain", "cosface").output)
  }

  /// 2 asin(m / (2 sin 30°)) at m = 0.35 and 1 − cos 60°, worked by hand.
  @Test func theExplanationOfCosFaceHasItsBoundAndMargin() {
    let row = Outcome("explain", "cosface").output.split(separator: "\n").first {
      $0.contains("60.0°")
    }
    #expect(row?.contains("0.500") == true)
    #expect(row?.contains("41.0°") == true)
    #expect(row?.contains("5.79") == true)
  }
}
