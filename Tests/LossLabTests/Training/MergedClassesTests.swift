import Testing

@testable import LossLab

struct MergedClassesTests {
  /// Weights in those directions, in degrees, of different lengths.
  private func weights(_ degrees: [Double]) -> Matrix<Double> {
    let elements = degrees.enumerated().flatMap { index, degrees in
      let (sine, cosine) = sinCos(degrees * .pi / 180)
      let size = 1 + Double(index)
      return [size * cosine, size * sine]
    }
    return Matrix(rows: degrees.count, columns: 2, elements: elements)
  }

  private func warning(_ degrees: [Double]) -> String? {
    mergedClasses(weights(degrees), names: degrees.indices.map { "\($0)" })
  }

  @Test func twoWeightsOfOneDirectionAreNamedOnce() {
    #expect(
      warning([10, 100, 10, 190]) == "classes 0 and 2 share a direction")
  }

  @Test func neighboursAcrossTheZeroOfAnglesAreFound() {
    #expect(
      warning([359, 90, 180, 1]) == "classes 0 and 3 share a direction")
  }

  @Test func weightsOfAThousandClassesAreAnEvenSpread() {
    let even = (0..<1000).map { 0.36 * Double($0) }
    #expect(warning(even) == nil)
    #expect(
      warning(even + [0.36 * 500 + 0.01]) == "classes 500 and 1000 share a direction")
  }

  @Test func severalPairsAreOneWarning() {
    #expect(warning([10, 100, 10, 100]) == "classes 0 and 2, 1 and 3 share a direction")
  }

  @Test func manyPairsAreCounted() throws {
    let all = try #require(warning(Array(repeating: 45, count: 10)))
    #expect(all.hasPrefix("classes 0 and 1, 0 and 2, "))
    #expect(all.hasSuffix(", 42 more pairs share a direction"))
    #expect(all.split(separator: ",").count == 4)
  }

  @Test func inSpaceEveryPairIsCompared() {
    let weights = Matrix<Double>(
      rows: 3, columns: 3, elements: [0, 0, 1, 1, 0, 0, 0, 0.001, 2])
    #expect(
      mergedClasses(weights, names: ["a", "b", "c"]) == "classes a and c share a direction")
  }
}
