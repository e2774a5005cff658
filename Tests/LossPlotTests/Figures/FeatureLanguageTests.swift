import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// The page of features from elsewhere, the pages of margins and pulls, and comparisons with their
/// trend, in Chinese: nothing of them is left in English.
struct FeatureLanguageTests {
  /// Names, symbols and what is typed: the same in both languages.
  private static let allowed: Set<String> = [
    "DET", "CMC", "ROC", "FAR", "TAR", "EER", "FNIR", "FPIR", "EC", "Inter", "Intra", "rank",
    "mine", "yours", "formula", "CosFace", "ArcFace", "Softmax", "lossviz", "Levenshtein", "cos",
    "Shannon", "logit", "float", "classes", "by",
  ]

  private func english(_ text: String) -> [String] {
    text.replacing(/--[a-z-]+/, with: "").split { !($0.isASCII && $0.isLetter) }.map(String.init)
      .filter { $0.count > 2 && !Self.allowed.contains($0) }
  }

  private func expectChinese(_ scene: Scene, _ what: String) {
    for text in scene.texts.map(\.content.text) + [scene.title, scene.description] {
      #expect(english(text).isEmpty, "\(what): \(text)")
    }
  }

  private func file(_ title: String, weights: Bool, names: [String]? = nil) throws -> MeasuredFile {
    try .made(
      title, FormulaRun(dimensions: 6, spread: 1.3), weights: weights, names: names,
      notes: Self.notes)
  }

  /// What may be said of features, each with numbers and names of its own.
  private static let notes: [Wording] =
    ([
      .leftOut(
        [
          .init(row: 1, reason: .notFinite), .init(row: 7, reason: .zero),
          .init(row: 8, reason: .unlabelled),
        ], of: 60),
      .leftOut([.init(row: 7, reason: .zero)], of: 60), .labelColumn(number: 4, name: nil),
      .textColumns(["1", "2"]), .rescaled(powerOfTen: 20),
    ] as [DataNotice]).map(\.words) + [RunWarning.noClassWeights.words]

  private var style: FigureStyle {
    var style = FigureStyle()
    style.language = .zh
    return style
  }

  @Test func aPageOfOneFileHasNoEnglishLeft() throws {
    for weights in [true, false] {
      expectChinese(
        featureScene(
          [try file("mine", weights: weights)], panels: FeaturePanel.allCases, style: style),
        "page, weights \(weights)")
    }
  }

  @Test func aPageOfTwoFilesHasNoEnglishLeft() throws {
    let files = [try file("mine", weights: false), try file("yours", weights: true)]
    expectChinese(featureScene(files, panels: FeaturePanel.allCases, style: style), "two files")
  }

  @Test func theSamePageInEnglishHasWords() throws {
    let scene = featureScene([try file("mine", weights: false)])
    #expect(scene.texts.contains { !english($0.content.text).isEmpty })
  }

  @Test func chartsOfMarginsAndPullsHaveNoEnglishLeft() throws {
    for dimensions in [2, 512] {
      var chart = MarginChart(classes: 1000, dimensions: dimensions, style: FigureStyle())
      chart.style.language = .zh
      // Data sets have names.
      let papers = Set(PaperMargin.all.map(\.data))
      for text in chart.scene(theme: .light).texts.map(\.content.text)
      where !papers.contains(text) {
        #expect(english(text).isEmpty, "advise: \(text)")
      }
    }
    let entry = try LossEntry.named("arcface")
    var chart = PullChart(
      members: [.init(entry: entry, settings: entry.settings(classes: 4), label: "ArcFace")],
      classes: 4, style: FigureStyle())
    chart.style.language = .zh
    expectChinese(chart.scene(theme: .light), "pull")
  }

