import Foundation
import LossPlot
import Testing

@testable import lossviz

struct FilmTests {
  private static let tiny = [
    "-q", "--samples", "20", "--steps", "20", "--network", "mlp:8", "--batch", "32", "--scale",
    "0.4", "--fps", "4", "--seconds", "0.5",
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String...) -> Outcome { Outcome(words: Self.tiny + words) }

  private func bytes(_ name: String) throws -> [UInt8] { try readFile(folder.path(name)) }

  @Test(arguments: [
    (SnippetLanguage.markdown, "](", ")"), (.html, "<img src=\"", "\" alt="),
    (.picture, "<img src=\"", "\" alt="), (.docc, "@Image(source: \"", "\", alt:"),
  ])
  func aSnippetShowsAFilm(language: SnippetLanguage, start: String, end: String) {
    let path = folder.path("a.gif")
    let outcome = run("--snippet", language.rawValue, "-o", path)
    #expect(outcome.status == .success, "\(outcome.messages)")
    let shown = language == .docc ? "a.gif" : path
    #expect(outcome.output.contains(start + shown + end), "\(outcome.output)")
    #expect(outcome.output.contains("CosFace"))
  }

  @Test func aPairOfFilmsIsForLightAndDark() {
    let outcome = run("--snippet", "picture", "--theme", "both", "-o", folder.path("a.gif"))
    #expect(outcome.output.contains("srcset=\"\(folder.path("a-dark.gif"))\""))
  }

  @Test(arguments: [("latex", "gif"), ("latex", "apng"), ("docc", "apng")])
  func whatALanguageCannotShowIsMisuse(language: String, ending: String) throws {
    let outcome = run("--snippet", language, "-o", folder.path("a.\(ending)"))
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("cannot show"))
    #expect(try folder.contents.isEmpty)
  }

  @Test func anAdaptiveFilmIsMisuse() throws {
    let outcome = run("--adaptive", "-o", folder.path("a.gif"))
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("--adaptive makes SVG"))
    #expect(try folder.contents.isEmpty)
  }

  /// Said before a step is trained, with a way out; nothing is written.
  @Test(
    arguments: [
      (["-o", "a.gif", "--width", "10000", "--scale", "10"], "pixels"),
      (["-o", "a.gif", "--fps", "50", "--seconds", "30", "--scale", "10"], "too large"),
      (["-o", "a.apng", "--fps", "50", "--seconds", "30", "--width", "4000"], "too large"),
      (["-o", "a.gif", "--fps", "0"], "1 to 50"), (["-o", "a.gif", "--fps", "51"], "1 to 50"),
      (["-o", "a.gif", "--seconds", "0"], "0.1 to 30"),
      (["-o", "a.gif", "--seconds", "31"], "0.1 to 30"),
      (["-o", "a.png", "--fps", "4"], "no film is written"),
      (["-o", "a.png", "--seconds", "2"], "no film is written"),
      (
        [
          "compare", "--m", "0:0.4:0.1", "-o", "a.gif", "--fps", "50", "--seconds", "30", "--scale",
          "10",
        ], "too large"
      ),
      (["gallery", "-o", "a.gif"], "only a training can be filmed"),
      (["boundary", "-o", "a.gif"], "only a training can be filmed"),
      (["curve", "-o", "a.apng"], "only a training can be filmed"),
      (["pull", "-o", "a.gif"], "only a training can be filmed"),
      (["plot", "x.npy", "-o", "a.gif"], "only a training can be filmed"),
    ])
  func aFilmThatCannotBeIsMisuse(words: [String], why: String) throws {
    let placed = words.map { $0.hasPrefix("a.") ? folder.path($0) : $0 }
    let start = placed[0].hasPrefix("-") ? [] : [placed[0]]
    let outcome = Outcome(words: start + ["-q"] + placed.dropFirst(start.count))
    #expect(outcome.status == .misuse, "\(outcome.messages)")
    #expect(outcome.messages.contains(why), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint: "), "\(outcome.messages)")
    #expect(try folder.contents.isEmpty)
  }

  @Test func aSavedRunCannotBeFilmed() throws {
    let run = folder.path("run.json")
    let still =
      Self.tiny.prefix { $0 != "--fps" } + ["--save-run", run, "-o", folder.path("a.png")]
    #expect(Outcome(words: Array(still)).status == .success)
    let outcome = Outcome("--from-run", run, "-q", "-o", folder.path("a.gif"))
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("only the end of its training"))
  }

  @Test(arguments: ["gif", "apng"])
  func aReplayWithoutOutputIsAFilmAgain(ending: String) throws {
    let path = folder.path("a.\(ending)")
    #expect(run("-o", path).status == .success)
    let carried = try CarriedRecipe(path: path)
    #expect(carried.format.form.name == ending)
    let again = folder.path("b.\(ending)")
    #expect(Outcome("replay", path, "-q", "-o", again).status == .success)
    #expect(try bytes("a.\(ending)") == bytes("b.\(ending)"))
  }

  @Test func theConfigurationOfAFilmHasItsNumbers() {
    let words = ["--print-config", "--steps", "20"]
    let film = Outcome(words: words + ["-o", "a.gif"]).output
    #expect(film.contains("\"fps\": 12"))
    #expect(film.contains("\"seconds\": 5"))
    let still = Outcome(words: words).output
    #expect(!still.contains("\"fps\"") && !still.contains("\"seconds\""))
  }

  @Test func aBlockOfADocumentMayBeAFilm() throws {
    let options = Self.tiny.dropFirst().joined(separator: " ")
    let readme = try folder.file(
      "README.md", "<!-- lossviz: \(options) -o img/a.gif -->\n<!-- /lossviz -->\n")
    #expect(Outcome("docs", "-q", "--check", readme).status == .checkFailed)
    let drawn = Outcome("docs", "-q", readme)
    #expect(drawn.status == .success, "\(drawn.messages)")
    let text = String(decoding: try bytes("README.md"), as: UTF8.self)
    #expect(text.contains("](img/a.gif)\n<!-- /lossviz -->"))
    #expect(Outcome("docs", "-q", "--check", readme).status == .success)
    #expect(try CarriedRecipe(path: folder.path("img/a.gif")).format == .film(.gif))
    _ = try folder.file("README.md", text.replacing("--fps 4", with: "--fps 5"))
    let stale = Outcome("docs", "-q", "--check", readme)
    #expect(stale.status == .checkFailed)
    #expect(stale.output.contains("- fps: 4\n+ fps: 5"))
  }

  @Test(arguments: ["figure target-logits", "curve", "boundary"])
  func onlyTrainingsAreFilmedInADocument(command: String) throws {
    let readme = try folder.file(
      "README.md", "<!-- lossviz: \(command) -o a.gif -->\n<!-- /lossviz -->\n")
    let outcome = Outcome("docs", readme)
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("only trainings can be filmed"))
    #expect(try folder.contents == ["README.md"])
  }
}
