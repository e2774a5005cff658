import LossPlot
import Testing

@testable import LossFigures
@testable import LossLab
@testable import LossScene

/// Claims of the figures on losses after ArcFace, on runs by a formula: each holds where it should and
/// fails where what it is about is taken away.
@Suite struct LaterLossClaimTests {
  private func holds(_ claims: [Claim]) -> [Bool] { claims.map(\.isReproduced) }

  /// A run whose test features are as long as `length` says of their angle to the own weight, radians.
  private func run(_ loss: String, length: (Double) -> Double) throws -> RunGroup {
    var run = try FormulaRun(loss: loss, classes: 8, tested: 40).run
    for (row, label) in run.test.labels.enumerated() {
      let feature = run.test.features.row(row)
      let angle = angleBetween(feature, run.parameters.weights.row(label)).radians
      let factor = length(angle) / norm(feature)
      for column in 0..<2 { run.test.features[row, column] = factor * feature[column] }
      // The farthest are told wrong.
      run.test.predicted[row] = angle > 0.15 ? (label + 1) % 8 : label
    }
    return RunGroup(label: Wording(loss), runs: [run])
  }

  @Test func lengthsMustFallWithTheAngleAndMoreThanWithoutMagFace() throws {
    let falling = try run("magface") { 9 - 20 * min(0.35, $0) }
    // As long, whatever the angle, but for digits that no angle decides.
    let even = try run("arcface") { 12 + sin(1e4 * $0) }
    #expect(holds(lengthClaims(fixed: even, magface: falling)) == [true, true, true])
    let magface = try run("magface") { 12 + sin(1e4 * $0) }
    #expect(holds(lengthClaims(fixed: even, magface: magface)) == [false, false, false])
    // Where a fixed margin does the same, it is not the work of MagFace.
    let same = try run("arcface") { 9 - 20 * min(0.35, $0) }
    #expect(holds(lengthClaims(fixed: same, magface: falling)) == [false, true, false])
  }

  /// A run of CurricularFace whose t is as listed, and whose features are as wide as they were.
  private func curriculum(_ times: [Double]) throws -> RunGroup {
    var run = try FormulaRun(loss: "curricularface", classes: 8).run
    run.snapshots = times.enumerated().map { index, t in
      var parameters = run.parameters
      parameters.means = [t]
      return Snapshot(
        step: 10 * index, loss: 1, parameters: parameters, features: run.test.features)
    }
    return RunGroup(label: "t", runs: [run])
  }

