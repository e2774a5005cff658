import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// A small comparison that writes into a folder.
private struct SmallComparison {
  let folder: StudyFolder
  var words = ["--m", "0,0.4"]

  init() throws { folder = try StudyFolder() }

  func run(
    _ more: String..., into name: String = "out", environment: [String: String] = [:]
  ) -> Outcome {
    Outcome(
      words: [
        "compare", "--network", "mlp:8", "--batch", "16", "--samples", "20", "--steps", "12",
        "--scale", "0.3",
      ] + words + [
        "--runs", folder.path("runs"), "-o", folder.path("\(name)/grid.png"),
      ] + more, environment: environment)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }

  var runs: [String] {
    get throws { try folder.names(in: "runs").filter { !$0.hasPrefix(".") } }
  }
}

struct CompareCommandTests {
  @Test func aComparisonIsAGridATrendAPictureEachAndAPage() throws {
    let comparison = try SmallComparison()
    let outcome = comparison.run("--export-csv", comparison.folder.path("out/table.csv"))
    #expect(outcome.status == .success)
    let names = [
      "grid.png", "grid-trend.png", "grid-cosface_m0.0_s16_seed1.png",
      "grid-cosface_m0.4_s16_seed1.png", "index.md", "table.csv",
    ]
    #expect(try comparison.folder.names(in: "out") == names.sorted())
    let out = comparison.folder.path("out/")
    #expect(outcome.output == names.map { "\(out)/\($0)\n".replacing("//", with: "/") }.joined())
    #expect(try comparison.runs.count == 2)
    let page = String(decoding: try comparison.bytes("out/index.md"), as: UTF8.self)
    for name in names.prefix(4) { #expect(page.contains("](\(name))")) }
  }

  @Test func theOutcomeDoesNotDependOnJobsNorOnWhatWasThereAlready() throws {
    let comparison = try SmallComparison()
    _ = comparison.run("--seeds", "2", "--jobs", "1", into: "one")
    try FileManager.default.removeItem(atPath: comparison.folder.path("runs"))
    _ = comparison.run("--seeds", "1", into: "partly")
    _ = comparison.run("--seeds", "2", "--jobs", "2", into: "two")
    for name in try comparison.folder.names(in: "one") {
      #expect(try comparison.bytes("one/\(name)") == comparison.bytes("two/\(name)"), "\(name)")
    }
  }

  @Test func whatIsTrainedIsNotTrainedAgain() throws {
    let comparison = try SmallComparison()
    _ = comparison.run()
    let again = comparison.run("--theme", "dark")
    #expect(again.status == .success)
    #expect(!again.messages.contains("trained in"))
  }

  @Test func aKeptRunWithAnEditedNumberIsTrainedAgain() throws {
    let comparison = try SmallComparison()
    _ = comparison.run(into: "first")
    let name = try #require(try comparison.runs.first)
    let path = comparison.folder.path("runs/\(name)")
    let kept = String(decoding: try comparison.bytes("runs/\(name)"), as: UTF8.self)
    let edited = kept.replacing("\"trainCount\":", with: "\"trainCount\":1")
    #expect(edited != kept)
    try Data(edited.utf8).write(to: URL(filePath: path))
    let outcome = comparison.run(into: "second")
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("\(name)'") && outcome.messages.contains("trained again"))
    #expect(try comparison.bytes("runs/\(name)") == Data(kept.utf8))
    for picture in try comparison.folder.names(in: "first") {
      #expect(try comparison.bytes("first/\(picture)") == comparison.bytes("second/\(picture)"))
    }
  }

  @Test func aFolderInTheWayOfAKeptRunStopsNothing() throws {
    let comparison = try SmallComparison()
    _ = comparison.run(into: "first")
    let name = try #require(try comparison.runs.first)
    let path = comparison.folder.path("runs/\(name)")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let outcome = comparison.run(into: "second")
    #expect(outcome.status == .success && outcome.messages.contains("in the way of a kept run"))
    #expect(try comparison.bytes("first/grid.png") == comparison.bytes("second/grid.png"))
  }

