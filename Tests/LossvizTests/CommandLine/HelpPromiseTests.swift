import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// The help of a command shows what it takes, and its examples work.
struct HelpPromiseTests {
  /// The options that a help text explains, by name.
  private static func explained(_ help: String) -> [String] {
    help.split(separator: "\n").compactMap { line in
      let text = line.drop { $0 == " " }
      guard line.hasPrefix("  "), text.hasPrefix("-"), let start = text.firstRange(of: "--"),
        text[..<start.lowerBound].count <= 4
      else { return nil }
      return String(text[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" })
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func helpExplainsTheOptionsThatTheCommandTakesAndNoOthers(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    let help = Outcome(name, "--help").output
    let shown = Self.explained(help)
    let taken = command.allOptions.filter(\.isListed).map(\.name)
    #expect(Set(shown.filter { command.allOptions.map(\.name).contains($0) }).isSuperset(of: taken))
    #expect(Set(shown).isSubset(of: command.allOptions.map(\.name)))
    for option in command.allOptions where !option.isListed {
      #expect(help.contains("--\(option.name)"), "\(option.name)")
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func everyOptionOfTheHelpIsAcceptedByItsCommand(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    for option in Self.explained(Outcome(name, "--help").output) {
      let words = [name, "--\(option)"]
      let outcome = Outcome(words: words + ["--help"])
      #expect(
        !outcome.messages.contains("unknown option") && !outcome.messages.contains("has no option"),
        "\(words) \(outcome.messages)")
      #expect(command.allOptions.contains { $0.name == option })
    }
  }

  @Test func plotEvaluateAndCurvesHaveHelpOfTheirOwn() {
    for name in ["plot", "evaluate", "curve", "boundary", "figure", "compare"] {
      let help = Outcome(name, "--help").output
      if name != "compare" { #expect(!help.contains("film"), "\(name)") }
      if name != "compare" { #expect(!help.contains("train with"), "\(name)") }
    }
  }

  /// The lines of all helps; what begins with a pipe or a comment has its command inside.
  private static let lines = Command.all.flatMap { command in
    command.examples.map(\.key).filter { $0.contains("lossviz ") && !$0.hasPrefix("<!--") }
  }

  @Test(arguments: lines)
  func anExampleOfHelpWorksAsItStands(line: String) throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    // The figures of a whole article take minutes without optimisation: that it is read is enough.
    guard !line.contains("figure all") else {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      #expect(Lossviz.refusal(of: words, environment: Environment { _ in nil }) == nil)
      return
    }
    let isBash = line.hasPrefix("source ")
    let shown = line.replacing("man ./lossviz.1", with: "test -s lossviz.1")
    // The program of the tests is called by its name, as in the line.
    let script = [
      "mkdir -p bin .config/fish/completions", "ln -s \"$0\" bin/lossviz",
      "PATH=\"$PWD/bin:$PATH\"", isBash ? "bash -c '\(shown)'" : shown,
    ].joined(separator: "; ")
    let result = try BuiltProgram(
      [], script: script, in: folder,
      environment: [
        "LOSSVIZ_STEPS": "30", "LOSSVIZ_SAMPLES": "12", "HOME": folder.url.path,
      ]
    ).run()
    #expect(result.status == 0, "\(line): \(result.messages)")
  }

  private func prepare(_ folder: TemporaryFolder) throws {
    let files = FeatureFiles()
    let labels = Matrix(rows: 12, columns: 1, elements: (0..<12).map { Double($0 / 4) })
    let weights = Matrix(rows: 3, columns: 6, elements: (0..<18).map { Double($0 * $0 % 7) - 3 })
    for name in ["features.npy", "a.npy", "b.npy", "x.npy"] {
      _ = try folder.file(name, numpyFile(files.matrix))
    }
    for name in ["labels.npy", "y.npy"] { _ = try folder.file(name, numpyFile(labels)) }
    _ = try folder.file("W.npy", numpyFile(weights))
    _ = try folder.file("x.npz", files.archive)
    let batch = [
      ("x.npy", numpyFile(files.matrix)), ("y.npy", numpyFile(labels)),
      ("W.npy", numpyFile(weights)),
      ("value.npy", numpyFile(Matrix(rows: 1, columns: 1, elements: [3.2]))),
    ]
    _ = try folder.file("batch.npz", storedArchive(batch.map { (name: $0.0, bytes: $0.1) }))
    let cases =
      "{\"loss\": \"arcface\", \"cases\": [{\"x\": [[1, 0]], \"W\": [[1, 0], [0, 1]], \"y\": [0],"
      + " \"params\": {\"m\": 0.1, \"s\": 4}}]}"
    _ = try folder.file("arcface.json", cases)
    let header: [UInt8] = [0, 0, 0, 40]
    // Two classes that are told apart: bright on the left, bright on the right.
    var pixels: [UInt8] = []
    for image: UInt8 in 0..<40 {
      let (left, right): (UInt8, UInt8) = image % 2 == 0 ? (200, 10) : (10, 200)
      pixels += [left + image, right, left, right + image]
    }
    let digits: [UInt8] = (0..<40).map { $0 % 2 }
    _ = try folder.file(
      "path/to/mnist/train-images-idx3-ubyte",
      [0, 0, 8, 3] + header + [0, 0, 0, 2, 0, 0, 0, 2] + pixels)
    _ = try folder.file(
      "path/to/mnist/train-labels-idx1-ubyte",
      [0, 0, 8, 1] + header + digits)
    _ = try folder.file("README.md", "# None\n")
    for words in [
      ["-o", "arcface.svg"], ["-o", "a.png"], ["--data", "path/to/mnist", "-o", "mnist.png"],
    ] {
      let made = try BuiltProgram(
        ["-q"] + words, in: folder, environment: ["LOSSVIZ_STEPS": "30", "LOSSVIZ_SAMPLES": "12"]
      ).run()
      try #require(made.status == 0, "\(made.messages)")
    }
  }
}
