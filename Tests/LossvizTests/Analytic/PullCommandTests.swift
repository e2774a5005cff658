import Foundation
import LossPlot
import Testing

@testable import lossviz

struct PullCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: folder.path(name)), encoding: .utf8)
  }

  @Test func lossesStandSideBySideOnOneScaleAndAreRedrawn() throws {
    let path = folder.path("a.svg")
    let outcome = Outcome("pull", "--loss", "adaface,arcface", "--own", "2", "-o", path)
    #expect(outcome.status == .success && outcome.output == path + "\n", "\(outcome.messages)")
    let picture = try text("a.svg")
    for words in ["AdaFace", "ArcFace", "every point taken as class 2", "6 classes evenly"] {
      #expect(picture.contains(words), "\(words)")
    }
    #expect(Outcome("replay", path, "-o", folder.path("b.svg")).status == .success)
    #expect(try text("b.svg") == picture)
  }

  @Test func withoutALossTheUsualTwoAreDrawn() throws {
    #expect(Outcome("pull", "--classes", "4", "-o", folder.path("a.svg")).status == .success)
    let picture = try text("a.svg")
    #expect(picture.contains("CosFace") && picture.contains("ArcFace"))
    #expect(Outcome("replay", folder.path("a.svg"), "-o", folder.path("b.svg")).status == .success)
    #expect(try text("b.svg") == picture)
  }

  @Test(arguments: [
    (["--loss", "triplet"], "no class layer"), (["--own", "9"], "--own 9 of 6 classes"),
    (["--own", "far"], "nearest"), (["--classes", "1"], "from 2"),
    (["--loss", "adacos", "--classes", "2"], "at least 3 classes"),
    (["--m", "0:0.6:0.1"], "at most 6"),
  ])
  func whatCannotBeDrawnIsRefused(words: [String], text: String) {
    let outcome = Outcome(words: ["pull", "-o", folder.path("a.svg")] + words)
    #expect(outcome.status == .misuse && outcome.messages.contains(text), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint:"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.svg")))
  }

  @Test(arguments: ["curve", "boundary", "pull"])
  func optionsOfLossesWithoutAClassLayerAreNotListed(command: String) throws {
    let help = Outcome(command, "--help").output
    #expect(help.contains("--variant") && help.contains("contrastive") == false)
    for name in ["mining", "metric", "normalize", "temperature"] {
      #expect(!help.contains("--\(name)"))
      let outcome = Outcome(command, "--\(name)", "yes", "-o", folder.path("a.svg"))
      #expect(outcome.status == .misuse && outcome.messages.contains("--\(name)"))
    }
  }

  @Test func aTrainingHasAPanelOfIt() throws {
    let outcome = Outcome(
      "--steps", "30", "--samples", "12", "--view", "features,pull", "-q", "-o",
      folder.path("a.svg"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try text("a.svg").contains("by the nearest class"))
    let metric = Outcome("--loss", "triplet", "--view", "pull", "-o", folder.path("b.svg"))
    #expect(metric.status == .misuse && metric.messages.contains("--view pull"))
  }
}
