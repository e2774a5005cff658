import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The words that a page refers to something with, in the order of the page.
private final class PageReader: NSObject, XMLParserDelegate {
  private(set) var links: [String] = []
  private(set) var identifiers: [String] = []
  private(set) var images = 0

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    links += ["href", "src", "srcset"].compactMap { attributes[$0] }
    if let identifier = attributes["id"] { identifiers.append(identifier) }
    if element == "img" { images += 1 }
  }
}

/// Every figure and the page, from trainings of a few steps.
private struct SmallPage {
  let folder: TemporaryFolder
  let captured = CapturedConsole()

  init(_ words: String..., language: PageLanguage = .en) throws {
    folder = try TemporaryFolder()
    let words = [
      "all", "-o", folder.path("page"), "--runs", folder.path("runs"), "--format", "svg",
      "--seeds", "1", "--lang", language.rawValue,
    ]
    let call = try Command.figure.call(words, environment: Environment { _ in nil })
    try FigureSession(selection: FigureSelection(FigureValues(call)), console: captured.console()) {
      $0.shrink()
    }.run()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "page/\(name)"), encoding: .utf8)
  }
}

@Suite struct FigurePageTests {
  @Test func thePageIsWellFormedAndAllThatItNamesStandsBesideIt() throws {
    let page = try SmallPage()
    let text = try page.text("index.html")
    let reader = PageReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.images == Figure.all.count)
    #expect(reader.identifiers == Figure.all.map(\.name))
    let files = try page.folder.contents.filter { $0.hasPrefix("page/") }
    for link in reader.links where !link.hasPrefix("https://arxiv.org/abs/") {
      if link.hasPrefix("#") {
        #expect(reader.identifiers.contains(String(link.dropFirst())), "\(link)")
      } else {
        #expect(files.contains("page/\(link)"), "\(link)")
      }
    }
    // Light and dark of each, wide and narrow, and the two pages.
    #expect(files.count == 4 * Figure.all.count + 2)
    for figure in Figure.all {
      #expect(
        text.contains("<source media=\"(max-width: 700px)\" srcset=\"\(figure.name)-narrow.svg\"/>")
      )
      // Said once: above the picture, and below it.
      let picture = try page.text("\(figure.name).svg")
      let shown = picture.matches(of: /<(?:text|tspan)[^>]*>([^<]*)/).map { String($0.output.1) }
      #expect(!shown.contains(figure.title.en))
      #expect(!shown.contains { $0.hasPrefix("reproduced") || $0.hasPrefix("not reproduced") })
    }
    let markdown = try page.text("index.md")
    for file in [text, markdown] {
      #expect(!file.contains(page.folder.url.path) && !file.contains("file:"))
    }
    for figure in Figure.all {
      #expect(markdown.contains("srcset=\"\(figure.name)-dark.svg\""))
      #expect(markdown.contains("lossviz figure \(figure.name)"))
    }
    let held = text.components(separatedBy: "<b class=\"yes\">").count - 1
    let claims = held + text.components(separatedBy: "<b class=\"no\">").count - 1
    #expect(text.contains("\(held) of \(claims) claims reproduced in"))
  }

  /// Names of losses, networks, data and measures, and what is typed, are as they are.
  private static let names: Set<String> = [
    "softmax", "Softmax", "NormFea", "NormFace", "ArcFace", "CosFace", "SphereFace", "FaceNet",
    "LMCL", "NSL", "OHEM", "Focal", "Center", "center", "loss", "Contrastive", "Triplet", "Norm",
    "MNIST", "MegaFace", "CASIA", "WebFace", "LFW", "YTF", "CFP", "AgeDB", "ResNet", "CelebA",
    "LeNets", "lenet", "rank", "ver", "Fisher", "Hinge", "ICML", "ECCV", "arXiv", "CIFAR", "cos",
    "sin", "asin", "arccos", "logit",
    "rad", "strict", "easy", "detached", "lossviz", "facenet", "TensorFlow", "insightface", "The",
    "Devil", "Face", "Recognition", "Wang", "Kemelmacher", "Shlizerman", "CMC", "Arc", "Cos",
  ]

  @Test func theChinesePageHasNoEnglishLeft() throws {
    let page = try SmallPage(language: .zh)
    // The longest first: their words are English nowhere else.
    let titles = LossEntry.all.map(\.title).sorted { $0.count > $1.count }
    func words(_ text: String) -> Set<String> {
      let text = titles.reduce(text.replacing(/--[a-z]+/, with: "")) {
        $0.replacing($1, with: " ")
      }
      return Set(
        text.split { !($0.isLetter && $0.isASCII) }
          .map(String.init).filter { $0.count > 2 }
      ).subtracting(Self.names)
    }
    // Citations, commands and formulas stand as they do in any language.
    let html = try page.text("index.html")
      .replacing(/<style>[\s\S]*?<\/style>/, with: "")
      .replacing(/<p class="(source|formula)">[\s\S]*?<\/p>/, with: "")
      .replacing(/<[^>]*>/, with: " ").replacing(/&[a-z]+;/, with: " ")
    #expect(words(html).isEmpty, "\(words(html))")
    #expect(html.contains("已复现") && html.contains("未复现") && html.contains("不适用"))
    let markdown = try page.text("index.md").split(separator: "\n").filter { line in
      !["<", "  <", "    ", "`", "来源", "!["].contains { line.hasPrefix($0) }
    }.joined(separator: "\n")
    #expect(words(markdown).isEmpty, "\(words(markdown))")
    for figure in Figure.all {
      let picture = try page.text("\(figure.name).svg")
      let shown = picture.matches(of: /<(?:text|tspan|title|desc)[^>]*>([^<]*)/).map {
        String($0.output.1)
      }.joined(separator: " ")
      #expect(words(shown).isEmpty, "\(figure.name): \(words(shown))")
    }
  }

  @Test func everyFigureStandsInOneChapterThatHasWords() {
    #expect(Set(Figure.all.map(\.name)).count == Figure.all.count)
    for chapter in ArticleChapter.allCases.map({ FigureChapter($0) }) {
      for language in PageLanguage.allCases {
        #expect(!chapter.title[language].isEmpty && !chapter.text[language].isEmpty)
      }
    }
  }
}
