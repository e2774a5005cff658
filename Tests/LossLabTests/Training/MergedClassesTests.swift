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

  /// "0+2" for each pair.
  private func merged(_ degrees: [Double]) -> [String] {
    mergedClasses(weights(degrees), names: degrees.indices.map { "\($0)" }).map(pair)
  }

  private func pair(_ pair: RunWarning.NamedPair) -> String {
    pair.first + "+" + pair.second
  }

  @Test func twoWeightsOfOneDirectionAreNamedOnce() {
    #expect(
      merged([10, 100, 10, 190]) == ["0+2"])
  }

  @Test func neighboursAcrossTheZeroOfAnglesAreFound() {
    #expect(
      merged([359, 90, 180, 1]) == ["0+3"])
  }

  @Test func weightsOfAThousandClassesAreAnEvenSpread() {
    let even = (0..<1000).map { 0.36 * Double($0) }
    #expect(merged(even).isEmpty)
    #expect(merged(even + [0.36 * 500 + 0.01]) == ["500+1000"])
  }

  @Test func severalPairsAreFound() {
    #expect(merged([10, 100, 10, 100]) == ["0+2", "1+3"])
  }

  @Test func manyPairsAreAllFound() {
    let all = merged(Array(repeating: 45, count: 10))
    #expect(all.count == 45 && all.starts(with: ["0+1", "0+2", "1+2"]))
  }

  @Test func inSpaceEveryPairIsCompared() {
    let weights = Matrix<Double>(
      rows: 3, columns: 3, elements: [0, 0, 1, 1, 0, 0, 0, 0.001, 2])
    #expect(
      mergedClasses(weights, names: ["a", "b", "c"]).map(pair) == ["a+c"])
  }
}
