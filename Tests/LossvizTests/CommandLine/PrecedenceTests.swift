import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Options of the default command from texts at three ranks.
private func options(
  configuration: [(String, String)] = [], environment: [(String, String)] = [],
  typed: [(String, String)] = []
) throws -> GivenValues {
  func assignments(
    _ pairs: [(String, String)], _ source: (String) -> GivenText.Source
  ) throws -> [Assignment] {
    try pairs.map { name, text in
      let option = try #require(Command.train.allOptions.first { $0.name == name })
      return Assignment(option: option, value: GivenText(text: text, source: source(name)))
    }
  }
  // The highest rank first, to see that the order of reading does not matter.
  return try Arguments(
    assignments: assignments(typed) { .commandLine("--" + $0) }
      + assignments(environment) { .environment("LOSSVIZ_" + $0.uppercased()) }
      + assignments(configuration) { .configuration(file: "a.json", key: $0) }
  ).values()
}

private func given(_ options: GivenValues) -> [String] {
  options.loss.given.map { "\($0.option)=\($0.value.text)" }
}

struct PrecedenceTests {
  @Test func anOptionWinsOverTheEnvironmentAndThatOverTheConfiguration() throws {
    let all = try options(
      configuration: [("steps", "1"), ("batch", "1"), ("seed", "1")],
      environment: [("steps", "2"), ("batch", "2")], typed: [("steps", "3")])
    #expect(all.training.given.steps == 3)
    #expect(all.training.given.batch == 2)
    #expect(all.seed == 1)
  }

  @Test func theEnvironmentIsReadByTheNameOfTheOption() throws {
    let variables = ["LOSSVIZ_WEIGHT_DECAY": "0.25", "LOSSVIZ_STEPS": ""]
    let read = try Command.train.arguments([], environment: Environment { variables[$0] }).values()
    #expect(read.training.given.weightDecay == 0.25)
    #expect(read.training.given.steps == nil)
  }

  @Test func aBadVariableIsNamed() {
    let outcome = Outcome("--quiet", environment: ["LOSSVIZ_STEPS": "many"])
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("LOSSVIZ_STEPS cannot be 'many'"))
  }

  @Test func epochsReplaceTheStepsOfAConfiguration() throws {
    let read = try options(configuration: [("steps", "700")], typed: [("epochs", "3")])
    #expect(read.training.given.steps == nil && read.training.given.epochs == 3)
  }

  @Test func stepsAndEpochsTogetherAreMisuse() {
    #expect(throws: UsageError.self) {
      try options(typed: [("steps", "700"), ("epochs", "3")])
    }
  }

  @Test func anotherLossTakesOverOnlyWhatMeansTheSame() throws {
    let configuration = [("loss", "cosface"), ("m", "0.35"), ("s", "30")]
    let arcface = try options(configuration: configuration, typed: [("loss", "arcface")])
    #expect(given(arcface) == ["s=30"])
    let cosface = try options(configuration: configuration, typed: [("seed", "2")])
    #expect(given(cosface) == ["m=0.35", "s=30"])
    let spheres = try options(
      configuration: [("loss", "sphereface"), ("m", "3")], typed: [("loss", "lsoftmax")])
    #expect(given(spheres) == ["m=3"])
  }

  @Test func theEnvironmentSpeaksOnlyToLossesThatListen() throws {
    let softmax = try options(environment: [("m", "0.3")], typed: [("loss", "softmax")])
    #expect(given(softmax).isEmpty)
  }

  @Test func outputsOfAHigherRankReplaceThoseOfALower() throws {
    let read = try options(
      configuration: [("output", "a.png"), ("output", "b.png")], typed: [("output", "c.svg")])
    #expect(read.output.files == ["c.svg"])
  }
}
