import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Files of somebody's own, from the words of the command to what it says.
struct OwnDataTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Three kinds of wine: three columns in units of their own, the label last.
  private func wine(_ name: String = "wine.csv", rows: Int = 60) throws -> String {
    var generator = SplitMix64(seed: 3)
    var text = "alcohol,hue,proline,variety\n"
    for row in 0..<rows {
      let kind = row % 3
      let noise = generator.normals(3)
      let (first, second) = (Double(kind) * 4 + noise[0], Double(kind * kind) * 3 + noise[1])
      text += "\(first),\(second),\(700 + 300 * noise[2]),v\(kind)\n"
    }
    return try folder.file(name, text)
  }

  private func plan(_ words: String...) throws -> TrainingPlan {
    try TrainingPlan(
      TrainingValues(Command.train.call(words, environment: Environment { _ in nil })))
  }

  @Test func aSmallSetIsTrainedAsSmallSetsAre() throws {
    let plan = try plan("--data", wine())
    #expect(plan.data.train.count == 48)
    #expect(plan.recipe["standardize"] == .word("yes"))
    #expect(plan.recipe["batch"] == .number(16))
    #expect(plan.recipe["rate"] == .number(0.1))
    // Three columns for 48 samples.
    #expect(plan.recipe["input-noise"] == .number(0))
    #expect(plan.recipe["optimizer"] == .word("sgd"))
    #expect(plan.recipe["steps"] == .number(700))
    #expect(plan.recipe["start"] == .word("found"))
  }

  @Test func whatIsGivenWins() throws {
    let plan = try plan(
      "--data", wine(), "--batch", "7", "--rate", "0.5", "--start", "even", "--standardize", "no")
    #expect(plan.recipe["standardize"] == .word("no"))
    #expect(plan.recipe["batch"] == .number(7))
    #expect(plan.recipe["rate"] == .number(0.5))
    // Said, since silence of a small set means what is usual there.
    #expect(plan.recipe["start"] == .word("even"))
  }

  @Test func whatLossvizMakesItselfIsTrainedAsEver() throws {
    let plan = try plan("--samples", "20")
    for name in ["standardize", "start", "input-noise", "test", "size"] {
      #expect(plan.recipe[name] == nil)
    }
    #expect(plan.recipe["batch"] == .number(256))
    #expect(plan.recipe["optimizer"] == .word("sgd"))
    #expect(plan.recipe["rate"] == .number(0.1))
  }

  @Test func aComparisonSaysOnceWhatWasLeftOut() throws {
    let path = try wine()
    let text = String(decoding: try readFile(path), as: UTF8.self)
    _ = try folder.file("holes.csv", text + "1,,2,v0\n")
    let outcome = Outcome(
      words: [
        "compare", "--data", folder.path("holes.csv"), "--m", "0,0.1", "--steps", "9",
        "--network", "mlp:4", "--runs", folder.path("runs"), "-o", folder.path("x.svg"),
      ])
    #expect(outcome.status == .success, "\(outcome.messages)")
    let plan = try plan("--data", folder.path("holes.csv"))
    #expect(!plan.dataNotes.isEmpty)
    for note in plan.dataNotes {
      #expect(outcome.messages.components(separatedBy: note.en).count == 2, "\(note)")
    }
  }

  @Test func whatWasLeftOutIsSaidInTheLanguageOfThePicture() throws {
    let text = String(decoding: try readFile(wine()), as: UTF8.self)
    let path = try folder.file("holes.csv", text + "1,,2,v0\n")
    let outcome = Outcome(
      words: [
        "--data", path, "--steps", "2", "--network", "mlp:4", "--lang", "zh", "-o",
        folder.path("x.svg"),
      ])
    #expect(outcome.messages.contains("行未计入"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("left out"))
  }

  @Test func manyClassesAreTrainedSlowly() {
    var samples = LabelledSamples(
      samples: .floats(Matrix(rows: 320, columns: 2)), labels: (0..<320).map { $0 % 40 })
    var data = Dataset(
      name: "x", title: "x", classNames: (0..<40).map { "\($0)" }, train: samples, test: samples)
    #expect(SmallSet(data) == nil)
    data.isOwn = true
    let small = SmallSet(data)
    #expect(small?.batch(usual: 256) == 80)
    #expect(small?.rate(usual: 0.1, of: .sgd) == 0.025)
    #expect(small?.inputNoise == 0)
    #expect(small?.start == .found)
    #expect(small?.steps(usual: 700, batch: 80) == 700)
    data.train.samples = .floats(Matrix(rows: 320, columns: 80))
    #expect(SmallSet(data)?.inputNoise == 0, "noise of what unit?")
    data.isStandardized = true
    let wide = SmallSet(data)
    #expect(wide?.optimizer == .adam)
    #expect(wide?.rate(usual: 0.1, of: .adam) == 0.003)
    #expect(wide?.rate(usual: 0.1, of: .sgd) == 0.025)
    // 8^(−1/6).
    #expect(wide?.inputNoise == 0.71)
    #expect(wide?.start == .long)
    #expect(wide?.weightDecay(usual: 5e-4) == 0)
    #expect(wide?.steps(usual: 700, batch: 80) == 6000)
    #expect(wide?.steps(usual: 7000, batch: 80) == 7000)
    // The bound on s of 40 classes in the plane; not beside a margin that was given and is too large,
    // or that does not rise.
    let scales: [(LossEntry, given: [String], Double)] = [
      (.cosface, ["m"], 235), (.normface, [], 235), (.combined, [], 235),
      (.combined, ["m2", "m3"], 16), (.curricularFace, [], 16), (.sphereface2, [], 16),
    ]
    for (entry, names, scale) in scales {
      var settings = entry.settings(classes: 40)
      entry.complete(&settings, for: data, dimensions: 2, given: names)
      #expect(settings.number("s") == scale, "\(entry.name)")
    }
    // The largest that fit are 0.06 of them.
    var margins = LossEntry.combined.settings(classes: 40)
    LossEntry.combined.complete(&margins, for: data, dimensions: 2, given: [])
    #expect(margins.number("m1") == 1)
    #expect(margins.number("m2") == 0.013)
    #expect(margins.number("m3") == 0.009)
    // Of 300 classes it is above all that --s takes, and a recipe with it could not be replayed.
    var crowd = data
    crowd.classNames = (0..<300).map { "\($0)" }
    var usual = LossEntry.normface.settings(classes: 300)
    LossEntry.normface.complete(&usual, for: crowd, dimensions: 2, given: [])
    #expect(usual.number("s") == 16)
    var given = LossEntry.cosface.settings(classes: 40)
    LossEntry.cosface.complete(&given, for: data, dimensions: 2, given: ["s"])
    #expect(given.number("s") == 16)
    samples = LabelledSamples(
      samples: .bytes(Matrix(rows: 10_000, columns: 1, repeating: 0)),
      labels: Array(repeating: 0, count: 10_000))
    data.train = samples
    #expect(SmallSet(data) == nil)
  }

  @Test func aRecipeThatIsSilentDrawsWhatItDrew() throws {
    let table = try wine("wine.csv")
    let picture = folder.path("small.svg")
    let words = ["--data", table, "--steps", "20", "-o", picture]
    #expect(Outcome(words: words + ["--start", "even", "--input-noise", "0"]).status == .success)
    let drawn = String(decoding: try readFile(picture), as: UTF8.self)
    var older = drawn
    for said in ["\"input-noise\": 0, ", "\"start\": \"even\", "] {
      #expect(older.contains(said))
      older = older.replacing(said, with: "")
    }
    let again = folder.path("again.svg")
    let outcome = Outcome(
      words: ["replay", try folder.file("older.svg", older), "--data", table, "-o", again])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(String(decoding: try readFile(again), as: UTF8.self) == drawn)
  }

  @Test func aTestSetOfItsOwnIsTheTest() throws {
    let plan = try plan("--data", wine(), "--test", wine("test.csv", rows: 9))
    #expect(plan.data.train.count == 60 && plan.data.test.count == 9)
    #expect(plan.recipe["test"] == .word("test.csv"))
    #expect(plan.facts.files.map(\.name) == ["wine.csv", "test.csv"])
  }

  @Test func theReportSaysWhatLogisticRegressionReaches() throws {
    let picture = folder.path("a.svg")
    let outcome = Outcome("--data", try wine(), "--steps", "60", "--json", "-o", picture)
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("logistic regression on the inputs: test accuracy"))
    #expect(outcome.output.contains("\"linearAccuracy\""))
    #expect(outcome.output.contains("\"standardize\""))
  }

  @Test func aComparisonSaysItOnce() throws {
    func compare(_ words: String...) throws -> Outcome {
      Outcome(
        words: [
          "compare", "--data", try wine(), "--steps", "60", "--json", "--runs", folder.path("runs"),
          "-o",
          folder.path("c.svg"),
        ]
          + words)
    }
    let outcome = try compare("--m", "0.1,0.2")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let sentence = "logistic regression on the inputs: test accuracy"
    #expect(outcome.messages.components(separatedBy: sentence).count == 2)
    #expect(outcome.output.components(separatedBy: "\"linearAccuracy\"").count == 3)
    // Of two sets of data there are two.
    #expect(!(try compare("--samples", "30,60").messages.contains(sentence)))
  }

  @Test(arguments: [
    (["--test", "x.csv"], "--test does not apply to --data identities"),
    (["--test-labels", "x.csv"], "--test-labels does not apply to --data identities"),
    (["--size", "8"], "--size does not apply to --data identities"),
    (["--size", "0"], "a number from 4 to 1024"),
    (["--standardize", "maybe"], "auto, yes or no"),
    (["--start", "odd"], "even, found, long or random"),
    (["--network", "lenet5"], "lenet5 wants images"),
  ])
  func whatDoesNotApplyIsMisuse(words: [String], expected: String) {
    let outcome = Outcome(words: words)
    #expect(outcome.status == .misuse, "\(outcome.messages)")
    #expect(outcome.messages.contains(expected), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint: "))
  }

  @Test func aTestWithOtherColumnsIsRefused() throws {
    let other = try folder.file("other.csv", "alcohol,variety\n1,v0\n2,v1\n1,v0\n2,v2\n")
    let outcome = Outcome("--data", try wine(), "--test", other)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("1 columns of numbers, but training has 3"))
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    let outcome = Outcome("--data", try wine(), "--labels", "colour")
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("no column 'colour'"))
    #expect(outcome.messages.contains("alcohol, hue, proline, variety"))
  }
}
