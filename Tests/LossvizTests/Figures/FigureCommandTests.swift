import Foundation
import LossPlot
import Testing

@testable import lossviz

@Suite struct FigureCommandTests {
  private func draw(_ words: String..., in folder: TemporaryFolder) -> Outcome {
    Outcome(
      words: ["figure"] + words + ["--runs", folder.path("runs"), "-o", folder.path("out")])
  }

  @Test func aFigureIsAnSVGAndAPNGOnLightPaperWhereNobodySaysOtherwise() throws {
    let folder = try TemporaryFolder()
    let outcome = draw("focal-curves", "--scale", "0.5", in: folder)
    #expect(outcome.status == .success)
    #expect(try folder.contents == ["out", "out/focal-curves.png", "out/focal-curves.svg"])
    let out = folder.path("out")
    #expect(outcome.output == "\(out)/focal-curves.svg\n\(out)/focal-curves.png\n")
    #expect(outcome.messages.contains("focal-curves: reproduced: γ = 0 is cross-entropy"))
  }

  @Test func formatsThemesWidthAndScaleAreThoseThatWereAskedFor() throws {
    let folder = try TemporaryFolder()
    let outcome = draw(
      "lsoftmax-psi", "--format", "pdf,png", "--theme", "both", "--width", "300", "--scale", "2",
      in: folder)
    #expect(outcome.status == .success)
    let names = [
      "lsoftmax-psi-dark.pdf", "lsoftmax-psi-dark.png", "lsoftmax-psi.pdf", "lsoftmax-psi.png",
    ]
    #expect(try folder.contents == ["out"] + names.map { "out/\($0)" })
    let png = try Data(contentsOf: folder.url.appending(path: "out/lsoftmax-psi.png"))
    // The width stands in bytes 16 to 19.
    #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == 600)
    #expect(draw("lsoftmax-psi", "--format", "svg,gif", in: folder).status == .misuse)
    #expect(draw("all", "--format", "pdf", in: folder).messages.contains("the page of 'all'"))
  }

  @Test func oneDarkFigureNeedsNoEnding() throws {
    let folder = try TemporaryFolder()
    _ = draw("focal-curves", "--theme", "dark", "--format", "svg", in: folder)
    #expect(try folder.contents == ["out", "out/focal-curves.svg"])
  }

