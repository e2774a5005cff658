import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// Names, formulas and file words that no translation changes.
private let untranslated: Set<String> = [
  "softmax", "Softmax", "NormFace", "ArcFace", "CosFace", "SphereFace", "LMCL", "NSL", "OHEM",
  "FaceNet", "MegaFace", "Focal", "Center", "loss", "MNIST", "Contrastive", "Triplet",
  "Norm", "LFW", "YTF", "CFP", "AgeDB", "CASIA", "ResNet", "WebFace", "CelebA", "rank", "ver",
  "cos", "sin", "asin", "arccos", "logit", "rad", "strict", "easy", "detached", "softmax’s",
  "Devil",
  "The", "Face", "Recognition", "Wang", "Kemelmacher", "Shlizerman", "CMC", "center", "eq",
  "NormFea", "lenet", "LeNets", "Hinge", "Fisher", "lossviz", "Arc", "Cos",
]

/// Names of losses, the longest first: their words are English nowhere else.
private let titles = LossEntry.all.map(\.title).sorted { $0.count > $1.count }

@Suite struct FigureLanguageTests {
  /// Runs of three or more Latin letters that somebody could have translated.
  private func words(_ text: String) -> [String] {
    // Options are typed as they are in any language.
    titles.reduce(text.replacing(/--[a-z]+/, with: "")) { $0.replacing($1, with: " ") }
      .split { !($0.isLetter && $0.isASCII) }.map(String.init)
      .filter { $0.count > 2 && !untranslated.contains($0) }
  }

  private func words(_ items: [Scene.Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .text(let text): words(text.content.text)
      case .group(let group): words(group.items)
      case .path, .dots, .raster: []
      }
    }
  }

  @Test(arguments: Figure.all.map(\.name))
  func aChineseFigureHasNoEnglishLeft(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    let words = words(figure.scene(result, theme: .light, language: .zh).items)
    #expect(words.isEmpty, "\(name): \(words)")
    for claim in result.claims {
      let words = self.words(claim.threshold.zh) + self.words(claim.sentence.zh)
      #expect(words.isEmpty, "\(name): \(words)")
    }
  }

  @Test func theSameEnglishFigureHasWords() throws {
    let figure = Figure.focalCurves
    let scene = figure.scene(try figure.make(.tiny), theme: .light)
    #expect(!words(scene.items).isEmpty)
  }
}
