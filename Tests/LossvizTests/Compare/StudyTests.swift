import LossLab
import LossPlot
import Testing

@testable import lossviz

struct StudyTests {
  @Test func listsMakeTheCrossProductWithTheLastOneFastest() throws {
    let study = try study("--m", "0,0.1", "--s", "8,16,64")
    #expect(study.swept == ["m", "s"])
    #expect(study.settings.map { $0.recipe["m"] } == [0, 0, 0, 0.1, 0.1, 0.1].map { .number($0) })
    #expect(study.settings.map { $0.recipe["s"] } == [8, 16, 64, 8, 16, 64].map { .number($0) })
  }

  @Test func zipPairsThem() throws {
    let study = try study("--m", "0,0.1", "--s", "8,64", "--zip")
    #expect(study.settings.map { $0.recipe["m"] } == [.number(0), .number(0.1)])
    #expect(study.settings.map { $0.recipe["s"] } == [.number(8), .number(64)])
  }

  @Test func aRangeHasExactDecimals() throws {
    let study = try study("--m", "0:0.5:0.1")
    #expect(study.settings[3].recipe["m"] == .number(0.3))
  }

  @Test func anOptionIsForTheLossesThatHaveIt() throws {
    let study = try study("--loss", "softmax,cosface", "--m", "0,0.1", "--s", "8")
    #expect(
      study.settings.map { $0.recipe["loss"] } == [
        .word("softmax"), .word("cosface"), .word("cosface"),
      ])
    #expect(study.settings.map { $0.recipe["m"] } == [nil, .number(0), .number(0.1)])
  }

  @Test func anOptionOfNoneOfTheLossesIsMisuse() {
    #expect(throws: UsageError.self) { try study("--loss", "softmax,normface", "--m", "0,0.1") }
  }

  @Test func whatTheEnvironmentSaysIsForTheLossesThatHaveIt() throws {
    func margins(_ variables: [String: String], _ words: String...) throws -> [Recipe.Value?] {
      let call = try Command.compare.call(
        words + ["--samples", "20", "--steps", "3"], environment: Environment { variables[$0] })
      return try Study(CompareValues(call)).settings.map { $0.recipe["m"] }
    }
    let given = ["LOSSVIZ_M": "0.1,0.2"]
    #expect(try margins(given, "--loss", "softmax,normface") == [nil, nil])
    #expect(try margins(given, "--loss", "softmax,cosface") == [nil, .number(0.1), .number(0.2)])
    #expect(throws: UsageError.self) { try margins([:], "--loss", "softmax,normface", "--m", "1") }
    #expect(throws: UsageError.self) {
      try margins(["LOSSVIZ_NORMS": "1,20"], "--loss", "arcface,cosface")
    }
  }

  @Test func allLossesAreTrainedAsOneOfThemNeeds() throws {
    func trainings(_ words: String...) throws -> [TrainingOptions] {
      let call = try Command.compare.call(
        words + ["--samples", "20"], environment: Environment { _ in nil })
      return try Study(CompareValues(call)).settings.map { $0.plans[0].training.options }
    }
    let plain = try trainings("--loss", "softmax,cosface", "--batch", "1")
    #expect(plain.map(\.steps) == [14 * 96, 14 * 96])
    let slow = try trainings("--loss", "softmax,normface,triplet", "--batch", "1")
    #expect(slow.map(\.steps) == Array(repeating: 28 * 96, count: 3))
    let small = try trainings("--loss", "softmax,triplet")
    #expect(small.map(\.batch) == [64, 64])
    #expect(try trainings("--loss", "softmax,circle").map(\.warmup) == [350, 350])
  }

  @Test func namesOfOneLossAreOneSetting() throws {
    #expect(try study("--loss", "cosface,am-softmax,LMCL").settings.count == 1)
  }

  @Test func seedsRepeatASettingInsteadOfMakingOne() throws {
    #expect(try study("--seeds", "3", "--seed", "5").seeds == [5, 6, 7])
    #expect(try study("--seed", "2,9").seeds == [2, 9])
    #expect(try study("--seed", "2,9", "--m", "0,0.1").settings.count == 2)
  }

  @Test func trainingsOfASeedHaveTheSameDataInitialWeightsAndBatches() throws {
    let study = try study("--m", "0,0.4", "--seeds", "2")
    for seed in 0..<2 {
      let plans = study.settings.map { $0.plans[seed] }
      #expect(plans[0].training.options == plans[1].training.options)
      #expect(plans[0].data.train.labels == plans[1].data.train.labels)
    }
    #expect(study.settings[0].plans[0].training.options.seed == 1)
    #expect(study.settings[0].plans[1].training.options.seed == 2)
  }

  @Test func aThousandSettingsGoWithoutYes() throws {
    #expect(try study("--s", "1:1000:1").settings.count == 1000)
    #expect(throws: UsageError.self) { try study("--s", "1:1001:1") }
    #expect(try study("--s", "1:1001:1", "--yes").settings.count == 1001)
  }

  @Test func aMillionSettingsAreCountedInTheMessage() {
    let outcome = Outcome("compare", "--m", "0:0.999:0.001", "--s", "1:1000:1")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("these are 1,000,000 settings"))
  }

  @Test(arguments: [
    ["--m", "0.5:0:0.1"], ["--m", "0:0.5:0"], ["--m", "0:3:1"], ["--m", ""],
    ["--loss", "softmax,cosfac"], ["--m", "0,0.1", "--s", "1,2,3", "--zip"],
    ["--seed", "1,2", "--seeds", "2"], ["--noise", "0:2:1"], ["--seeds", "0"],
    ["--shard", "3/2"], ["--shard", "0/2"], ["--shard", "auto/3"], ["--name", "x", "--m", "0,1"],
    ["--name", "{q}"], ["--variant", "easy,easier", "--loss", "arcface"],
  ])
  func badInputIsMisuse(words: [String]) {
    #expect(Outcome(words: ["compare", "--dry-run", "--samples", "20"] + words).status == .misuse)
  }

  @Test func namesSortAsTheSettingsDo() throws {
    let names = try SettingNames(study("--s", "8,16,128", "--m", "0,0.05,0.1")).names
    #expect(names[1] == "cosface_m0.00_s016_seed1")
    #expect(names == names.sorted())
  }

  @Test func whatTheTemplateLacksOfTheSweptIsAdded() throws {
    let names = try SettingNames(study("--noise", "0,0.2", "--seeds", "2")).names
    #expect(names == ["cosface_m0.35_s16_noise0.0", "cosface_m0.35_s16_noise0.2"])
  }

  @Test func aStudyAsOptionsIsTheSameStudy() throws {
    let first = try study("--m", "0,0.4", "--s", "8,16", "--zip", "--seeds", "2")
    let recipe = first.recipe(only: nil)
    let assignments = try Configuration(path: "study", recipe: recipe)
      .assignments(of: Command.compare)
    let again = try Study(
      CompareValues(Call(Arguments(assignments: assignments), of: .compare)))
    #expect(again.recipe(only: nil) == recipe)
    #expect(again.settings.map(\.recipe) == first.settings.map(\.recipe))
  }

  @Test func aDryRunListsTheSettings() throws {
    let folder = try StudyFolder()
    let outcome = Outcome(
      "compare", "--m", "0,0.1", "--seeds", "2", "--samples", "20", "--dry-run", "--jobs", "2",
      "--runs", folder.path("runs"))
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        cosface_m0.0_s16  0 of 2 trained
        cosface_m0.1_s16  0 of 2 trained

        """)
    #expect(
      outcome.messages == "2 settings × 2 seeds = 4 trainings; 0 done, 2 at once\n")
    #expect(try folder.names().isEmpty)
  }
}
