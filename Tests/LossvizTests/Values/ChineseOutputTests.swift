import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// With `--lang zh` pictures, reports and the facts on the terminal have no English words but names.
struct ChineseOutputTests {
  private let folder: StudyFolder

  init() throws { folder = try StudyFolder() }

  /// Names of losses, of people, of data and bounds; symbols; what is typed.
  private static let names: Set<String> = {
    let own =
      LossEntry.all.map(\.title) + LossEntry.all.map(\.name)
      + PaperMargin.all.map { $0.source + " " + $0.data } + [
        "logit", "DET", "CMC", "ROC", "FAR", "TAR", "EER", "FNIR", "FPIR", "W-EC", "W-Inter",
        "Inter", "Intra", "rank", "AdaCos", "Levenshtein", "Shannon", "Rankin", "lossviz", "cos",
        "max", "mine", "yours", "ln", "sin", "svg", "html", "grid", "index", "explain", "seed",
      ]
    return Set(own.flatMap(words))
  }()

  private static func words(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
  }

  private func english(_ text: String) -> [String] {
    Self.words(text.replacing(/--[a-z-]+( FILE)?/, with: "")).filter {
      $0.count > 2 && !Self.names.contains($0)
    }
  }

  private func expectChinese(_ text: String, _ what: String) {
    let found = english(text)
    #expect(found.isEmpty, "\(what): \(found.prefix(12)) in '\(text.prefix(300))'")
  }

  /// What an SVG or HTML file says, and nothing of how.
  private func said(_ path: String) throws -> [String] {
    let document = String(decoding: try readFile(path), as: UTF8.self)
      .replacing(/<metadata[^>]*>.*?<\/metadata>/.dotMatchesNewlines(), with: "")
      .replacing(/<(style|script)>.*?<\/(style|script)>/.dotMatchesNewlines(), with: "")
    return document.replacing(/<[^>]*>/, with: "\n").split(separator: "\n").map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Lines that are facts, and not progress, warnings or names of files.
  private func facts(_ outcome: Outcome) -> [String] {
    outcome.messages.split(separator: "\n").map(String.init).filter {
      !$0.contains("lossviz:") && !$0.contains(" in 0.") && !$0.contains("hint:")
    }
  }

  private func check(_ words: [String], pictures: [String], facts hasFacts: Bool = true) throws {
    let outcome = Outcome(words: words + ["--lang", "zh"])
    #expect(outcome.status == .success, "\(words): \(outcome.messages)")
    for path in pictures {
      for text in try said(path) { expectChinese(text, words[0]) }
    }
    for line in facts(outcome) where hasFacts { expectChinese(line, words[0]) }
  }

  private let small = [
    "--network", "mlp:8", "--batch", "32", "--samples", "16", "--steps", "30",
  ]

  @Test func comparisonsAndTrends() throws {
    try check(
      ["compare", "--loss", "cosface,arcface", "--m", "0,0.3", "--runs", folder.path("runs")]
        + small + ["-o", folder.path("a.svg")],
      pictures: [folder.path("a.svg"), folder.path("a-trend.svg")])
  }

  @Test func trainings() throws {
    try check(
      small + ["--loss", "arcface", "-o", folder.path("a.svg")], pictures: [folder.path("a.svg")])
  }

  @Test func theGallery() throws {
    try check(
      ["gallery", "--runs", folder.path("runs")] + small + ["-o", folder.path("a.svg")],
      pictures: [folder.path("a.svg")], facts: false)
  }

  @Test(arguments: ["curve", "boundary", "pull"])
  func analyticPictures(command: String) throws {
    try check([command, "-o", folder.path("a.svg")], pictures: [folder.path("a.svg")])
  }

  @Test(arguments: [["--dim", "2"], ["--dim", "512"], ["--dim", "16"]])
  func advice(words: [String]) throws {
    try check(
      ["advise", "--classes", "100", "-o", folder.path("a.svg")] + words,
      pictures: [folder.path("a.svg")])
  }

  @Test func pagesAndReports() throws {
    let files = FeatureFiles()
    let paths = [folder.path("mine.npz"), folder.path("yours.npz")]
    for path in paths { try Data(files.archive).write(to: URL(filePath: path)) }
    let outputs = [folder.path("a.svg"), folder.path("a.html")]
    try check(
      ["plot"] + paths + outputs.flatMap { ["-o", $0] }, pictures: outputs)
  }

  /// Rows without a direction, with one sample of a class, or classes whose features cancel.
  @Test(arguments: [
    "a,1,0\na,-1,0\nb,0,1\nb,0.1,1\nc,-1,-1\n", "a,0,0\nb,0,1\na,nan,1\na,0.1,1\nb,2,1\n,1,2\n",
    "a,1,2\nb,1,2\na,1,2\nb,1,2\n", "a,1,0\n1.0,1,1\n1,0,1\n2,0,2\n2.0,0,3\na,2,1\n",
  ])
  func whatPlotWarnsOf(rows: String) throws {
    let path = folder.path("mine.csv")
    try Data(("label,x,y\n" + rows).utf8).write(to: URL(filePath: path))
    let outcome = Outcome("plot", path, "-o", folder.path("a.svg"), "--lang", "zh")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let warnings = outcome.messages.split(separator: "\n").compactMap {
      $0.split(separator: "lossviz: warning: ").last.map(String.init)
    }.filter { !$0.hasPrefix("lossviz") }
    #expect(outcome.messages.contains("lossviz: warning: "))
    // A command of NumPy, which may be broken into lines.
    for text in try warnings + said(folder.path("a.svg")) {
      expectChinese(text.replacing(/numpy\..*|\(?'?labels\..*|.*astype.*/, with: ""), "plot")
    }
  }

  @Test func theSameInEnglishHasWords() {
    let outcome = Outcome("advise", "--classes", "100")
    #expect(!english(outcome.output).isEmpty)
  }
}
