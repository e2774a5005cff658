import Foundation
import LossPlot
import Testing

@testable import lossviz

private let tiny = [
  "--samples", "20", "--steps", "30", "--network", "mlp:8", "--batch", "32", "-q",
]

struct ReplayTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Three classes far apart, label first.
  private let rows = (0..<60).map { index in
    let center = [(9, 0), (-5, 8), (-5, -8)][index % 3]
    return "c\(index % 3),\(center.0 + index % 4),\(center.1 + index % 5)\n"
  }.joined()

  /// Draws `name`, replays it as another file, and compares.
  private func expectSameBytes(
    _ words: [String], _ name: String, replay more: [String] = []
  ) throws {
    let drawn = Outcome(words: words + ["-o", folder.path(name)])
    #expect(drawn.status == .success, "\(drawn.messages)")
    try expectReplay(name, more)
  }

  private func expectReplay(_ name: String, _ more: [String] = []) throws {
    let again = folder.path("again/\(name)")
    let outcome = Outcome(words: ["replay", folder.path(name), "-q", "-o", again] + more)
    #expect(outcome.status == .success, "\(name): \(outcome.messages)")
    #expect(outcome.output == again + "\n")
    #expect(try readFile(folder.path(name)) == readFile(again), "\(name)")
  }

  @Test(arguments: ["a.png", "a.svg", "a.pdf"])
  func aTrainingIsDrawnAgain(name: String) throws {
    try expectSameBytes(
      tiny + ["--loss", "arcface", "--seed", "5", "--title", "T \"<&", "--width", "500"], name)
  }

  @Test(arguments: ["softmax", "sphereface", "center", "triplet", "ohem", "combined"])
  func everyKindOfLossIsDrawnAgain(loss: String) throws {
    // Without a class layer there is no curve.
    let views = loss == "triplet" ? "angles" : "curve,angles"
    try expectSameBytes(
      tiny + ["--loss", loss, "--noise", "0.1", "--view", views, "--limit", "3"], "a.svg")
  }

  @Test func aPairIsDrawnAgainOneByOne() throws {
    _ = Outcome(words: tiny + ["--theme", "both", "-o", folder.path("a.svg")])
    try expectReplay("a.svg")
    try expectReplay("a-dark.svg")
  }

  @Test func anAdaptivePictureIsDrawnAgain() throws {
    try expectSameBytes(tiny + ["--adaptive"], "a.svg")
  }

  @Test(arguments: ["grid.png", "grid.svg", "grid.pdf"])
  func everyPictureOfAComparisonIsDrawnAgain(name: String) throws {
    let runs = ["--runs", folder.path("runs")]
    let compare = Outcome(
      words: ["compare"] + tiny + ["--loss", "softmax,cosface,arcface", "--seeds", "2", "-o"]
        + [folder.path(name), "--scale", "0.5"] + runs)
    #expect(compare.status == .success, "\(compare.messages)")
    let pictures = try folder.contents.filter { $0.hasPrefix("grid") }
    #expect(pictures.count == 5)
    for picture in pictures {
      let isSetting = picture.contains("_") || picture.contains("softmax")
      try expectReplay(picture, isSetting ? [] : runs)
    }
  }

  @Test func listsSideBySideAreDrawnAgain() throws {
    let runs = ["--runs", folder.path("runs")]
    try expectSameBytes(
      ["compare", "--zip", "--loss", "softmax,cosface,sphereface", "--m", "0,0.2,2", "--only"]
        + ["trend", "--seed", "4,7"] + tiny + runs, "trend.svg", replay: runs)
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func figuresAreDrawnAgain(format: String) throws {
    try expectSameBytes(["figure", "focal-curves", "--lang", "zh", "-q"], "f.\(format)")
    try expectSameBytes(["figure", "lsoftmax-psi", "--theme", "dark", "-q"], "g.\(format)")
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func analyticPicturesAreDrawnAgain(format: String) throws {
    try expectSameBytes(
      ["curve", "--loss", "arcface", "--variant", "strict,easy", "--slope", "--to", "150", "-q"],
      "c.\(format)")
    try expectSameBytes(
      ["boundary", "--loss", "softmax,lsoftmax", "--m", "2", "--norms", "1.2,0.9", "--angle", "70"]
        + ["-q"], "b.\(format)")
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func featuresAreDrawnAgainFromTheSameFilesOnly(format: String) throws {
    let data = try folder.file("data/f.csv", rows)
    let name = "p.\(format)"
    try expectSameBytes(
      ["plot", data, "--loss", "cosface", "-q"], name, replay: ["--data", data])
    let without = Outcome("replay", folder.path(name))
    #expect(without.status == .failure && without.messages.contains("--data PATH"))
    let other = try folder.file("other/f.csv", rows + "c0,1,1\n")
    let wrong = Outcome("replay", folder.path(name), "--data", other, "-o", folder.path("x.svg"))
    #expect(wrong.status == .failure && wrong.messages.contains("SHA-256"))
    #expect(try !folder.contents.contains("x.svg"))
  }

  @Test func dataOfOnesOwnAreAskedForAndChecked() throws {
    let data = try folder.file("data/f.csv", rows)
    try expectSameBytes(tiny + ["--data", data], "t.svg", replay: ["--data", data])
    let without = Outcome("replay", folder.path("t.svg"))
    #expect(without.status == .failure)
    #expect(without.messages.contains("hint: give it with --data PATH"))
    let other = try folder.file("other/f.csv", rows + "c0,1,1\n")
    #expect(Outcome("replay", folder.path("t.svg"), "--data", other).status == .failure)
    let named = Outcome(
      words: ["replay", folder.path("t.svg"), "--data", "digits", "-q", "-o", folder.path("d.svg")]
        + ["--classes", "0,1"])
    #expect(named.status == .success, "\(named.messages)")
  }

  @Test func anOptionChangesOneThing() throws {
    _ = Outcome(words: tiny + ["--seed", "3", "-o", folder.path("a.svg")])
    _ = Outcome(words: tiny + ["--seed", "3", "--m", "0.2", "-o", folder.path("b.svg")])
    let outcome = Outcome(
      "replay", folder.path("a.svg"), "--m", "0.2", "-q", "-o", folder.path("c.svg"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try readFile(folder.path("b.svg")) == readFile(folder.path("c.svg")))
  }

  @Test func theEnvironmentDoesNotReachIt() throws {
    _ = Outcome(words: tiny + ["-o", folder.path("a.svg")])
    let outcome = Outcome(
      words: ["replay", folder.path("a.svg"), "-q", "-o", folder.path("b.svg")],
      environment: ["LOSSVIZ_SEED": "9", "LOSSVIZ_THEME": "dark"])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try readFile(folder.path("a.svg")) == readFile(folder.path("b.svg")))
  }

  @Test func anOptionOfAnotherCommandIsMisuse() throws {
    _ = Outcome(words: tiny + ["-o", folder.path("a.svg")])
    let outcome = Outcome("replay", folder.path("a.svg"), "--slope")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("it belongs to curve"))
  }
}
