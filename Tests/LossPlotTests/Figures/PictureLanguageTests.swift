import LossLab
import LossPlot
import Testing

@testable import LossScene

/// Pictures in Chinese say everything but names in it.
struct PictureLanguageTests {
  /// Words that are the same in both: formulas, names.
  private static let names = [
    "CosFace", "ArcFace", "SphereFace", "Triplet loss", "logit", "cos", "auto", "ψ",
    "formula", "by", "a", "classes", "m", "s", "seed", "max", "if", "at",
  ]

  private func latinWords(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { $0.count > 1 }
  }

  @Test(arguments: ["cosface", "arcface", "sphereface", "triplet", "magface", "sphereface2"])
  func noEnglishIsLeft(loss: String) throws {
    var style = FigureStyle()
    style.language = .zh
    style.views = loss == "triplet" ? [.features, .angles, .histogram] : RunView.allCases
    var run = try FormulaRun(loss: loss).run
    run.facts.noise = 0.1
    run.facts.noiseKind = ""
    let scene = runScene(run, style: style)
    let title = run.entry?.title ?? ""
    for text in scene.texts.map({ $0.content }) + [RichText(plain: scene.description)] {
      let plain = text.text.replacing(title, with: "").replacing("6 classes by a formula", with: "")
      // Formulas have words of their own: cos, max.
      let isFormula = text.spans.contains { $0.isFormula || $0.isItalic }
      let words = latinWords(plain).filter { !["logit", "cos", "formula"].contains($0) }
      #expect(isFormula || words.isEmpty, "\(loss): \(text.text)")
    }
  }

  @Test func everyWarningOfABoundHasItsChinese() throws {
    for entry in LossEntry.all {
      for classes in [2, 3, 6, 30] {
        for margin in [0.1, 0.5, 1.2, 3] {
          var settings = entry.settings(classes: classes)
          for name in ["m", "m2"] where entry.option(named: name) != nil {
            settings[name] = .number(margin)
          }
          if entry.option(named: "s") != nil { settings["s"] = .number(2) }
          let bounds = Bounds(entry: entry, settings: settings, classes: classes, dimensions: 2)
          for warning in bounds.warnings(entry: entry, settings: settings, classes: classes) {
            let chinese = warning.text(in: .zh)
            #expect(
              latinWords(chinese).allSatisfy { ["m", "s"].contains($0) },
              "\(entry.name): \(chinese)")
          }
        }
      }
    }
  }

  @Test func everyLossHasALessonInBothLanguages() {
    let order = LossEntry.articleOrder
    #expect(order.count == LossEntry.all.count)
    #expect(Set(order.map(\.name)).count == order.count)
    for entry in order {
      #expect(!entry.lesson.en.isEmpty && entry.lesson.en.count <= 75, "\(entry.name)")
      #expect(entry.lesson.zh != entry.lesson.en, "\(entry.name) has no Chinese lesson")
    }
  }
}
