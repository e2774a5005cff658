import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// What a message tells to type is typed, and works.
struct HintTests {
  private let folder: TemporaryFolder
  private static let small = ["LOSSVIZ_STEPS": "30", "LOSSVIZ_SAMPLES": "12"]

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("README.md", "# No pictures\n")
    _ = try folder.file("settings.json", "{\"m\": 0.2}")
    let wide = (0..<20).map { row in
      "k\(row % 2)," + (0..<16).map { "\(row % 2 * 9 + row * ($0 + 7) % 5)" }.joined(separator: ",")
    }
    _ = try folder.file("wide.csv", wide.joined(separator: "\n") + "\n")
    _ = try folder.file(
      "cases.json",
      "{\"loss\": \"cosface\", \"cases\": [{\"x\": [[1, 0]], \"W\": [[1, 0], [0, 1]], \"y\": [0],"
        + " \"params\": {\"m\": 0.1, \"s\": 4}}]}")
  }

  /// Those that are drawn or trained first.
  private func prepare(_ words: [String]) throws {
    func make(_ words: String...) throws {
      let result = try BuiltProgram(words, in: folder, environment: Self.small).run()
      try #require(result.status == 0, "\(result.messages)")
    }
    if words.contains("pic.svg") { try make("-q", "-o", "pic.svg") }
    if words.contains("run.json") { try make("-q", "-o", "a.svg", "--save-run", "run.json") }
    let files = FeatureFiles()
    let labels = Matrix(rows: 12, columns: 1, elements: (0..<12).map { Double($0 / 4) })
    for (name, bytes) in [
      ("x.npy", numpyFile(files.matrix)), ("y.npy", numpyFile(labels)), ("x.npz", files.archive),
    ] where words.contains(name) {
      _ = try folder.file(name, bytes)
    }
  }

  @Test(arguments: WrongCall.all)
  func theLineOfAHintIsTheOneThatWasMeantAndWorks(call: WrongCall) throws {
    try prepare(call.words)
    let before = try folder.contents
    let refused = try BuiltProgram(call.words, in: folder, environment: Self.small).run()
    #expect(refused.status == CommandStatus.misuse.rawValue, "\(refused.messages)")
    #expect(refused.output.isEmpty)
    #expect(try folder.contents == before)
    let line = try #require(Self.line(in: refused.messages), "\(refused.messages)")
    #expect(refused.messages.contains(call.hinted), "\(refused.messages)")

    let script = "lossviz() { \"$0\" \"$@\"; }; \(line)"
    let hinted = try BuiltProgram(
      [], script: script, in: folder, environment: Self.small
    ).run()
    #expect(hinted.status == 0 && !hinted.isSignal, "\(line): \(hinted.messages)")
  }

  /// The command line at the end of a hint.
  private static func line(in messages: String) -> String? {
    guard let hint = messages.firstRange(of: "  hint: ") else { return nil }
    let text = messages[hint.upperBound...].prefix { $0 != "\n" }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let start = words.lastIndex(of: "lossviz") else { return nil }
    return words[start...].joined(separator: " ")
  }

  @Test func aHintKeepsWhatElseWasTyped() {
    let outcome = Outcome(
      "cosface", "--margin", "0,35", "--title", "My title", "--lr", "0.1", "-o", "a b.svg")
    #expect(
      outcome.messages.contains(
        "lossviz --loss cosface --m 0.35 --title 'My title' --rate 0.1 -o 'a b.svg'"))
  }

  @Test(arguments: ["mnist", "fashion-mnist", "emnist"])
  func dataThatAreNotCarriedAreAFolderOfIDXFiles(name: String) {
    for words in [["--data", name], [name]] {
      let outcome = Outcome(words: words)
      #expect(outcome.status == .misuse)
      #expect(outcome.messages.contains("--data FOLDER, a folder of IDX files"))
    }
  }

  @Test(arguments: [("cifar10", "--data x.npy --labels y.npy"), ("lfw", "lossviz plot")])
  func otherDataAreArraysOrFeatures(name: String, hinted: String) {
    #expect(Outcome("--data", name).messages.contains(hinted))
  }

  @Test(arguments: [
    (["--scale", "2", "-o", "a.svg"], "--scale has no effect: SVG and PDF have no pixels"),
    (["--name", "x", "-o", "a.svg"], "--name has no effect: -o names the file"),
    (["--format", "png", "-o", "a.svg"], "--format has no effect: the ending of 'a.svg'"),
    (["--optimizer", "adam", "--momentum", "0.5", "-o", "a.svg"], "--momentum has no effect"),
    (["--data", "wide.csv", "--momentum", "0.5", "-o", "a.svg"], "--momentum has no effect: adam"),
    (
      ["compare", "--data", "wide.csv", "--momentum", "0.5", "--m", "0.1,0.2"],
      "--momentum has no effect: adam"
    ),
    (["--limit", "3", "--view", "histogram"], "--limit has no effect: no panel shows the plane"),
    (["--azimuth", "40"], "--azimuth has no effect: a plane is not turned"),
    (["compare", "--zip", "--m", "0.1,0.2"], "--zip has no effect: it pairs lists"),
    (["curve", "--scale", "3", "-o", "a.svg"], "--scale has no effect"),
    (["figure", "lsoftmax-psi", "--format", "png", "-o", "a.svg"], "--format has no effect"),
  ])
  func whatChangesNothingAndDoesNoHarmIsWarnedOf(words: [String], warning: String) throws {
    let result = try BuiltProgram(words, in: folder, environment: Self.small).run()
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("lossviz: warning: \(warning)"), "\(result.messages)")
  }

  @Test func anErrorThatNobodyMeansAnythingByKeepsItsOwnHint() {
    let outcome = Outcome("--theme", "both", "-o", "-")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("hint: --theme light or --theme dark makes one"))
  }

  @Test func aLongCommandLineIsNotRepeated() {
    let outcome = Outcome("--losss", "arcface", "--title", String(repeating: "x", count: 1000))
    #expect(outcome.messages.contains("did you mean --loss?"))
    #expect(!outcome.messages.contains("xxx"))
  }

  @Test func whatTheEnvironmentSaysIsNoWordToBeChanged() {
    let outcome = Outcome(words: [], environment: ["LOSSVIZ_THEME": "drak"])
    #expect(outcome.messages.contains("LOSSVIZ_THEME cannot be 'drak'"))
    #expect(outcome.messages.contains("hint: did you mean dark?"))
  }
}
