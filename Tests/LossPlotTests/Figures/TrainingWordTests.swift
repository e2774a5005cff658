import LossPlot
import TestSupport
import Testing

@testable import LossLab
@testable import LossPictures

/// The facts of a training in words: numbers that are as short as they may be, and the nearest fix.
struct TrainingWordTests {
  private func warnings(
    _ entry: LossEntry, classes: Int, _ change: (inout LossSettings) -> Void
  ) -> [String] {
    entry.boundWarnings(classes: classes, change).map { $0.text(in: .en) }
  }

  @Test(arguments: [(6, "0.5"), (4, "1"), (8, "0.292"), (10, "0.19"), (3, "1.5")])
  func theFixForCosFaceIsTheLargestFeasibleMargin(classes: Int, fix: String) throws {
    let text = try #require(warnings(.cosface, classes: classes) { $0["m"] = 1.9 }.first)
    #expect(text.contains("try --m \(fix), or"), "\(text)")
    var settings = LossEntry.cosface.settings(classes: classes)
    settings["m"] = .number(try #require(Double(fix)))
    let bounds = Bounds(
      entry: .cosface, settings: settings, classes: classes, dimensions: 2)
    #expect(bounds.isFeasible)
  }

  @Test func aMarginAHairAboveIsShownInFull() throws {
    let text = try #require(warnings(.cosface, classes: 6) { $0["m"] = 0.5000001 }.first)
    #expect(text.hasPrefix("m = 0.5000001 is above the bound 0.5 for 6"))
  }

  @Test func theFixForSIsOneThatTheOptionTakes() throws {
    let small = try #require(warnings(.normface, classes: 10) { $0["s"] = .number(1e-9) }.first)
    #expect(small.hasPrefix("s = 1e-09 is below 15.1,"))
    #expect(small.hasSuffix("try --s 16"))
    let many = try #require(warnings(.normface, classes: 1000) { _ in }.first)
    #expect(many.hasSuffix("no --s is large enough; try fewer classes"))
  }

  @Test(arguments: [
    (0.35, "0.35"), (0.49999999, "0.5"), (2, "2"), (1e-9, "1e-09"), (0, "0"), (-0.25, "-0.25"),
    (12.3456, "12.346"), (1e300, "1e+300"),
  ])
  func numbersOfSentencesAreShort(value: Double, text: String) {
    #expect(decimal(value) == text)
  }

  @Test(arguments: [
    (84.832, "84.8"), (1284.832, "1285"), (0.31416, "0.314"), (1.0472, "1.05"), (-12.345, "-12.3"),
    (0.0001234, "0.0001234"),
  ])
  func whatIsComputedIsSaidInThreeDigits(value: Double, text: String) {
    #expect(decimal(threeDigits(value)) == text)
  }

  @Test func aBoundIsSaidInFullWhereRoundedItWouldBeNone() throws {
    let text = try #require(warnings(.normface, classes: 10) { $0["s"] = 15.12 }.first)
    #expect(text.hasPrefix("s = 15.12 is below 15.137,"))
  }

  @Test func messagesOfFailedTrainingsRoundTheirNumbers() {
    let diverged = LabError.diverged(
      loss: "cosface", step: 3, classIndex: 2, cosine: 0.123456789)
    #expect(
      diverged.description
        == "cosface did not stay finite at step 3 (class 2, cosine 0.123)")
    let pairs = LabError.diverged(loss: "triplet", step: 3, classIndex: 2, cosine: .nan)
    #expect(pairs.description == "triplet did not stay finite at step 3 (class 2)")
  }

  @Test func aCollapseNamesWhatTheLossHas() {
    let set = FeatureSet(
      features: Matrix(rows: 2, columns: 2), labels: [0, 1], predicted: [0, 0])
    func hint(_ entry: LossEntry) -> String {
      do throws(LabError) {
        try checkCollapse(set, entry: entry, steps: 9, classes: 2)
      } catch {
        return error.hint
      }
      return ""
    }
    #expect(hint(.softmax) == "try a lower --rate, another --seed, or more --steps")
    #expect(hint(.arcface).hasPrefix("try a smaller margin, --m-warmup, a lower --rate"))
    #expect(hint(.center).hasPrefix("try a smaller --lambda, a lower --rate"))
  }

  @Test func aCollapseSaysItsAccuracyInThreeDecimals() {
    // One of three classes right by chance, in the proportion 1 : 6.
    let angles = [0.1, 1, 2, 3, 4, 5]
    let set = FeatureSet(
      features: Matrix(rows: 6, columns: 2, elements: angles.flatMap { [cos($0), sin($0)] }),
      labels: [0, 0, 1, 1, 2, 2], predicted: [0, 1, 2, 2, 0, 1])
    #expect {
      try checkCollapse(set, entry: .softmax, steps: 9, classes: 3)
    } throws: { "\($0)".contains("training accuracy is 0.167, hardly above") }
  }

  private func pairs(_ count: Int) -> RunWarning {
    .sharedDirections((1...count).map { .init(first: "\(2 * $0 - 1)", second: "\(2 * $0)") })
  }

  @Test func pairsOfClassesAreNamed() {
    #expect(pairs(1).text(in: .en) == "classes 1 and 2 share a direction")
    #expect(pairs(2).text(in: .en) == "classes 1 and 2, 3 and 4 share a direction")
    #expect(pairs(2).text(in: .zh) == "这些类方向相同：1 与 2、3 与 4")
  }

  @Test func ofManyPairsThreeAreNamedAndAllCounted() {
    #expect(
      pairs(45).text(in: .en)
        == "classes 1 and 2, 3 and 4, 5 and 6, 42 more pairs share a direction")
    #expect(pairs(45).text(in: .zh) == "这些类方向相同：1 与 2、3 与 4、5 与 6、另有 42 对")
    #expect(!pairs(9).text(in: .en).contains("more"))
  }

  @Test func aClassIsNamedAsItIsCalled() {
    let warning = RunWarning.sharedDirections([.init(first: "salt and pepper", second: "b, c")])
    #expect(warning.text(in: .zh) == "这些类方向相同：salt and pepper 与 b, c")
  }

  @Test func aCollapseIsSaidWithItsNumber() {
    let direction = RunWarning.collapsed(.oneDirection(angle: 0.35 * .pi / 180))
    #expect(
      direction.text(in: .en)
        == "collapsed: all features lie in one direction, 0.35° from their mean")
    #expect(direction.text(in: .zh) == "塌缩：所有特征都在同一方向，距其均值 0.35°")
    #expect(
      Collapse.classDirections(count: 4, within: .pi / 180).words.en
        == "collapsed: all 4 class directions lie within 1° of one another")
    #expect(
      Collapse.oneClass(name: "b", share: 0.9876).words.en
        == "collapsed: class b takes 98.8 % of the samples")
  }
}
