import Testing

@testable import LossLab

struct FeatureScaleTests {
  private let labels = (0..<12).map { $0 / 4 }

  private var plain: Matrix<Double> {
    var generator = SplitMix64(seed: 6)
    return Matrix(rows: 12, columns: 5, elements: generator.normals(60))
  }

  private func measure(_ rows: FeatureRows) throws -> FeatureMeasurement {
    try MeasurementRequest(rows: rows, labels: labels, classNames: ["a", "b", "c"]).measure()
  }

  private func multiplied(_ factor: (Int) -> Double) -> Matrix<Double> {
    var matrix = plain
    for row in 0..<12 {
      for column in 0..<5 { matrix[row, column] *= factor(row) }
    }
    return matrix
  }

  /// Down to the smallest normal numbers and up to the largest.
  @Test(arguments: [0x1p-52, 0x1p-100, 0x1p-1000, 0x1p60, 0x1p1000])
  func anglesDoNotDependOnScale(factor: Double) throws {
    let (usual, other) = (try measure(FeatureRows(plain)), FeatureRows(multiplied { _ in factor }))
    #expect(other.leftOut.isEmpty)
    let scaled = try measure(other)
    #expect(scaled.table3 == usual.table3)
    #expect(scaled.angles.own == usual.angles.own)
    #expect(scaled.verification.areaUnderCurve == usual.verification.areaUnderCurve)
    #expect(abs(scaled.normCV - usual.normCV) < 1e-12)
  }

  @Test func eachRowMayHaveAScaleOfItsOwn() throws {
    let usual = try measure(FeatureRows(plain))
    let rows = FeatureRows(multiplied { $0 % 2 == 0 ? 0x1p-400 : 0x1p300 })
    let scaled = try measure(rows)
    #expect(scaled.table3 == usual.table3)
    #expect(scaled.angles.other == usual.angles.other)
  }

  /// Those of `Float`, whose products are zero.
  @Test func subnormalNumbersHaveADirection() throws {
    let rows = FeatureRows(
      Matrix<Float>(rows: 2, columns: 2, elements: [0x1p-146, 0x1p-146, 0x1p126, 0x1p126]))
    #expect(rows.leftOut.isEmpty)
    let units = UnitRows(rows, isExact: false)
    var block = CosineBlock()
    block.fill(units, 0..<1, units, 0..<2)
    #expect(abs(block.values[0] - 1) < 1e-6)
    #expect(abs(block.values[1] - 1) < 1e-6)
    let tiny = FeatureRows(
      Matrix<Double>(rows: 1, columns: 2, elements: [0x1p-1074, 0x1p-1074]))
    #expect(abs(tiny.unit(0)[0] - 0.5.squareRoot()) < 1e-15)
  }

  @Test func rowsComeBackAtOneCommonScale() {
    let tiny = FeatureRows(multiplied { _ in 0x1p-200 })
    #expect(abs(tiny.commonExponent + 200) < 4)
    let ratio = tiny.doubles[0, 0] / plain[0, 0]
    for row in 0..<12 { #expect(tiny.doubles[row, 3] == plain[row, 3] * ratio) }
    let odd = FeatureRows(multiplied { $0 == 5 ? 0x1p-200 : 1 })
    #expect(odd.commonExponent == 0)
    #expect(odd.doubles == multiplied { $0 == 5 ? 0x1p-200 : 1 })
    #expect(odd.rows(at: [5, 6]).doubles.row(0) == odd.doubles.row(5))
  }
}

struct PairAnglesTests {
  /// Σ² − mean² would leave 1e-8 of nothing.
  @Test func equalAnglesHaveNoSpread() {
    for angle in [1e-9, 0.155, 1.3, 3.1] {
      var angles = PairAngles()
      for _ in 0..<1000 { angles.add(angle) }
      #expect(angles.deviation < 1e-14)
      #expect(abs(angles.mean - angle) < 1e-14)
    }
  }

  @Test func partsAddUpToTheWhole() {
    var generator = SplitMix64(seed: 3)
    let all = generator.normals(500).map { min(3, abs($0)) }
    var (whole, first, second) = (PairAngles(), PairAngles(), PairAngles())
    for (index, angle) in all.enumerated() {
      whole.add(angle)
      if index < 133 { first.add(angle) } else { second.add(angle) }
    }
    first.add(second)
    first.add(PairAngles())
    #expect(first.count == whole.count)
    #expect(first.histogram == whole.histogram)
    #expect(abs(first.mean - whole.mean) < 1e-13)
    #expect(abs(first.deviation - whole.deviation) < 1e-13)
    let mean = all.reduce(0, +) / 500
    let square = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 500
    #expect(abs(whole.deviation - square.squareRoot()) < 1e-13)
  }
}
