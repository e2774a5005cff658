import Foundation
import LossPlot
import Testing

@testable import lossviz

struct AdviseCommandTests {
  private func fields(_ outcome: Outcome) throws -> [String: JSONValue] {
    guard
      case .object(let fields) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "output")
    else { return [:] }
    return fields
  }

  @Test func aTableOfBoundsScalesAndPapersIsShown() {
    let outcome = Outcome("advise", "--classes", "10572", "--dim", "512")
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    for words in [
      "10,572 classes in 512 dimensions", "88.59°", "Levenshtein", "AdaCos", "arcface", "cosface",
      "CASIA-WebFace",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
  }

  @Test func oneLossIsAnsweredAsADocument() throws {
    let outcome = Outcome("advise", "--classes", "8", "--dim", "2", "--loss", "CosFace", "--json")
    let answer = try fields(outcome)
    guard case .list(let margins)? = answer["margins"], margins.count == 1,
      case .object(let only) = margins[0], case .number(let bound)? = only["mMax"],
      case .number(let scale)? = answer["sMin"]
    else {
      Issue.record("\(outcome.output) \(outcome.messages)")
      return
    }
    #expect(only["loss"] == "cosface" && only["unit"] == "cosine")
    #expect(abs(bound - 0.2929) < 5e-5 && abs(scale - 9.87) < 5e-3)
    #expect(answer["outputs"] == [] && answer["sMinExact"] == true)
  }

  @Test func aPictureIsDrawnAndRedrawn() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.svg")
    let outcome = Outcome("advise", "--classes", "10572", "--loss", "arcface", "-o", path)
    #expect(outcome.status == .success && outcome.output == path + "\n")
    #expect(outcome.messages.contains("10,572 classes"))
    let again = folder.path("b.svg")
    #expect(Outcome("replay", path, "-o", again).status == .success)
    #expect(
      try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: again)))
  }

  @Test(arguments: [
    ([], "--classes 10572"), (["--classes", "1"], "from 2"),
    (["--classes", "ten"], "whole number"),
    (["--classes", "8", "--dim", "1"], "from 2"),
    (["--classes", "8", "--loss", "arcfase"], "arcface"),
  ])
  func whatCannotBeAdvisedIsRefused(words: [String], text: String) {
    let outcome = Outcome(words: ["advise"] + words)
    #expect(outcome.status == .misuse && outcome.messages.contains(text), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint:"))
  }

  @Test func aLossWithoutAMarginSaysSo() {
    let outcome = Outcome("advise", "--classes", "8", "--loss", "softmax")
    #expect(outcome.status == .success && outcome.output.contains("softmax has no bound of m"))
  }

  @Test func aPictureMarksItsAnswerAndTakesAWidthAndAPalette() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.svg")
    let outcome = Outcome(
      "advise", "--classes", "8", "--dim", "2", "--width", "240", "--palette", "grey", "-o", path)
    #expect(outcome.status == .success, "\(outcome.messages)")
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(text.contains("width=\"240"))
    // 2π/8 and 1 − cos(2π/8), on the upright line.
    #expect(text.contains(">0.79<") && text.contains(">0.29<"))
    #expect(text.contains("CosFace: at most m = 0.293, default 0.205"))
  }
}
