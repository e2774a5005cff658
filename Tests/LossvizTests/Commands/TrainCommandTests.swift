import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

private let tiny = ["--samples", "20", "--steps", "40", "--network", "mlp:8", "--batch", "32"]

struct TrainCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.url.appending(path: name)))
  }

  @Test func everyOutputIsWrittenAndListed() throws {
    let names = ["a.png", "a-dark.png", "b.svg", "b-dark.svg", "c.pdf", "c-dark.pdf"]
    let data = ["run.json", "f.csv", "w.npy"]
    let outcome = Outcome(
      words: tiny + [
        "-o", folder.path("a.png"), "-o", folder.path("b.svg"), "-o", folder.path("c.pdf"),
        "--theme", "both", "--save-run", folder.path("run.json"),
        "--export-features", folder.path("f.csv"), "--export-weights", folder.path("w.npy"),
      ])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(
      outcome.output.split(separator: "\n").map(String.init)
        == (names + data).map { folder.path($0) })
    #expect(try folder.contents == (names + data).sorted())
  }

  @Test func theReportHasWhatTheContractSays() throws {
    let outcome = Outcome(words: tiny + ["--json", "-q", "-o", folder.path("a.png")])
    #expect(outcome.messages.isEmpty)
    guard
      case .object(let report) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "output"),
      case .object(let recipe) = report["recipe"], case .list(let history) = report["history"]
    else {
      Issue.record("no report in \(outcome.output)")
      return
    }
    #expect(
      Set(report.keys) == [
        "schema", "version", "recipe", "metrics", "bounds", "classes", "boundaries", "history",
        "warnings", "outputs", "timing",
      ])
    #expect(report["outputs"] == .list([.text(folder.path("a.png"))]))
    #expect(recipe["m"] == 0.35 && recipe["steps"] == 40)
    #expect(history.count >= 20)
  }

  @Test func aSavedRunThatWasChangedIsWarnedOf() throws {
    let words = ["--steps", "40", "--samples", "20", "--network", "mlp:8", "--batch", "32", "-q"]
    _ = Outcome(words: words + ["--save-run", folder.path("run.json"), "-o", folder.path("a.svg")])
    let text = String(decoding: try readFile(folder.path("run.json")), as: UTF8.self)
    func draw(_ text: String) throws -> Outcome {
      Outcome("--from-run", try folder.file("r.json", text), "-o", folder.path("b.svg"))
    }
    #expect(try !draw(text).messages.contains("checksum"))
    let changed = try draw(text.replacing("\"trainCount\":", with: "\"trainCount\":1"))
    #expect(changed.status == .success && changed.messages.contains("its checksum does not fit"))
    // By hand, without one, it is taken as it is.
    let byHand = try draw("{" + text.dropFirst(77))
    #expect(
      byHand.status == .success && !byHand.messages.contains("checksum"), "\(byHand.messages)")
  }

  @Test func aSavedRunIsDrawnAsItWasWithoutTraining() throws {
    let first = Outcome(
      words: tiny + ["-o", folder.path("a.svg"), "--save-run", folder.path("run.json")])
    #expect(first.status == .success)
    let second = Outcome("--from-run", folder.path("run.json"), "-o", folder.path("b.svg"))
    #expect(second.status == .success, "\(second.messages)")
    #expect(try bytes("a.svg") == bytes("b.svg"))
    #expect(!second.messages.contains("steps on"))
  }

  @Test func aSavedRunTakesAnotherLookAndKeepsItsRecipe() throws {
    _ = Outcome(words: tiny + ["-o", folder.path("a.png"), "--save-run", folder.path("run.json")])
    _ = Outcome(
      "--from-run", folder.path("run.json"), "-o", folder.path("b.png"), "--theme", "dark",
      "--title", "Night")
    let recipe = try Recipe(
      json: Array(PictureMetadata(ofPicture: bytes("b.png")).recipe.utf8), name: "b.png")
    #expect(recipe["theme"] == .word("dark") && recipe["title"] == .word("Night"))
    #expect(recipe["steps"] == .number(40))
  }

  @Test(arguments: ["a.png", "a.svg", "a.pdf"])
  func theRecipeInAPictureDrawsItAgain(name: String) throws {
    _ = Outcome(words: tiny + ["--seed", "5", "-o", folder.path(name)])
    let recipe = try PictureMetadata(ofPicture: bytes(name)).recipe
    let config = try folder.file("recipe.json", recipe)
    let again = Outcome("--config", config, "-o", folder.path("again-\(name)"))
    #expect(again.status == .success, "\(again.messages)")
    #expect(try bytes(name) == bytes("again-\(name)"))
  }

  @Test func withoutMetadataThereIsNoRecipe() throws {
    _ = Outcome(words: tiny + ["--no-metadata", "-o", folder.path("a.svg")])
    #expect(throws: RenderError.noRecipe) { try PictureMetadata(ofPicture: bytes("a.svg")) }
  }

  @Test func theOnlyFolderOfARecipeIsNone() throws {
    let data = try folder.file("faces/a.csv", (0..<40).map { "\($0 % 2),\($0),\(-$0)\n" }.joined())
    let outcome = Outcome(
      words: tiny + ["--data", data, "-o", folder.path("a.png"), "--print-config"])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.output.contains("\"data\": \"a.csv\""))
    #expect(outcome.output.contains("\"sha256\""))
    #expect(!outcome.output.contains(folder.url.path))
  }

  @Test func theWidthIsThatOfThePicture() throws {
    _ = Outcome(words: tiny + ["--width", "300", "--scale", "1", "-o", folder.path("a.png")])
    // The IHDR chunk: the width, big-endian.
    #expect(try Array(bytes("a.png")[16..<20]) == [0, 0, 1, 44])
  }

  @Test func verboseTellsTheDataAndTheRecipe() throws {
    let messages = Outcome(words: tiny + ["-v", "-o", folder.path("a.png")]).messages
    // 20 samples each: 16 for training, 4 for the test.
    #expect(messages.contains("96 training and 24 test samples of 64 numbers, 6 classes"))
    #expect(messages.contains("recipe: {\"loss\": \"cosface\", \"m\": 0.35"))
  }

  @Test func dataWithoutATestAreWarnedOf() throws {
    let outcome = Outcome(
      "--data", "digits", "--samples", "1", "--steps", "30", "-o", folder.path("a.png"))
    #expect(outcome.messages.contains("warning: no sample is left for the test"))
  }

  @Test func dotsBecomeAnImageOnRequestAndItIsSaid() throws {
    let names = ["a.svg", "a.pdf", "a.png", "b.svg", "b.png"]
    func draw(_ words: String..., names: [String]) -> Outcome {
      Outcome(words: tiny + words + names.flatMap { ["-o", folder.path($0)] })
    }
    let raster = draw("--points", "raster", names: Array(names[0..<3]))
    let said = raster.messages.split(separator: "\n").filter { $0.hasSuffix("dots are an image") }
    #expect(said.count == 2 && said[0].contains("a.svg: its ") && said[1].contains("a.pdf: its "))
    #expect(!draw(names: Array(names[3...])).messages.contains("are an image"))
    let text = try String(decoding: bytes("a.svg"), as: UTF8.self)
    #expect(text.contains("<image") && text.contains("\"points\": \"raster\""))
    let shapes = try String(decoding: bytes("b.svg"), as: UTF8.self)
    #expect(!shapes.contains("<image") && !shapes.contains("\"points\""))
    // A PNG is the same either way, recipe and all.
    #expect(try bytes("a.png") == bytes("b.png"))
  }

  @Test func classesThatMergeAreNamed() throws {
    let outcome = Outcome(
      "--classes", "10", "--m", "1.2", "--samples", "40", "--steps", "300", "-o",
      folder.path("a.png"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.messages.contains("share a direction"))
  }

  /// What is said of a picture is said in its language.
  @Test func aChinesePictureIsSpokenOfInChinese() {
    let outcome = Outcome(
      words: tiny + ["--lang", "zh", "--classes", "10", "--m", "0.35", "-o", folder.path("a.png")])
    #expect(outcome.status == .success, "\(outcome.messages)")
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.contains { $0.contains("超过均匀分布的 10 类的上界") }, "\(lines)")
    for english in ["above the bound", " steps on "] {
      #expect(!outcome.messages.contains(english))
    }
  }

  @Test func divergedTrainingWritesNothing() throws {
    let outcome = Outcome(
      words: tiny + ["--rate", "1000", "--clip", "none", "-o", folder.path("a.png")])
    #expect(outcome.status == .unstable)
    #expect(outcome.messages.contains("cosface"))
    #expect(outcome.messages.contains("hint: try"))
    #expect(try folder.contents.isEmpty)
  }
}
