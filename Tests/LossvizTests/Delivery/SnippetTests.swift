import Foundation
import LossPlot
import Testing

@testable import lossviz

struct SnippetTests {
  private func lines(
    _ language: SnippetLanguage, path: String = "a.svg", dark: String? = nil, text: String = "t"
  ) -> [String] {
    Snippet(language: language, path: path, darkPath: dark, title: "50 % & more", text: text).lines
  }

  @Test func markdownEscapesWhatWouldBeginSomething() {
    #expect(
      lines(.markdown, text: #"a ] b [c](d) *e* _f_ `g` <h> \i $j$"#) == [
        #"![a \] b \[c\](d) \*e\* \_f\_ \`g\` \<h\> \\i \$j\$](a.svg)"#
      ])
  }

  @Test func addressesArePlainWhateverTheNameIs() {
    #expect(
      lines(.markdown, path: "my dir/ä (1),b:%.svg") == [
        "![t](my%20dir/%C3%A4%20%281%29%2Cb%3A%25.svg)"
      ])
    #expect("类.svg".inURL == "%E7%B1%BB.svg")
  }

  @Test func htmlEscapesQuotes() {
    #expect(
      lines(.html, text: "\"a\" < b & c\nd") == [
        "<img src=\"a.svg\" alt=\"&quot;a&quot; &lt; b &amp; c d\">"
      ])
  }

  @Test func aPairBecomesAPictureForBothSchemes() {
    #expect(
      lines(.picture, dark: "a-dark.svg") == [
        "<picture>",
        "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"a-dark.svg\">",
        "  <img src=\"a.svg\" alt=\"t\">", "</picture>",
      ])
    #expect(lines(.picture).count == 3)
  }

  @Test func doccNamesTheFileAlone() {
    #expect(
      lines(.docc, path: "x/y.png", text: #"a "b" \c"#) == [
        #"@Image(source: "y.png", alt: "a \"b\" \\c")"#
      ])
  }

  @Test func latexEscapesItsSpecials() {
    let text = lines(.latex, path: "my_dir/50%#~.pdf", text: #"5° {x} \y #1 ~^"#)
    #expect(
      text[2]
        == ##"  \includegraphics[width=\linewidth,alt={5\textdegree{} \{x\} \textbackslash{}y \#1 "##
        + #"\textasciitilde{}\textasciicircum{}}]"#
        + #"{my\string_dir/50\csname @percentchar\endcsname \csname c_hash_str\endcsname \string~.pdf}"#
    )
    #expect(text[3] == #"  \caption{50 \% \& more}"#)
  }

  @Test(arguments: SnippetLanguage.allCases)
  func theTextOfThePictureIsTheTextOfTheSnippet(language: SnippetLanguage) throws {
    let folder = try TemporaryFolder()
    let picture = folder.path("a.png")
    let outcome = Outcome(
      "--samples", "20", "--steps", "20", "-q", "-o", picture, "--snippet", language.rawValue)
    #expect(outcome.status == .success, "\(outcome.messages)")
    let text = try PictureWords(ofPicture: readFile(picture)).description
    #expect(
      text.hasPrefix("CosFace (m = 0.35, s = 16) on 6 identities") && text.contains("Test accuracy")
    )
    let start = String(text.prefix(60))
    #expect(outcome.output.contains(start))
    #expect(!outcome.output.split(separator: "\n").contains { $0 == picture })
  }

  @Test func doccFindsTheDarkPictureByItsName() throws {
    let folder = try TemporaryFolder()
    _ = Outcome(
      "--samples", "20", "--steps", "20", "-q", "-o", folder.path("a.svg"), "--theme", "both",
      "--snippet", "docc")
    #expect(try folder.contents == ["a.svg", "a~dark.svg"])
  }

  @Test(arguments: [
    ["--json", "-o", "a.svg"], ["-o", "-"],
  ])
  func twoThingsOnStandardOutputAreMisuse(words: [String]) {
    #expect(Outcome(words: words + ["--snippet", "html"]).status == .misuse)
  }

  @Test func aLanguageThatCannotShowTheFormatIsMisuse() {
    #expect(Outcome("-o", "a.svg", "--snippet", "latex").messages.contains("hint: -o FILE.pdf"))
    #expect(Outcome("-o", "a.pdf", "--snippet", "markdown").status == .misuse)
    #expect(Outcome("figure", "focal", "--snippet", "nothing").status == .misuse)
  }

  @Test func everyCommandThatDrawsHasSnippets() {
    for command in Command.all where command.recipe != nil {
      #expect(command.options.contains { $0.name == "snippet" }, "\(command.name)")
    }
  }

  @Test func aFigureAndACurvePrintTheirs() throws {
    let folder = try TemporaryFolder()
    let figure = Outcome(
      "figure", "focal-curves", "-q", "-o", folder.path("f"), "--snippet", "html")
    #expect(figure.output.hasPrefix("<img src=\"\(folder.path("f/focal-curves.svg").inURL)\" alt="))
    let curve = Outcome("curve", "-q", "-o", folder.path("c.svg"), "--snippet", "markdown")
    #expect(curve.output.hasPrefix("!["))
  }
}

struct AdaptiveTests {
  @Test func oneFileHasBothThemes() throws {
    let folder = try TemporaryFolder()
    let outcome = Outcome("curve", "--adaptive", "-q", "-o", folder.path("a.svg"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    let text = String(decoding: try readFile(folder.path("a.svg")), as: UTF8.self)
    #expect(text.contains("@media(prefers-color-scheme:dark)"))
    #expect(Outcome("inspect", folder.path("a.svg")).output.contains("\"adaptive\": true"))
  }

  @Test(arguments: [
    ["-o", "a.png"], ["-o", "a.svg", "-o", "a.pdf"], ["-o", "a.svg", "--theme", "dark"],
    ["-o", "a.svg", "--theme", "both"], ["--format", "pdf"],
  ])
  func whatCannotBeAdaptiveIsMisuse(words: [String]) {
    #expect(Outcome(words: ["--adaptive"] + words).status == .misuse)
  }

  @Test func aFolderOfFiguresHasPNGToo() {
    #expect(
      Outcome("figure", "focal-curves", "--adaptive", "--format", "svg,png").status == .misuse)
  }
}
