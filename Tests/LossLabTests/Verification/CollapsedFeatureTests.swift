import Testing

@testable import LossLab

@Suite struct CollapsedFeatureTests {
  private func measured(_ rows: [[Double]], _ labels: [Int]) throws -> FeatureMeasurement {
    let matrix = Matrix<Double>(
      rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
    let classes = (labels.max() ?? 0) + 1
    return try MeasurementRequest(
      rows: FeatureRows(matrix), labels: labels, classNames: (0..<classes).map { "\($0)" }
    ).measure()
  }

  @Test(arguments: [
    [[1.0, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]],
    [[1.0, 2, 3], [2, 4, 6], [5, 10, 15], [0.1, 0.2, 0.3]],
    [[1.0, 0.1, 0], [1, -0.1, 0], [1, 0.1, 0.01], [1, -0.1, 0.01]],
  ])
  func whatLiesInOneDirectionIsCalledCollapsed(_ rows: [[Double]]) throws {
    #expect(try measured(rows, [0, 0, 1, 1]).collapse != nil)
  }

  @Test func aClassThatTakesNearlyAllIsNamed() throws {
    // Class 1 has one sample of its own, far out, and all others lie on its side of class 0.
    let check = CollapseCheck(
      features: 4, columns: 2, labels: [0, 0, 0, 1], predicted: [1, 1, 1, 1],
      means: Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1]), classNames: ["a", "b"])
    let collapse = check.collapse { [[1.0, 0], [0, 1], [-1, 0], [0, -1]][$0] }
    #expect(collapse == .oneClass(name: "b", share: 1))
  }

  @Test func classesApartAreNotCollapsed() throws {
    let rows = [[1.0, 0.1], [1, -0.1], [0.1, 1], [-0.1, 1]]
    #expect(try measured(rows, [0, 0, 1, 1]).collapse == nil)
  }

  @Test func noAngleIsCountedToAClassWhoseFeaturesCancel() throws {
    let rows = [[1.0, 0], [-1, 0], [0, 1], [0.1, 1], [-1, -1], [-1, -1.1]]
    let result = try measured(rows, [0, 0, 1, 1, 2, 2])
    #expect(result.withoutDirection == [0])
    #expect(result.table.rows[0].intra.isNaN && result.table.rows[0].nearest == nil)
    #expect(abs(result.table3.inter - result.minInter) < 1e-12)
    #expect(result.table3.intra < 0.1)
    let set = FeatureSet(
      features: Matrix(rows: 6, columns: 2, elements: rows.flatMap { $0 }),
      labels: [0, 0, 1, 1, 2, 2], predicted: [0, 0, 1, 1, 2, 2])
    let directions = ClassDirections(set, classes: 3)
    #expect(abs(mean(directions.nearestAngles) - result.table3.inter) < 1e-9)
    #expect(abs(mean(directions.deviations) - result.table3.intra) < 1e-9)
  }

  @Test func whatRoundingLeavesOfFeaturesThatCancelIsNoDirection() throws {
    let rows = [[1.0, 0.5], [-1, -0.5], [1, 0.5], [-1, -0.5 - 1e-7], [0, 1], [0.1, 1]]
    let result = try measured(rows + [[1, 0], [1, 0.1]], [0, 0, 0, 0, 1, 1, 2, 2])
    #expect(result.withoutDirection == [0])
  }

  @Test func withOneDirectionNothingIsBetween() throws {
    let result = try measured([[1, 0], [-1, 0], [0, 1], [0.1, 1]], [0, 0, 1, 1])
    #expect(result.table3.inter.isNaN && result.minInter.isNaN)
  }
}
