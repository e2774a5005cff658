import Foundation
import LossLab
import Testing

@testable import lossviz

private func margins(_ words: String...) throws -> [Double] {
  let options = try Command.curve.arguments(words, environment: Environment { _ in nil }).values()
  return try LossSeries(options.swept).members.map(\.settings.margin)
}

struct LossSeriesTests {
  @Test(arguments: ["curve", "boundary"])
  func rangesAreThoseOfAComparison(command: String) throws {
    #expect(
      try margins("--loss", "cosface", "--m", "0:0.5:0.1") == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(try margins("--loss", "sphereface", "--m", "1:4:1") == [1, 2, 3, 4])
    #expect(
      try margins("--loss", "arcface", "--m", "10deg:30deg:10deg")
        == [10, 20, 30].map {
          $0 * .pi / 180
        })
    #expect(try margins("--loss", "cosface", "--m", "0,0.1:0.2:0.05,1") == [0, 0.1, 0.15, 0.2, 1])
    #expect(Outcome(command, "--loss", "cosface", "--m", "0:0.5:0.1", "--help").status == .success)
  }

  @Test func aMarginWithoutALossIsOneOfTheUsualLoss() throws {
    #expect(try margins("--m", "0.3") == [0.3])
    #expect(try margins("--m", "0:0.2:0.1") == [0, 0.1, 0.2])
    #expect(LossSeries.usual(for: []) == LossSeries.standard)
    let variant = try SweepAxis(
      "variant", GivenText(text: "strict", source: .commandLine("--variant")))
    #expect(LossSeries.usual(for: [variant]) == ["arcface"])
  }

  @Test func whichLossItIsIsSaid() throws {
    let folder = try TemporaryFolder()
    let outcome = Outcome("curve", "--m", "0.3", "-o", folder.path("a.svg"))
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("no --loss is given: drawn for cosface"))
  }

  @Test func aRangeOfTooManyCurvesIsRefusedBeforeItIsMade() {
    let outcome = Outcome("curve", "--m", "0:1:0.000001")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("1,000,001 values, too many for one picture"))
  }

  @Test func whatIsNoListIsSaidInTheWordsOfAComparison() {
    for command in ["curve", "boundary", "compare"] {
      let outcome = Outcome(command, "--m", "0:0.5")
      #expect(outcome.messages.contains("ranges as FIRST:LAST:STEP, and '0:0.5' is none"))
    }
  }

  @Test func aRangeComesBackFromItsRecipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.svg")
    #expect(Outcome("curve", "--m", "0:0.2:0.1", "-o", path, "-q").status == .success)
    let again = folder.path("b.svg")
    #expect(Outcome("replay", path, "-o", again, "-q").status == .success)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == String(contentsOfFile: again, encoding: .utf8))
  }

  @Test func whatThePictureDoesNotShowIsWarnedOf() throws {
    let folder = try TemporaryFolder()
    let outcome = Outcome(
      "curve", "--loss", "arcface", "--s", "64", "-o", folder.path("a.svg"))
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("--s changes the training, not this picture"))
  }
}