  @Test(arguments: ["", "{", "{}", "[1]", "\0\u{1}", "{\"kind\": \"lossviz run\", \"schema\": 1}"])
  func aFileThatIsNoRunIsNamedAndDoneAgain(content: String) throws {
    let comparison = try SmallComparison()
    _ = comparison.run(into: "first")
    let name = try #require(try comparison.runs.first)
    let kept = try comparison.bytes("runs/\(name)")
    try Data(content.utf8).write(to: comparison.folder.url.appending(path: "runs/\(name)"))
    let outcome = comparison.run(into: "second")
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("warning: '\(comparison.folder.path("runs/\(name)"))'"))
    #expect(try comparison.bytes("runs/\(name)") == kept)
    #expect(try comparison.bytes("first/grid.png") == comparison.bytes("second/grid.png"))
  }

  @Test func theRunOfAnotherTrainingIsForeign() throws {
    let comparison = try SmallComparison()
    _ = comparison.run()
    let names = try comparison.runs
    let (first, second) = (names[0], names[1])
    try comparison.bytes("runs/\(first)")
      .write(to: comparison.folder.url.appending(path: "runs/\(second)"))
    let outcome = comparison.run()
    #expect(outcome.messages.contains("\(second)'"))
    #expect(try comparison.bytes("runs/\(first)") != comparison.bytes("runs/\(second)"))
  }

  @Test func aStrangerInTheFolderOfRunsIsNamed() throws {
    let comparison = try SmallComparison()
    _ = comparison.run()
    try Data("{}".utf8).write(to: comparison.folder.url.appending(path: "runs/notes.json"))
    #expect(comparison.run().messages.contains("notes.json' is no run"))
    #expect(try comparison.bytes("runs/notes.json") == Data("{}".utf8))
  }

  @Test func sharesDrawNothingAndTogetherLeaveNothingToTrain() throws {
    var comparison = try SmallComparison()
    comparison.words = ["--m", "0:0.4:0.1"]
    for task in 3...4 {
      let outcome = comparison.run(environment: [
        "SLURM_ARRAY_TASK_ID": "\(task)", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_MAX": "4",
      ])
      #expect(outcome.status == .success)
      #expect(outcome.output.isEmpty)
    }
    #expect(try comparison.folder.names() == ["runs"])
    #expect(try comparison.runs.count == 5)
    let drawn = comparison.run()
    #expect(drawn.messages.contains("5 of 5 trainings") == false)
    #expect(!drawn.messages.contains("trained in"))
    #expect(try comparison.folder.names(in: "out").count == 8)
  }

  @Test func aSettingThatFailsEndsTheStudyUnlessItKeepsGoing() throws {
    var comparison = try SmallComparison()
    comparison.words = ["--loss", "softmax,cosface", "--rate", "1000", "--clip", "none"]
    let stopped = comparison.run()
    #expect(stopped.status == .unstable)
    #expect(stopped.messages.contains("error: softmax"))
    #expect(stopped.messages.contains("--keep-going"))
    let outcome = comparison.run("--keep-going")
    #expect(outcome.status == .unstable)
    #expect(outcome.messages.contains("trainings failed: softmax"))
    #expect(try comparison.folder.names(in: "out").contains("grid.png"))
  }

  @Test func aPageOfSomebodyElseIsNotReplaced() throws {
    let comparison = try SmallComparison()
    try FileManager.default.createDirectory(
      atPath: comparison.folder.path("out"), withIntermediateDirectories: true)
    try Data("# Mine\n".utf8).write(to: comparison.folder.url.appending(path: "out/index.md"))
    let outcome = comparison.run()
    #expect(outcome.status == .failure)
    #expect(try comparison.bytes("out/index.md") == Data("# Mine\n".utf8))
    #expect(try comparison.folder.names() == ["out"])
  }

  @Test func theDocumentHasEveryRunAndTheTable() throws {
    let comparison = try SmallComparison()
    let outcome = comparison.run("--seeds", "2", "--json")
    guard
      case .object(let document) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "document"),
      case .list(let runs) = document["runs"], case .list(let table) = document["table"],
      case .object(let row) = table.last, case .object(let intra) = row["intra"],
      case .number(let mean) = intra["mean"], case .number(let deviation) = intra["sd"]
    else {
      Issue.record("\(outcome.output.prefix(200))")
      return
    }
    #expect(document["swept"] == ["m"])
    #expect(runs.count == 4)
    #expect(row["m"] == 0.4)
    var angles: [Double] = []
    for run in runs.suffix(2) {
      guard case .object(let fields) = run, case .object(let metrics) = fields["metrics"],
        case .number(let angle) = metrics["intra"]
      else { continue }
      angles.append(angle)
    }
    // Of two numbers the mean lies half way, and the deviation over n − 1 is their distance / √2.
    #expect(angles.count == 2)
    #expect(abs(mean - (angles[0] + angles[1]) / 2) < 1e-9)
    #expect(abs(deviation - abs(angles[0] - angles[1]) / 2.0.squareRoot()) < 1e-9)
  }

  @Test func whereOneLossHasNoScaleItIsSaid() throws {
    let folder = try StudyFolder()
    let outcome = Outcome(
      "compare", "--loss", "softmax,cosface", "--samples", "20", "--steps", "3", "--shard", "1/9",
      "--runs", folder.path("runs"))
    #expect(outcome.messages.contains("Softmax has no s"))
  }

  @Test func theMedianSeedIsByTestAccuracyThenBySeed() throws {
    let study = try study("--seeds", "4")
    func result(_ seed: UInt64, _ accuracy: Double) throws -> TrainingOutcome {
      let plan = study.settings[0].plans[Int(seed) - 1]
      var run = try LossLab.train(
        plan.entry, settings: plan.settings, options: plan.training.options, data: plan.data)
      run.metrics.testAccuracyCosine = accuracy
      return .success(run)
    }
    let outcome = StudyOutcome(
      study, names: ["a"],
      results: [try result(1, 0.9), try result(2, 0.5), try result(3, 0.9), try result(4, 0.7)])
    // In order 2, 4, 1, 3: of the two in the middle the lower one.
    #expect(outcome.rows[0].median?.options.seed == 4)
  }
}
