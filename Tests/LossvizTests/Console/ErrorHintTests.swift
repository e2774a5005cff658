import LossPlot
import Testing

@testable import LossLab
@testable import lossviz

/// Whatever goes wrong, the message says what to do next.
struct ErrorHintTests {
  /// One of each case, where nobody gave a hint.
  private static let file: [FileError] = [
    .unreadable(path: "a", reason: "r", hint: ""), .unwritable(path: "a", reason: "r", hint: ""),
    .malformed(path: "a", place: .whole, problem: "p", hint: ""),
    .malformed(path: "a", place: .byte(1), problem: "p", hint: ""),
    .malformed(path: "a", place: .line(1), problem: "p", hint: ""),
    .malformed(path: "a", place: .key("k"), problem: "p", hint: ""),
  ]

  private static let lab: [LabError] =
    [
      .unknownLoss(name: "x", nearest: [], known: ["softmax"]),
      .unknownLoss(name: "x", nearest: ["softmax"], known: ["softmax"]),
      .outOfRange(option: "m", value: "3", allowed: "0 to 2"),
      .outOfOrder(
        .init(option: "ua", value: 1, lowerOption: "la", lowerValue: 2, mayBeEqual: false)),
      .batchOutOfRange(rows: 0, mostMemory: 1 << 33),
      .diverged(loss: "x", step: 1, classIndex: 0, cosine: 0),
      .collapsed(loss: "x", step: 1, how: .onePoint, options: []),
    ] + misfits.map { .misfit($0) } + dataFaults.map { .badData($0) }
    + parameterFaults.map { .badParameter(name: "x", $0) }

  private static let misfits: [Misfit] = [
    .network("x", needs: .oneChannel), .fewClasses(loss: "x", least: 3, found: 2),
    .classCount(7, known: ["a", "b"]), .className("x", known: ["a", "b"]),
    .noStrangers(data: "x"), .parameter("x", loss: "y", owners: ["z"]),
  ]

  private static let dataFaults: [DataFault] = [
    .noTrainingSamples, .noTrainingSample(className: "x", data: "y"), .classes(1),
    .measuredClasses(0), .oneSample, .noResults, .shape(elements: 3, rows: 2, columns: 2),
  ]

  private static let parameterFaults: [ParameterFault] = [
    .missing, .notNumber, .noList, .notList, .largeNumber, .notWord(["a"]), .notFlag,
    .outOfRange(3, allowed: "0 to 2"),
  ]

  private static let data: [DataMisuse] = [DataMisuse("x", hint: "y")]

  private static let render: [RenderError] = [
    .badSize(width: 0, height: 0), .tooLarge(width: 1, height: 1), .tooWide(1),
    .pageTooLarge(width: 1, height: 1), .filmTooLarge(width: 1, height: 1, frames: 1),
    .noMemory("x", hint: "y"), .noFonts, .failed("x"),
    .badPicture("x"), .noRecipe,
  ]

  private static let usage: [UsageError] = [
    .unknownCommand("x", nearest: [], loss: nil), .unknownOption("--x", nearest: []),
    .unknownKey("x", nearest: []), .optionOfOthers("--x", command: "list", others: []),
    .missingValue(label: "--x", expected: ""),
    .badValue(label: "--x", value: "", expected: "", nearest: []),
    .optionOfOtherLosses(label: "--x", loss: "softmax", others: []),
    .unexpectedOperand("x", hint: ""),
    .withoutEffect(label: "--x", because: "y", adding: []), .noFormat(path: "x"),
  ]

  private static let study: [Complaint] = [
    .settingFailed(name: "x", message: "y", hint: ""), .someFailed(names: ["x"], of: 2),
  ]

  /// A new case must be put into its list, or among those that nobody can do anything about.
  private static func isListed(_ error: any Error) -> Bool {
    switch error {
    case let error as FileError:
      switch error {
      case .unreadable, .unwritable, .malformed: true
      // Nobody is there to read a message.
      case .outputClosed: false
      }
    case let error as LabError:
      switch error {
      case .unknownLoss, .outOfRange, .outOfOrder, .batchOutOfRange, .misfit, .badData,
        .badParameter, .diverged, .collapsed:
        true
      // Whoever stopped it knows.
      case .stopped: false
      }
    case let error as RenderError:
      switch error {
      case .badSize, .tooLarge, .tooWide, .pageTooLarge, .filmTooLarge, .noMemory, .noFonts,
        .failed, .badPicture, .noRecipe:
        true
      }
    case let error as UsageError:
      switch error {
      case .unknownCommand, .unknownOption, .unknownKey, .optionOfOthers, .missingValue, .badValue,
        .optionOfOtherLosses, .unexpectedOperand, .withoutEffect, .noFormat:
        true
      // Their hints are written where they are thrown.
      case .missingOperand, .conflict: false
      }
    default: error is DataMisuse || error is Complaint
    }
  }