  @Test func anUnknownFigureNamesTheNearest() throws {
    let folder = try TemporaryFolder()
    let outcome = draw("targt-logits", in: folder)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("target-logits"))
    #expect(try folder.contents.isEmpty)
  }

  @Test func aFigureThatCannotUseTheDataSaysSo() throws {
    let folder = try TemporaryFolder()
    let analytic = draw("target-logits", "--data", "digits", in: folder)
    #expect(analytic.status == .misuse)
    #expect(analytic.messages.contains("nothing is trained for it"))
    let own = draw("identification", "--data", "digits", in: folder)
    #expect(own.status == .misuse)
    #expect(own.messages.contains("it makes its own"))
    #expect(draw("center-lambda", "--data", "nowhere", in: folder).status == .misuse)
    #expect(draw("arcface-toy", "--dim", "3", in: folder).status == .misuse)
    #expect(draw(in: folder).messages.contains("figure --list"))
  }

  @Test func anOptionThatAFigureHasNoUseForIsNamedOnceWithThoseItTakes() throws {
    let folder = try TemporaryFolder()
    let analytic = draw("target-logits", "--steps", "9", "--seeds", "2", in: folder)
    #expect(analytic.status == .misuse)
    #expect(analytic.messages.contains("--steps, --seeds do not apply to the figure"))
    #expect(analytic.messages.contains("nothing is trained for it"))
    let unscaled = draw("center-lambda", "--s", "64", in: folder)
    #expect(unscaled.status == .misuse)
    #expect(unscaled.messages.contains("--s does not apply to the figure 'center-lambda'"))
    #expect(unscaled.messages.contains("it takes --network, --steps, --samples, --seeds, --seed"))
    #expect(draw("center-lambda", "--network", "resnet", in: folder).status == .misuse)
    #expect(try folder.contents.isEmpty)
  }

  @Test func whatIsAskedForStandsInThePlaceOfTheSetUpOfTheFigure() throws {
    let folder = try TemporaryFolder()
    let outcome = draw(
      "arcface-toy", "--steps", "12", "--samples", "10", "--network", "mlp:8", "--s", "20",
      "--seed", "6", "--seeds", "2", "--format", "svg", in: folder)
    #expect(outcome.status == .success)
    let runs = try folder.contents.filter { $0.hasPrefix("runs/") }
    #expect(runs.count == 4)
    for name in runs {
      let text = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
      #expect(text.contains("\"steps\":12,") || text.contains("\"steps\": 12"))
      #expect(text.contains("\"scale\":20") || text.contains("\"s\":20"))
    }
    let picture = try String(
      contentsOf: folder.url.appending(path: "out/arcface-toy.svg"), encoding: .utf8)
    #expect(
      picture.contains(
        "\"network\": \"mlp:8\", \"steps\": 12, \"samples\": 10, \"s\": 20, \"seeds\": 2, \"seed\": 6"
      ))
  }

  @Test func aFolderThatCannotBeWrittenIsRefusedAtOnce() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("taken", "not a folder")
    let outcome = Outcome("figure", "focal-curves", "-o", "\(file)/out")
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("taken"))
    let runs = Outcome(
      "figure", "center-lambda", "--runs", "\(file)/runs", "-o", folder.path("out"))
    #expect(runs.status == .failure)
    #expect(try folder.contents == ["taken"])
  }

  @Test func aClaimThatHoldsNeedsNoExitFour() throws {
    let folder = try TemporaryFolder()
    #expect(
      draw("focal-curves", "--strict-claims", "--scale", "0.2", in: folder).status == .success)
  }

  @Test func theDocumentHasEveryClaimWithItsNumbers() throws {
    let folder = try TemporaryFolder()
    let outcome = draw("focal-curves", "--json", "--lang", "zh", "--scale", "0.2", in: folder)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let document = try #require(json as? [String: Any])
    let figures = try #require(document["figures"] as? [[String: Any]])
    let claims = try #require(figures.first?["claims"] as? [[String: Any]])
    #expect(claims.count == 2)
    #expect(claims[0]["claim"] as? String == "γ = 0 即交叉熵")
    #expect(
      (claims[1]["measured"] as? [String: Double])?["ratio"].map { abs($0 - 100) < 1e-9 } == true)
  }

  @Test func theTableHasARowAClaimAndTheCSVARowAMeasure() throws {
    let folder = try TemporaryFolder()
    let (markdown, csv) = (folder.path("claims.md"), folder.path("claims.csv"))
    let outcome = draw(
      "focal-curves", "--scale", "0.2", "--export-markdown", markdown, "--export-csv", csv,
      in: folder)
    #expect(outcome.status == .success && outcome.output.hasSuffix("\(csv)\n\(markdown)\n"))
    let rows = try String(contentsOfFile: markdown, encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 4 && rows[2].hasPrefix("| `focal-curves` | γ = 0 is cross-entropy | – |"))
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[3].contains("\"FL = 0.0010536 within 5e-8, 100 times below"))
  }

  @Test func aBrokenKeptRunIsTrainedAnewAndSaidSo() throws {
    let folder = try TemporaryFolder()
    let call = try Command.figure.call(
      [
        "normface-norms", "-o", folder.path("out"), "--runs", folder.path("runs"), "--format",
        "svg", "--seeds", "1",
      ], environment: Environment { _ in nil })
    func draw() throws -> String {
      let captured = CapturedConsole()
      try FigureSession(
        selection: FigureSelection(FigureValues(call)), console: captured.console()
      ) {
        $0.shrink()
      }.run()
      return captured.messages
    }
    let picture = folder.url.appending(path: "out/normface-norms.svg")
    #expect(try draw().contains("trained in"))
    let first = try Data(contentsOf: picture)
    #expect(try !draw().contains("trained in"))
    let name = try #require(try folder.contents.first { $0.hasPrefix("runs/") })
    let run = folder.url.appending(path: name)
    try Data(contentsOf: run).prefix(500).write(to: run)
    let messages = try draw()
    #expect(messages.contains("trained again") && messages.contains("trained in"))
    #expect(try Data(contentsOf: picture) == first)
  }

  @Test func anAdaptiveFigureIsOneSVG() throws {
    let folder = try TemporaryFolder()
    #expect(draw("focal-curves", "--adaptive", in: folder).status == .success)
    #expect(try folder.contents == ["out", "out/focal-curves.svg"])
  }
}
