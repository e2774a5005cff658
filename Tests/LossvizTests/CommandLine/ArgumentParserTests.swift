import Testing

@testable import lossviz

private func options(
  _ words: String..., environment: [String: String] = [:]
) throws -> GivenValues {
  try Command.train.arguments(words, environment: Environment { environment[$0] }).values()
}

private func problem(_ words: String...) -> UsageError? {
  do {
    _ = try Command.train.arguments(words, environment: Environment { _ in nil }).values()
    return nil
  } catch {
    return error as? UsageError
  }
}

struct ArgumentParserTests {
  @Test(arguments: [
    ["--steps", "300"], ["--steps=300"], ["--steps", "3e2"], ["--steps", "1", "--steps", "300"],
  ])
  func anOptionIsReadInEachSpelling(words: [String]) throws {
    let arguments = try Command.train.arguments(words, environment: Environment { _ in nil })
    #expect(try arguments.values().training.given.steps == 300)
  }

  @Test(arguments: [["-o", "a.png"], ["-oa.png"], ["-o=a.png"], ["--output", "a.png"]])
  func aShortOptionTakesItsValueAttachedOrNot(words: [String]) throws {
    let arguments = try Command.train.arguments(words, environment: Environment { _ in nil })
    #expect(try arguments.values().output.files == ["a.png"])
  }

  @Test func outputsAddUpAndDashIsAFile() throws {
    #expect(try options("-o", "a.png", "-o", "-").output.files == ["a.png", "-"])
  }

  @Test func switchesMayBeBundled() throws {
    let messages = try options("-qv").messages
    #expect(messages.isQuiet && messages.isVerbose)
  }

  @Test func aSwitchCanBeTurnedOff() throws {
    #expect(try options("--bias", "--bias=no").training.options.usesBias == false)
  }

  @Test func wordsAfterTwoDashesAreOperands() throws {
    let arguments = try Command.list.arguments(
      ["--", "--loss"], environment: Environment { _ in nil })
    #expect(arguments.operands == ["--loss"])
  }

  @Test func aNegativeNumberIsAValue() {
    #expect(
      problem("--rate", "-0.1")
        == .badValue(label: "--rate", value: "-0.1", expected: "0 < rate ≤ 1000", nearest: []))
  }

  @Test func anOptionIsNoValueOfTheOneBefore() {
    #expect(
      problem("--data", "--seed", "1")
        == .missingValue(label: "--data", expected: "a name or a path"))
  }

  @Test func anUnknownOptionNamesTheNearest() {
    #expect(problem("--losss", "x") == .unknownOption("--losss", nearest: ["--loss"]))
    #expect(problem("-qx") == .unknownOption("-qx", nearest: []))
  }

  @Test(arguments: [
    ("--steps", "0"), ("--steps", "1.5"), ("--steps", "0x10"), ("--steps", ""), ("--steps", "nan"),
    ("--steps", "1e30"), ("--seed", "-1"), ("--seed", "18446744073709551616"), ("--noise", "1.1"),
    ("--classes", "1"), ("--classes", "1e3"), ("--classes", "a,,b"), ("--classes", "a,a"),
    ("--batch", "0"), ("--threads", "0"), ("--dim", "4"), ("--clip", "0"), ("--clip", "inf"),
    ("--network", "mlp:"), ("--network", "mlp:0"), ("--network", "cnn"), ("--theme", "blue"),
    ("--scale", "0.05"), ("--width", "1e308"), ("--anneal", "1,2,3"), ("--anneal", "1,2,3,-4"),
    ("--class-names", "a,"), ("--bias=maybe", ""), ("--loss", ""),
  ])
  func whatIsNoValueIsMisuse(option: String, value: String) {
    let words = option.contains("=") ? [option] : [option, value]
    let outcome = Outcome(words: words)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.hasPrefix("lossviz: error: --"))
    #expect(outcome.output.isEmpty)
  }

  @Test func valuesKeepTheirPrecision() throws {
    #expect(try options("--seed", "9007199254740991").seed == 9_007_199_254_740_991)
    #expect(try options("--rate", "0.1").training.given.rate == 0.1)
  }

  @Test func oneSeedIsForDataAndTraining() throws {
    let values = try TrainingValues(
      Command.train.call(["--seed", "7"], environment: Environment { _ in nil }))
    let training = try TrainingPlan(values).training
    #expect(training.options.seed == 7 && values.data.options.seed == 7)
  }

  @Test func wideHiddenLayersAreReadInOrder() throws {
    #expect(try options("--network", "mlp:32,16,8").training.options.network == .mlp([32, 16, 8]))
    #expect(try options("--network", "LeNet").training.options.network == .lenet)
  }

  @Test func everyOptionHasANameOfItsOwn() {
    for command in Command.all {
      let names = command.allOptions.map(\.name)
      #expect(Set(names).count == names.count)
      let letters = command.allOptions.compactMap(\.short)
      #expect(Set(letters).count == letters.count)
    }
  }

  @Test func everyOptionSaysWhatItDoesAndTakes() {
    for option in Command.all.flatMap(\.allOptions) {
      #expect(!option.help.isEmpty || !option.details.isEmpty, "\(option.name)")
      #expect(!option.allowed.isEmpty, "\(option.name)")
    }
  }
}
