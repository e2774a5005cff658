import Foundation
import LossPlot
import Testing

@testable import lossviz

/// Which files of a folder are documents, and in which encodings.
struct DocumentKindTests {
  private let documents: Documents
  private var folder: TemporaryFolder { documents.folder }

  init() throws { documents = try Documents() }

  @Test func aWholeFolderIsOneRoot() throws {
    _ = try folder.file("docs/a.md", Documents.block("curve -o ../img/a.svg"))
    _ = try folder.file("docs/deep/b.markdown", Documents.block("boundary -o ../../img/b.svg"))
    _ = try folder.file(".hidden/c.md", Documents.block("--bogus"))
    _ = try folder.file("notes.txt", Documents.block("--bogus"))
    #expect(mkfifo(folder.path("pipe.md"), 0o600) == 0)
    let outcome = documents.docs(folder.url.path)
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try folder.contents.filter { $0.hasPrefix("img/") } == ["img/a.svg", "img/b.svg"])
    #expect(try documents.text("docs/deep/b.markdown").contains("](../../img/b.svg)"))
    #expect(documents.docs("--check", folder.url.path).status == .success)
  }

  @Test(arguments: ["qmd", "Rmd", "mdx", "markdown", "MD", "mkd"])
  func everyKindOfMarkdownInAFolderIsChecked(ending: String) throws {
    _ = try folder.file("d/a.\(ending)", Documents.block("curve -o a.svg"))
    let check = documents.docs("--check", folder.path("d"))
    #expect(
      check.status == .checkFailed && check.output.contains("a.\(ending):1: a.svg is missing"))
    #expect(documents.docs(folder.path("d")).status == .success)
    #expect(try documents.text("d/a.\(ending)").contains("](a.svg)"))
  }

  @Test func aByteOrderMarkAndLineEndsAreKept() throws {
    let mark = "\u{FEFF}"
    let readme = try folder.file("a.md", mark + Documents.block("curve -o a.svg", end: "\r\n"))
    #expect(documents.docs(readme).status == .success)
    let text = try documents.text("a.md")
    #expect(text.unicodeScalars.first == "\u{FEFF}" && text.contains("](a.svg)\r\n"))
    #expect(documents.docs("--check", readme).status == .success)
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func otherEncodingsAreRefusedInWords(mark: [UInt8]) throws {
    let units = Documents.block("curve -o a.svg").utf16.flatMap { unit -> [UInt8] in
      mark[0] == 0xFF
        ? [UInt8(unit & 255), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 255)]
    }
    let readme = try folder.file("a.md", mark + units)
    let outcome = documents.docs(readme)
    #expect(
      outcome.status == .failure && outcome.messages.contains("text in UTF-16, not text in UTF-8"))
    #expect(outcome.messages.contains("UTF-8"))
    #expect(try readFile(readme) == mark + units)
  }

  @Test func aDocumentWithoutBlocksIsFine() throws {
    let readme = try folder.file("a.md", "nothing here")
    #expect(documents.docs(readme).status == .success)
    #expect(documents.docs("--check", readme).status == .success)
    #expect(documents.docs("--check", folder.url.path).status == .success)
    #expect(documents.docs(folder.path("nothing.md")).status == .failure)
  }

  @Test(arguments: ["\n", "\r\n"])
  func lineEndsAndAMissingLastOneStayAsTheyWere(end: String) throws {
    let head = "Ä类\u{2028}x\(end)\(end)"
    let block = Documents.block("boundary --snippet picture -o a.svg", end: end)
    let readme = try folder.file("a.md", head + block)
    #expect(documents.docs(readme).status == .success)
    let text = try documents.text("a.md")
    #expect(text.hasPrefix(head) && text.hasSuffix("</picture>\(end)<!-- /lossviz -->"))
    if end == "\n" { #expect(!text.utf8.contains(13)) }
    #expect(text.utf8.count(where: { $0 == 10 }) == 6)
    #expect(documents.docs("--check", readme).status == .success)
  }

  @Test func codeIsLeftAlone() throws {
    let text = "```\n" + Documents.block("--bogus") + "\n```\n"
    let readme = try folder.file("a.md", text)
    #expect(documents.docs(readme).status == .success)
    #expect(try documents.text("a.md") == text)
  }
}
