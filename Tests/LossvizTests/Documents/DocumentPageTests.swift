import LossPlot
import Testing

@testable import lossviz

struct DocumentPageTests {
  private let documents: Documents
  private var folder: TemporaryFolder { documents.folder }

  init() throws { documents = try Documents() }

  @Test func aPageIsEmbeddedWithItsStill() throws {
    let tiny = Documents.tiny
    let readme = try folder.file(
      "a.md", Documents.block("page \(tiny) --loss arcface -o img/arc.html"))
    let missing = documents.docs("--check", readme)
    #expect(
      missing.output == ["svg", "html"].map { "\(readme):1: img/arc.\($0) is missing\n" }.joined())
    let outcome = documents.docs(readme)
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try folder.contents.filter { $0.hasPrefix("img/") } == ["img/arc.html", "img/arc.svg"])
    // What shows no pages shows the still, which leads to the page.
    let lines = try documents.text("a.md").split(separator: "\n").dropFirst().dropLast()
    #expect(lines.first?.hasPrefix("<object type=\"text/html\" data=\"img/arc.html\"") == true)
    #expect(lines.dropFirst().first == "<a href=\"img/arc.html\">")
    #expect(lines.contains { $0.hasPrefix("<img src=\"img/arc.svg\" alt=\"ArcFace") })
    #expect(documents.docs("--check", readme).status == .success)
    // Both are those of the commands.
    func written(_ command: [String], _ name: String) throws -> [UInt8] {
      let words = tiny.split(separator: " ").map(String.init) + ["--loss", "arcface", "-q"]
      let outcome = Outcome(words: command + words + ["-o", folder.path(name)])
      #expect(outcome.status == .success, "\(outcome.messages)")
      return try readFile(folder.path(name))
    }
    #expect(try written(["page"], "x.html") == readFile(folder.path("img/arc.html")))
    #expect(try written([], "x.svg") == readFile(folder.path("img/arc.svg")))
    // Another page in its place is drift, what is no page is left alone.
    _ = try written(["page", "--m", "0.1"], "img/arc.html")
    let stale = documents.docs("--check", readme)
    #expect(stale.output.hasPrefix("\(readme):1: img/arc.html\n"), "\(stale.output)")
    _ = try folder.file("img/arc.html", "<p>mine</p>")
    let foreign = documents.docs(readme)
    #expect(foreign.status == .failure && foreign.messages.contains("no page of lossviz"))
    #expect(try documents.text("img/arc.html") == "<p>mine</p>")
  }

  @Test(arguments: [
    ("page -o a.svg", "is no page"), ("page --theme both -o a.html", "makes two files"),
    ("page --data mnist -o a.html", "a page carries identities and digits"),
    ("page -o ../a.html", "lies beside its document"), ("curve -o a.html", "is no picture"),
  ])
  func whatNoPageCanBeIsSaid(options: String, expected: String) throws {
    let readme = try folder.file("a.md", Documents.block(options))
    let outcome = documents.docs(readme)
    #expect(outcome.status == .misuse && outcome.messages.contains(expected), "\(outcome.messages)")
    #expect(try folder.contents == ["a.md"])
  }
}
