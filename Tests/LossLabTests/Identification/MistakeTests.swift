import Testing

@testable import LossLab

/// Formulas that are written down in the tests alone are named with what is wrong in them.
struct MistakeTests {
  private static let slips =
    MistakenFormulas.lengthsAndNegatives + MistakenFormulas.factors + MistakenFormulas.degrees
    + MistakenFormulas.pairs

  @Test(arguments: slips.indices)
  func aFormulaIsNamedWithItsMistake(index: Int) throws {
    let slip = Self.slips[index]
    let batch = IdentifierBatch(
      seed: 61 + UInt64(index), samples: 7, classes: slip.hasWeights ? 4 : 3, dimensions: 3,
      scale: slip.mistakes.contains(.weightsNotNormalised) ? 0.4 : 1)
    let found = try Identifier.identify(
      batch.observation(slip.formula, hasWeights: slip.hasWeights))
    let answer = try #require(
      found.answer, "\(slip.loss) \(slip.mistakes) nearest \(String(describing: found.nearest))")
    let all = [answer] + found.same
    let right = all.first { $0.loss == slip.loss && Set($0.mistakes) == Set(slip.mistakes) }
    let match = try #require(right, "\(slip.loss) \(slip.mistakes): \(all)")
    if let m = slip.m {
      let solved = try #require(match.number("m"))
      #expect(abs(solved - m) < 1e-4 * m)
    }
    if let s = slip.s {
      let solved = try #require(match.number("s"))
      #expect(abs(solved - s) < 1e-4 * s)
    }
  }

  /// The half and the mean of center loss.
  @Test(arguments: [
    (0.5, "sum", []), (1, "sum", [Mistake.noHalf]), (0.5 / 9, "mean", []),
    (1.0 / 9, "mean", [.noHalf]),
  ])
  func theFactorsOfCenterLossAreTold(
    factor: Double, reduction: String, mistakes: [Mistake]
  ) throws {
    let batch = IdentifierBatch(seed: 8, samples: 9, classes: 3)
    let centers = batch.weights
    let observation = batch.observation(
      { x, _, y in
        var sum = 0.0
        for (row, label) in zip(x, y) {
          for (one, other) in zip(row, centers.row(label)) { sum += (one - other) * (one - other) }
        }
        return factor * sum
      }, hasWeights: false, centers: centers)
    let answer = try #require(try Identifier.identify(observation).answer)
    #expect(answer.loss == "center" && answer.reduction == reduction)
    #expect(answer.mistakes == mistakes)
  }

  @Test func theFixedScaleOfTwoClassesIsToldToBeZero() throws {
    let batch = IdentifierBatch(seed: 8, samples: 6, classes: 2)
    let found = try Identifier.identify(
      batch.observation(
        value: 0.693_147_180_559_945_3, features: Array(repeating: 0, count: 24),
        weights: Array(repeating: 0, count: 8)))
    #expect(found.answer?.loss == "adacos")
    #expect(found.answer?.mistakes == [.scaleOfTwoClasses])
  }
}