  @Test(arguments: [240.0, 400, 516, 960, 1240])
  func typeOfThePageIsNeverTooSmallForPrint(width: Double) throws {
    var style = FigureStyle()
    style.fit.width = width
    for files in [
      [try file("mine", weights: true)],
      [
        try file("mine", weights: false), try file("yours", weights: true),
      ],
    ] {
      let scene = featureScene(files, style: style)
      #expect(abs(scene.width - width) < 1e-6)
      for text in scene.texts {
        #expect(text.size >= PageFit.smallestType - 1e-9, "\(text.content.text)")
        #expect(!text.content.text.hasSuffix("…"), "\(text.content.text) at \(width)")
        #expect(text.position.y >= 0 && text.position.y <= scene.height)
        #expect(text.position.x >= 0 && text.position.x <= scene.width)
      }
    }
  }

  /// A column of print is one page, tables follow one another without a gap, and nothing stands on
  /// what is said below.
  @Test(
    arguments: [240.0, 400, 516, 700],
    [nil, [.numbers, .suspects, .thresholds, .classes]] as [[FeaturePanel]?])
  func aNarrowPageIsOnePageOfPrint(width: Double, panels: [FeaturePanel]?) throws {
    var style = FigureStyle()
    style.fit.width = width
    var (mine, yours) = (try file("mine", weights: true), try file("yours", weights: false))
    // Of all that may be said nobody hears so much at once.
    mine.notes = []
    yours.notes = []
    for files in [[mine], [mine, yours]] {
      let scene = featureScene(files, panels: panels, style: style)
      #expect(panels != nil || scene.height < 760, "\(scene.height) at \(width)")
      let footer = try #require(scene.groups("footer").first)
      let top = footer.scene.texts.map { $0.position.y - $0.size }.min() ?? 0
      let tables = ["table", "thresholds", "suspects"].flatMap { scene.groups($0) }
      #expect(!tables.isEmpty)
      var ends: [Double] = []
      for table in tables {
        let words = table.scene.texts.map(\.position.y)
        ends.append(words.max() ?? 0)
        #expect(words.allSatisfy { $0 < top }, "\(table.name) at \(width)")
      }
      if panels == nil { #expect(top - (ends.max() ?? 0) < 40, "a gap at \(width)") }
    }
  }

  @Test func aNarrowPageShowsLessThanTheWholeOne() {
    func shown(_ width: Double?) -> [FeaturePanel] {
      FeaturePanel.shown(isComparison: false, fit: PageFit(width: width))
    }
    #expect(shown(240) == [.pairs, .det, .thresholds])
    #expect(shown(516) == [.pairs, .det, .thresholds, .numbers])
    #expect(shown(nil) == FeaturePanel.usual(isComparison: false))
    #expect(shown(960) == shown(nil))
  }

  @Test func longNamesLoseTheirMiddleAndStayInTheirPanel() throws {
    let names = (0..<6).map { "Firstname\($0)_Middlename_Lastname\($0)" }
    let scene = featureScene([try file("mine", weights: false, names: names)])
    let said = scene.texts.map(\.content.text)
    #expect(said.contains { $0.contains("First") && $0.contains("…") && $0.contains("name") })
    #expect(!said.contains { $0.hasSuffix("…") })
    #expect("Firstname_Lastname".shortened(to: 9) == "Firs…name")
    #expect("short".shortened(to: 9) == "short")
    #expect("王小明的名字很长很长".shortened(to: 5) == "王小…很长")
  }

  @Test func whatIsSaidOfSeveralFilesIsSaidOnce() {
    func lines(_ files: [(title: String, notes: [String])]) -> [String] {
      SharedNotes(files, in: .en).lines
    }
    #expect(lines([("a", ["x is y"]), ("b", ["x is y"])]) == ["x is y"])
    #expect(lines([("a", ["x is y"]), ("b", ["x is y"]), ("c", [])]) == ["a, b: x is y"])
    #expect(
      lines([("a", ["m: 3.4 % of all", "only"]), ("b", ["m: 12 % of all"])])
        == ["m: 3.4 (a), 12 (b) % of all", "a: only"])
    #expect(lines([("a", ["1 of 2"]), ("b", ["3 of 4"])]) == ["a: 1 of 2", "b: 3 of 4"])
    #expect(lines([("a", ["x", "x"])]) == ["a: x", "a: x"])
  }
}
