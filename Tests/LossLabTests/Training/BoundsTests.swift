import TestSupport
import Testing

@testable import LossLab

struct BoundsTests {
  @Test func aMarginAboveItsBoundIsToldWithWhatWouldDo() throws {
    let found = try #require(LossEntry.cosface.boundWarnings(classes: 6) { $0["m"] = 1.2 }.first)
    guard case .marginAboveBound(let excess) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(excess.margin == 1.2 && excess.classes == 6 && excess.meaning == .noFeatures)
    #expect(abs(excess.bound - 0.5) < 1e-12)
    // Three classes are 120° apart: 1 − cos 120° = 1.5.
    #expect(excess.fittingClasses == 3)
    let circle = try #require(LossEntry.circle.boundWarnings(classes: 6) { $0["m"] = 0.9 }.first)
    guard case .marginAboveBound(let other) = circle else {
      Issue.record("\(circle)")
      return
    }
    #expect(other.meaning == .rulesOverlap && other.fittingClasses == nil)
  }

  @Test func anSBelowItsBoundIsToldWithTheNextWholeOne() throws {
    for (classes, fix) in [(10, 16.0), (1000, nil)] {
      let found = try #require(
        LossEntry.normface.boundWarnings(classes: classes) { $0["s"] = 1 }.first)
      guard case .scaleBelowBound(let shortage) = found else {
        Issue.record("\(found)")
        return
      }
      #expect(shortage.scale == 1 && shortage.bound > 1 && shortage.fittingScale == fix)
    }
  }

  @Test func whatKeepsItsBoundsIsNotWarnedOf() {
    #expect(LossEntry.cosface.boundWarnings(classes: 6) { _ in }.isEmpty)
  }

  @Test(arguments: [0.02, 0.1, 0.35, 0.6, 1.2])
  func theMostClassesThatFitAreTheLastThatAreFeasible(margin: Double) throws {
    for entry in [LossEntry.cosface, .arcface, .adaface] {
      let found = try #require(
        entry.boundWarnings(classes: 400) { $0["m"] = .number(margin) }.first)
      guard case .marginAboveBound(let excess) = found else {
        Issue.record("\(found)")
        continue
      }
      var settings = entry.settings(classes: 400)
      settings["m"] = .number(margin)
      let feasible = (2..<400).filter {
        Bounds(entry: entry, settings: settings, classes: $0, dimensions: 2).isFeasible
      }
      #expect(excess.fittingClasses == feasible.last)
    }
  }
}
