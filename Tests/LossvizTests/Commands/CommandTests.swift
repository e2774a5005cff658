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

  /// A row a loss, by the year of its paper as in the list, with what `explain` says of its options.
  @Test func theTableOfTheLossesHasEveryOne() throws {
    let table = Outcome("list", "losses", "--markdown")
    #expect(table.status == .success)
    let rows = table.output.split(separator: "\n").dropFirst(2)
    let listed = Outcome("list", "losses").output.split(separator: "\n")
    #expect(rows.count == LossEntry.all.count)
    for (row, line) in zip(rows, listed) {
      let name = try #require(line.split(separator: " ").first)
      #expect(row.contains("<br>`\(name)`"), "\(row)")
      // Every cell is there, and no sign of a formula ends one.
      #expect(row.replacing("\\|", with: "").count(where: { $0 == "|" }) == 6, "\(row)")
    }
    let cosface = try #require(rows.first { $0.contains("`cosface`") })
    #expect(cosface.contains("| 2018 | s (cos θ_y − m)<br>"))
    #expect(cosface.contains("`--m` cosine margin; 0 ≤ m ≤ 2 [auto: min(0.35, 0.7 · bound)]"))
    // What changes nothing unless it is given stands once, below the table.
    #expect(!cosface.contains("--gamma") && !cosface.contains("--gradient"))
    #expect(rows.first { $0.contains("`focal`") }?.contains("`--gamma` (γ)") == true)
  }

  @Test(arguments: ["figures", "data", "palettes"])
  func everyListIsATableToo(name: String) {
    let rows = Outcome("list", name, "--markdown").output.split(separator: "\n")
    #expect(rows.count == Outcome("list", name).output.split(separator: "\n").count + 2)
    #expect(rows[1].allSatisfy { "| -".contains($0) })
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