  @Test func everyErrorHasSomethingToDoNext() {
    let errors: [any Error] =
      Self.file + Self.lab + Self.data + Self.render + Self.usage + Self.study
    for error in errors {
      #expect(Self.isListed(error))
      #expect(!Complaint(error).hint.isEmpty, "\(error)")
    }
  }

  /// What is typed, and what must stand in the hint.
  @Test(arguments: [
    (["inspect", "cut.png"], "fetch it again"), (["inspect", "plain.png"], "written by lossviz"),
    (["inspect", "cut.svg"], "only"), (["inspect", "x.jpg"], ".png, .svg, .pdf"),
    (["replay", "data.json"], ".png, .svg, .pdf"), (["inspect", "nowhere.svg"], "near"),
    (["--config", "broken.json"], "json.tool"), (["--config", "list.json"], "--print-config"),
    (["--config", "nested.json"], "--print-config"),
    (["--config", "key.json"], "did you mean loss?"),
    (["--config", "value.json"], "0 ≤ m ≤ 2"), (["--config", "other.json"], "lossviz curve"),
    (["--config", "a.yaml"], "yaml.safe_load"), (["--config", "x.jpg"], "--print-config"),
    (["--from-run", "broken.json"], "json.tool"), (["--from-run", "data.json"], "--save-run"),
    (["--from-run", "list.json"], "--save-run"), (["--from-run", "run.json"], "train it again"),
    (["evaluate", "broken.json"], "json.tool"), (["evaluate", "data.json"], "\"cases\": ["),
    (["evaluate", "cases.json"], "one row"), (["docs", "x.jpg"], "Markdown"),
    (["docs", "bad.md"], "did you mean"), (["--data", "x.jpg"], ".npy"),
    (["--data", "nowhere.csv"], "near"), (["--from-run", "schema.json"], "lossviz 9"),
  ])
  func whatIsWrongWithAFileSaysWhatToDo(words: [String], hinted: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("cut.png", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
    _ = try folder.file(
      "plain.png", DrawnPlain.png)
    _ = try folder.file("cut.svg", "<svg><metadata>")
    _ = try folder.file("x.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 0])
    _ = try folder.file("nowhere2.svg", "<svg/>")
    _ = try folder.file("nowhere1.csv", "a,1\n")
    _ = try folder.file("broken.json", "{\"m\": 0.3")
    _ = try folder.file("list.json", "[1, 2]")
    _ = try folder.file("nested.json", "{\"m\": {\"x\": 1}}")
    _ = try folder.file("key.json", "{\"losss\": \"arcface\"}")
    _ = try folder.file("value.json", "{\"m\": 7}")
    _ = try folder.file("other.json", "{\"command\": \"curve\", \"loss\": \"arcface\"}")
    _ = try folder.file("a.yaml", "loss: cosface\n")
    _ = try folder.file("data.json", "{\"x\": 1}")
    _ = try folder.file(
      "run.json", "{\"kind\": \"lossviz run\", \"schema\": 1, \"version\": \"9\"}")
    _ = try folder.file(
      "schema.json", "{\"kind\": \"lossviz run\", \"schema\": 99, \"version\": \"9\"}")
    _ = try folder.file(
      "cases.json", "{\"loss\": \"cosface\", \"cases\": [{\"x\": [[1, 0]], \"y\": [0, 1]}]}")
    _ = try folder.file("bad.md", "<!-- lossviz: --losss arcface -o a.svg -->\n<!-- /lossviz -->\n")
    let result = try BuiltProgram(words, in: folder).run()
    #expect([1, 2].contains(result.status), "\(result.messages)")
    let hint = try #require(result.messages.firstRange(of: "  hint: "), "\(result.messages)")
    let text = result.messages[hint.upperBound...]
    #expect(text.contains(hinted == "near" ? "did you mean nowhere" : hinted), "\(result.messages)")
  }
}

/// A picture of one pixel that no lossviz has written.
private enum DrawnPlain {
  static let png: [UInt8] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
  ]
}