  @Test func hardClassesWeighMoreOnlyWhereTGrows() throws {
    let growing = try curriculum([-0.2, -0.1, 0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
    let still = try curriculum(Array(repeating: 0, count: 11))
    #expect(holds(curriculumClaims(growing: growing, held: still)) == [true, true, true])
    #expect(holds(curriculumClaims(growing: still, held: still)) == [false, false, false])
  }

  /// Three seeds that are one, for K = 1 and 3 and every share of wrong labels.
  ///
  /// - Parameter gathers: whether wrong samples lie at further weights of their class.
  private func subcenters(gathers: Bool, accuracies: [[Double]]) throws -> SubcenterOutcome {
    let runs = try [1, 3].enumerated().map { variant, count in
      try SubcenterOutcome.shares.enumerated().map { share, part in
        var made = FormulaRun(loss: "arcface", classes: 6, trained: 20, spread: 0.3)
        made.change = { $0["m"] = 0.3 }
        var run = try made.run
        run.entry = .subcenterArcface
        run.settings = LossEntry.subcenterArcface.settings(classes: 6)
        run.settings["k"] = .number(Double(count))
        run.metrics.testAccuracy = accuracies[variant][share]
        // Further weights of a class point to the next one and to the one after.
        let rows = (0..<6).flatMap { index in
          (0..<count).flatMap { run.parameters.weights.row((index + $0) % 6) }
        }
        run.parameters.weights = Matrix(rows: 6 * count, columns: 2, elements: rows)
        let wrong = Int((part * Double(run.train.labels.count)).rounded())
        for sample in 0..<wrong {
          let row = sample * run.train.labels.count / max(1, wrong)
          let label = run.train.labels[row]
          run.train.labels[row] = (label + 5) % 6
          if !gathers {
            // It looks like its wrong label.
            let weight = run.parameters.weights.row(((label + 5) % 6) * count)
            for column in 0..<2 { run.train.features[row, column] = weight[column] }
          }
        }
        return [run]
      }
    }
    return try SubcenterOutcome(runs: runs, labels: ["K = 1", "K = 3"])
  }

  @Test func wrongSamplesMustGatherAtFurtherWeights() throws {
    let better = [[0.97, 0.9, 0.8], [0.97, 0.93, 0.85]]
    #expect(holds(try subcenters(gathers: true, accuracies: better).claims) == [true, true, true])
    let worse = [[0.97, 0.9, 0.8], [0.95, 0.88, 0.8]]
    let spread = try subcenters(gathers: false, accuracies: worse)
    #expect(holds(spread.claims) == [false, false, false])
    // One weight a class cannot keep them apart.
    #expect(abs(spread.wrongAtDominant(0, share: 2)[0] - 20) < 0.5)
  }

  @Test func aCollapsedTrainingGuesses() throws {
    var runs = try subcenters(gathers: true, accuracies: [[0.9, 0.9, 0.9], [0.9, 0.9, 0.9]]).runs
    runs[1][2] = [nil]
    let outcome = try SubcenterOutcome(runs: runs, labels: ["K = 1", "K = 3"])
    #expect(abs(outcome.accuracies(1, share: 2)[0] - 100.0 / 6) < 1e-9)
    #expect(abs(outcome.wrongAtDominant(1, share: 2)[0] - 20) < 1e-9)
    runs[0][0] = [nil]
    #expect(throws: DataMisuse.self) { try SubcenterOutcome(runs: runs, labels: ["1", "3"]) }
  }

  @Test func theMarginOfAdaFaceFollowsLengthsAndNothingElse() throws {
    var adaface = try FormulaRun(loss: "adaface", change: { $0["m"] = 0.117 }, classes: 8).run
    adaface.parameters.means = [10, 3]
    let cosface = try FormulaRun(loss: "cosface", change: { $0["m"] = 0.117 }, classes: 8).run
    func claims(_ runs: [Run], _ lengths: [Double]) -> [Bool] {
      holds(QualityOutcome(runs: runs, norms: [lengths.map { [$0] }], seeds: 1).claims)
    }
    #expect(claims([adaface, cosface], [12, 10, 7, 4]) == [true, true, true])
    #expect(claims([adaface, cosface], [10, 10, 10, 10]) == [false, false, true])
    // Back to front: features get shorter, margins are fixed where they should follow.
    #expect(claims([cosface, adaface], [12, 10, 7, 4]) == [true, false, false])
  }

  @Test func noiseKeepsContrastAndGrowsWithItsLevel() {
    var generator = SplitMix64(seed: 3)
    let clean = LabelledSamples(
      samples: .floats(
        Matrix(rows: 400, columns: 8, elements: generator.normals(3200).map { Float(2 * $0 + 5) })),
      labels: Array(repeating: 0, count: 400))
    func values(_ samples: LabelledSamples) -> [Double] {
      guard case .floats(let matrix) = samples.samples else { return [] }
      return matrix.elements.map { Double($0) }
    }
    let before = values(clean)
    var last = 0.0
    for level in [0, 0.5, 2] {
      let after = values(clean.withNoise(level, seed: 1))
      let middle = mean(after)
      let deviation = mean(after.map { ($0 - middle) * ($0 - middle) }).squareRoot()
      #expect(abs(middle - 5) < 0.15 && abs(deviation - 2) < 0.15)
      let change = mean(zip(before, after).map { abs($0 - $1) })
      #expect(level == 0 ? change < 1e-6 : change > last + 0.3)
      last = change
    }
    #expect(values(clean.withNoise(1, seed: 1)) == values(clean.withNoise(1, seed: 1)))
    #expect(values(clean.withNoise(1, seed: 1)) != values(clean.withNoise(1, seed: 2)))
  }

  @Test func ranksCorrelateAsSpearmanSays() {
    #expect(rankCorrelation([1, 2, 3], [10, 100, 1000]) == 1)
    #expect(rankCorrelation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(rankCorrelation([1, 2, 3], [5, 5, 5]) == 0)
    // Ties share ranks 1.5: Σ = (−1)(−1) + (−1)·1·… of ranks (1.5, 1.5, 3) and (1, 2, 3).
    #expect(abs(rankCorrelation([1, 1, 2], [1, 2, 3]) - 1.5 / 3.0.squareRoot()) < 1e-12)
  }

  @Test func aTreeMissesALossAndKnowsItsElders() {
    #expect(holds(FamilyTree.claims(LossKin.all)) == [true, true])
    let without = LossKin.all.filter { $0.entry.name != "adaface" }
    #expect(holds(FamilyTree.claims(without)) == [false, true])
    var upside = LossKin.all
    upside.append(LossKin(.arcface, from: .uniface, zh: ""))
    #expect(!FamilyTree.claims(upside)[0].isReproduced)
    let wrong = LossKin(.cosface, from: .normface, zh: "", reduction: .with("m", 0.1))
    #expect(!FamilyTree.claims(LossKin.all + [wrong])[1].isReproduced)
  }

  @Test func everySummaryOfTheTreeIsSaidInChinese() {
    for kin in LossKin.all {
      #expect(kin.summary.zh.unicodeScalars.contains { $0.value > 0x3000 }, "\(kin.entry.name)")
      #expect(kin.summary.zh != kin.summary.en)
    }
  }
}
