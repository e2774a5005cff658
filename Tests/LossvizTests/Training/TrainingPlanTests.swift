import LossLab
import LossPlot
import Testing

@testable import lossviz

private func plan(_ words: String...) throws -> TrainingPlan {
  try plan(words)
}

private func plan(_ words: [String]) throws -> TrainingPlan {
  try TrainingPlan(
    TrainingValues(
      Command.train.call(words + ["--samples", "20"], environment: Environment { _ in nil })))
}

struct TrainingPlanTests {
  @Test(arguments: [(6, 0.35), (8, 0.205), (10, 0.134)])
  func theAutomaticMarginGoesByTheClasses(classes: Int, margin: Double) throws {
    #expect(try plan("--classes", "\(classes)").settings.margin == margin)
    #expect(try plan("--classes", "\(classes)", "--m", "auto").settings.margin == margin)
  }

  @Test func degreesAreForAngles() throws {
    let arcface = try plan("--loss", "arcface", "--m", "30deg")
    #expect(abs(arcface.settings.margin - .pi / 6) < 1e-12)
    #expect(throws: UsageError.self) { try plan("--m", "30deg") }
  }

  @Test func zeroIsAMargin() throws {
    #expect(try plan("--m", "0").settings.margin == 0)
  }

  @Test(arguments: [
    ["--loss", "softmax", "--m", "0.3"], ["--anneal", "1,1,1,1"], ["--bias"],
    ["--loss", "sphereface", "--m", "2.5"], ["--loss", "arcface", "--m", "1.6"],
    ["--m", "nan"], ["--m", "1e308"], ["--m", "-0.1"], ["--s", "0"], ["--keep", "0"],
    ["--loss", "triplet", "--mining", "hard"], ["--class-names", "a,b"],
    ["--batch", "1000000", "--network", "mlp:65536,65536"],
  ])
  func whatTheLossOrTheDataDoNotHaveIsMisuse(words: [String]) throws {
    #expect(throws: UsageError.self) { try plan(words) }
  }

