import Foundation
import LossLab
import LossPlot
import Testing

@testable import LossScene

struct FigureTests {
  /// Those that need no training.
  static let analytic = Figure.all.filter { !$0.data.trains }
  /// Measured once for all tests: some take a second.
  static let measured = Dictionary(
    uniqueKeysWithValues: analytic.map { figure in
      (figure.name, Result { try figure.make(FigureContext()) })
    })

  /// The result of an analytic figure, or of a tiny training.
  static func result(_ figure: Figure) throws -> FigureResult {
    try measured[figure.name]?.get() ?? figure.make(.tiny)
  }

  @Test func everyFigureInTheSourcesIsInTheList() throws {
    let sources = URL(filePath: #filePath).appending(
      path: "../../../../Sources/LossFigures"
    ).standardizedFileURL
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var count = 0
    for case let name as String in files where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      count += text.components(separatedBy: "= Figure(").count - 1
    }
    #expect(Figure.all.count == count)
  }

  @Test func namesAreUniqueAndTypedWithoutEffort() {
    for figure in Figure.all {
      let isPlain = figure.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }
      #expect(isPlain)
      #expect(Figure.all.count { $0.name == figure.name } == 1)
      #expect(Figure.named(figure.name.uppercased())?.name == figure.name)
    }
  }

  @Test func everyFigureHasWordsInBothLanguagesAndASource() {
    for figure in Figure.all {
      for language in PageLanguage.allCases {
        #expect(!figure.title[language].isEmpty)
        #expect(figure.summary[language].count > 20, "\(figure.name)")
      }
      #expect(figure.summary.en != figure.summary.zh)
      #expect(!figure.source.en.isEmpty && !figure.source.zh.isEmpty && !figure.citations.isEmpty)
    }
  }

  @Test(arguments: analytic)
  func everyAnalyticClaimHolds(figure: Figure) throws {
    let result = try Self.result(figure)
    #expect(!result.claims.isEmpty)
    for claim in result.claims {
      #expect(claim.isReproduced, "\(figure.name): \(claim.sentence.en): \(claim.measuredText())")
      #expect(!claim.measured.isEmpty && !claim.threshold.en.isEmpty)
      #expect(claim.measured.allSatisfy { $0.value.isFinite })
    }
  }

  @Test(arguments: analytic)
  func aFigureSaysItsClaimsUnderThePicture(figure: Figure) throws {
    let result = try Self.result(figure)
    for language in PageLanguage.allCases {
      let scene = figure.scene(result, theme: .dark, language: language)
      let said = scene.summary
      #expect(said.contains(language == .en ? "reproduced" : "已复现"))
      #expect(scene.description.hasPrefix(figure.summary[language]))
    }
  }

  @Test func aClaimThatDoesNotHoldSaysSo() {
    let claim = Claim(
      Wording("the sky is green", zh: "天是绿的"), threshold: "hue 120°",
      measured: [.init("hue", 210.04, unit: "°", places: 1), .init("error", 1.5e-13)],
      isReproduced: false)
    #expect(claim.verdict() == "not reproduced")
    #expect(claim.measuredText() == "hue 210.0°, error 1.5e−13")
  }
}
