import LossPlot
import Testing

@testable import lossviz

/// File names and titles that would become part of the document.
struct HostileSnippetTests {
  private func text(_ language: SnippetLanguage, path: String = "a.svg", _ words: String) -> String
  {
    Snippet(language: language, path: path, title: words, text: words).lines
      .joined(separator: "\n")
  }

  @Test(arguments: [
    "a}\\input{x}.pdf", "a{b.pdf", "a\\b.pdf", "a\"b.pdf", "a\nb.pdf", "a\tb.pdf", "a  b.pdf",
    "a\rb.pdf", "a\u{202E}b.pdf", "a\u{FFFF}.pdf", "a\\\u{301}b.png", "a}\u{301}.png",
  ])
  func aNameThatLaTeXCannotTakeIsMisuseBeforeTheTraining(name: String) throws {
    let folder = try TemporaryFolder()
    for command in [["--steps", "1"], ["curve"], ["compare", "--m", "0,0.1"]] {
      let outcome = Outcome(words: command + ["--snippet", "latex", "-o", folder.path(name)])
      #expect(outcome.status == .misuse)
      #expect(outcome.messages.contains("latex cannot name the file"), "\(outcome.messages)")
      #expect(outcome.messages.contains("  hint: a name of letters"))
    }
    #expect(try folder.contents == [])
  }

  @Test(arguments: ["a b.pdf", "a%b#c~d_e&f$g^h.pdf", "a(b)[c],d`e'.pdf", "类.pdf", "a<b>|c.png"])
  func otherNamesAreWritten(name: String) {
    #expect(SnippetLanguage.latex.canName(name))
  }

  @Test func doccCannotNameAFileOfTwoLines() {
    #expect(!SnippetLanguage.docc.canName("a\nb.svg"))
    #expect(SnippetLanguage.docc.canName("a\"\\b.svg"))
    #expect(SnippetLanguage.html.canName("a\nb.svg"))
    #expect(text(.html, path: "a\nb.svg", "t").contains("a%0Ab.svg"))
  }

  /// An accent makes another character of the sign before it, which acts all the same.
  @Test func anAccentHidesNoSign() {
    #expect(
      text(.html, "\"\u{301}<\u{301}") == "<img src=\"a.svg\" alt=\"&quot;\u{301}&lt;\u{301}\">")
    #expect(text(.markdown, "]\u{301}`\u{301}") == "![\\]\u{301}\\`\u{301}](a.svg)")
    #expect(text(.docc, "\"\u{301}").hasSuffix("alt: \"\\\"\u{301}\")"))
    #expect(text(.latex, "\\\u{301}{").contains("\\textbackslash{}\u{301}\\{"))
    #expect(text(.latex, path: "a%\u{301}.pdf", "t").contains("@percentchar"))
  }

  @Test(arguments: SnippetLanguage.allCases)
  func theWordsOfATitleStandOnOneLineWithoutControls(language: SnippetLanguage) {
    let words = text(language, "a\r\nb\u{2028}c\0d\u{1B}e\u{FFFF}f\u{202E}g\th")
    #expect(words.contains("a b c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g h"))
  }
}