  @Test func anOptionOfOtherLossesNamesThem() throws {
    let outcome = Outcome("--loss", "softmax", "--m3", "0.1")
    #expect(outcome.status == .misuse)
    #expect(
      outcome.messages == """
        lossviz: error: softmax has no --m3
          hint: losses that have it: combined; as in lossviz --loss combined --m3 0.1

        """)
  }

  @Test func memoryForConvolutionsIsThatOfTheirImages() {
    var options = TrainingOptions()
    options.network = .lenet
    options.batch = 128
    let pixels = Samples.bytes(Matrix(rows: 1, columns: 784, repeating: 0))
    let samples = LabelledSamples(samples: pixels, labels: [0])
    let data = Dataset(name: "", title: "", classNames: ["0", "1"], train: samples, test: samples)
    let bytes = MemoryEstimate(options, data: data, entry: .softmax).bytes
    // Two copies of 88,000 values an image, and 800,000 weights.
    #expect(bytes > 80e6 && bytes < 200e6)
  }

  @Test func stepsFollowFromEpochsAndTheBatch() throws {
    // 6 × 16 training samples in batches of 32.
    #expect(try plan("--epochs", "5", "--batch", "32").training.options.steps == 15)
    #expect(try plan().training.options.steps == 700)
    #expect(try plan("--batch", "1").training.options.steps == 14 * 96)
    // Losses that settle slowly go round more often over much data, and no longer on little.
    let slow = ["--loss", "triplet"]
    #expect(try plan(slow[0], slow[1], "--batch", "1").training.options.steps == 20 * 96)
    #expect(try plan(slow[0], slow[1]).training.options.steps == 700)
    #expect(try plan(slow[0], slow[1]).training.options.batch == 64)
    // Convolutions need fewer rounds; 20 × 16 samples.
    let convolutions = ["--network", "lenet", "--classes", "20"]
    #expect(try plan(convolutions).training.options.batch == 64)
    #expect(try plan(convolutions + ["--batch", "1"]).training.options.steps == 4 * 320)
    #expect(try plan(convolutions + slow + ["--batch", "1"]).training.options.steps == 6 * 320)
    #expect(try plan().recipe["batch"] == .number(256))
  }

  @Test func theWarmUpIsNeverLongerThanASeventhUnlessAskedFor() throws {
    #expect(try plan().training.options.warmup == 100)
    #expect(try plan("--steps", "70").training.options.warmup == 10)
    #expect(try plan("--steps", "70", "--warmup", "60").training.options.warmup == 60)
  }

  @Test func lossesThatLoseClassesInTheFirstStepsBeginOtherwise() throws {
    for loss in ["mv-softmax", "subcenter-arcface", "circle"] {
      #expect(try plan("--loss", loss).training.options.warmup == 350)
      #expect(try plan("--loss", loss, "--warmup", "9").training.options.warmup == 9)
    }
    #expect(try plan("--loss", "arcface").training.options.marginWarmup == 105)
    #expect(try plan("--loss", "curricularface").training.options.marginWarmup == 0)
    let asked = ["--loss", "curricularface", "--m-warmup", "9"]
    #expect(try plan(asked).training.options.marginWarmup == 9)
  }

  @Test func theRecipeHasEveryDefaultAsAValue() throws {
    let recipe = try plan("--loss", "arcface", "--steps", "10").recipe
    #expect(recipe["m"] == .number(0.5))
    #expect(recipe["classes"] == .number(6))
    #expect(recipe["samples"] == .number(20))
    #expect(recipe["warmup"] == .number(1))
    #expect(recipe["variant"] == .word("monotone"))
  }

  @Test func outputThreadsAndMessagesAreNoPartOfARecipe() throws {
    let recipe = try plan("-o", "a.png", "--threads", "1", "--quiet", "--json", "--strict").recipe
    for name in ["output", "threads", "quiet", "json", "strict", "epochs", "config"] {
      #expect(recipe[name] == nil)
    }
  }

  @Test(arguments: LossEntry.all.map(\.name))
  func aRecipeTypedAgainIsTheSameRecipe(loss: String) throws {
    let recipe = try plan("--loss", loss, "--seed", "3", "--clip", "none").recipe
    let again = try Recipe(json: Array(recipe.json().utf8), name: "recipe")
    let assignments = try Configuration(path: "recipe", recipe: again)
      .assignments(of: Command.train)
    #expect(
      try TrainingPlan(
        TrainingValues(Call(Arguments(assignments: assignments), of: .train))
      ).recipe == recipe)
  }

  /// By the one a picture can be drawn again, by the other its training is found again.
  @Test(arguments: LossEntry.all.map(\.name))
  func theRecipeOfATrainingIsThatOfItsOptions(loss: String) throws {
    let plan = try plan("--loss", loss, "--clip", "none", "--noise", "0.1", "--network", "mlp:9")
    let picture = Command.train.options.filter { $0.group == .picture }.map(\.name)
    let options = plan.recipe.entries.filter { !picture.contains($0.name) }
    #expect(Recipe(entries: options).value == plan.training.recipe.value)
  }

  @Test func aMarginAboveTheBoundIsOneWarningWithTheFix() throws {
    let captured = CapturedConsole()
    try plan("--classes", "10", "--m", "0.35").warn(captured.console(), isStrict: false)
    #expect(captured.messages.hasPrefix("lossviz: warning: m = 0.35 "))
    #expect(captured.messages.contains("0.191"))
    #expect(captured.messages.contains("--m 0.19"))
    #expect(captured.messages.split(separator: "\n").count == 1)
    #expect(captured.output.isEmpty)
  }

  @Test func withStrictItIsMisuse() throws {
    #expect(throws: UsageError.self) {
      try plan("--classes", "10", "--m", "0.35")
        .warn(CapturedConsole().console(), isStrict: true)
    }
  }

  @Test func atTheBoundIsFeasibleAndSaid() throws {
    let captured = CapturedConsole()
    try plan("--m", "0.5").warn(captured.console(), isStrict: true)
    #expect(captured.messages.contains("at the bound"))
    #expect(!captured.messages.contains("warning"))
  }
}
