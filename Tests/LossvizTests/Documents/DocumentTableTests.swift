import LossPlot
import Testing

@testable import lossviz

/// Blocks with a table: `list losses --markdown`.
struct DocumentTableTests {
  private let documents: Documents
  private var folder: TemporaryFolder { documents.folder }

  init() throws { documents = try Documents() }

  @Test(arguments: ["losses", "figures", "data", "palettes"])
  func aTableIsWrittenAndKept(name: String) throws {
    let block = Documents.block("list \(name) --markdown")
    let readme = try folder.file("a.md", "before\n\n\(block)\n\nafter")
    #expect(documents.docs("--check", readme).status == .checkFailed)
    let outcome = documents.docs(readme)
    #expect(outcome.status == .success && outcome.output == readme + "\n", "\(outcome.messages)")
    let text = try documents.text("a.md")
    let table = Outcome("list", name, "--markdown").output
    #expect(text.hasPrefix("before\n\n<!-- lossviz: list \(name) --markdown -->\n\n| "))
    #expect(text.hasSuffix("-->\n\n\(table)\n<!-- /lossviz -->\n\nafter"))
    #expect(documents.docs("--check", readme).status == .success)
    #expect(documents.docs("--force", readme).output.isEmpty)
    #expect(try documents.text("a.md") == text)
  }

  @Test func aRowThatDiffersIsDrift() throws {
    let readme = try folder.file("a.md", Documents.block("list losses --markdown", end: "\r\n"))
    #expect(documents.docs(readme).status == .success)
    let right = try documents.text("a.md")
    #expect(right.contains("|\r\n| CosFace<br>"))
    _ = try folder.file("a.md", right.replacing("s (cos θ_y − m)<br>", with: "s cos θ_y<br>"))
    let check = documents.docs("--check", readme)
    #expect(check.status == .checkFailed)
    #expect(check.output.hasPrefix("\(readme):1: the text between the markers\n- | loss"))
    #expect(documents.docs(readme).status == .success)
    #expect(try documents.text("a.md") == right)
  }

  @Test func aTableStandsBesidePictures() throws {
    let readme = try folder.file(
      "a.md",
      Documents.block("list palettes --markdown") + "\n\n" + Documents.block("curve -o a.svg"))
    let outcome = documents.docs(readme)
    #expect(outcome.output == folder.path("a.svg") + "\n" + readme + "\n")
    #expect(documents.docs("--check", readme).status == .success)
  }

  @Test(arguments: [
    ("list losses", "add --markdown to the block"),
    ("list loses --markdown", "did you mean losses"),
    ("list --markdown", "one of:"), ("list losses data --markdown", "one of:"),
    ("list losses --markdown --quiet", "leave it out"),
    ("list losses --markdown -o a.md", "unknown option '-o'"),
  ])
  func whatIsNoTableIsNamedByItsLine(options: String, words: String) throws {
    let readme = try folder.file("a.md", "\n" + Documents.block(options))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .misuse && outcome.messages.contains("error: \(readme):2: "))
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
  }
}
