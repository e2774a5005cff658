import Testing

@testable import LossLab

struct TripletTests {
  /// By definition: for each anchor and positive the nearest negative beyond the positive, or else
  /// the farthest; of equals the first in the batch, of farthest ones the last.
  private func value(_ distances: PairDistances, _ labels: [Int], margin: Double) -> Double {
    var (sum, count) = (0.0, 0.0)
    for anchor in labels.indices {
      for positive in labels.indices
      where positive != anchor && labels[positive] == labels[anchor] {
        let near = distances[anchor, positive]
        let all = labels.indices.filter { labels[$0] != labels[anchor] }.map {
          distances[anchor, $0]
        }
        guard let farthest = all.max() else { continue }
        let far = all.filter { $0 > near }.min() ?? farthest
        sum += max(0, near - far + margin)
        count += 1
      }
    }
    return sum / max(1, count)
  }

  @Test(arguments: [1, 2, 5], [true, false])
  func semiHardIsItsDefinition(classes: Int, isOnGrid: Bool) {
    var generator = SplitMix64(seed: 4)
    let count = 40
    // Points on a grid have many equal distances.
    let points = generator.normals(2 * count).map { isOnGrid ? ($0 * 2).rounded() / 2 : $0 }
    let labels = (0..<count).map { $0 * $0 % 7 % classes }
    let input = LossInput(
      features: Matrix(rows: count, columns: 2, elements: points), labels: labels,
      parameters: ClassParameters(weights: Matrix(rows: 0, columns: 2)))
    let loss = TripletLoss(rule: .semiHardOne, metric: .squared, normalizes: false, margin: 0.6)
    let distances = PairDistances(input.features, metric: .squared, normalizes: false)
    let expected = value(distances, labels, margin: 0.6)
    #expect(abs(loss.loss.evaluate(input).value - expected) < 1e-12 * max(1, expected))
    #expect((expected > 0) == (classes > 1))
  }

  @Test func anchorsThatTheNegativeLiesOnAreMinedToo() {
    // Anchor and positive coincide with the negative: nothing lies beyond, the farthest is taken.
    let input = LossInput(
      features: Matrix(rows: 3, columns: 2, elements: [1, 0, 1, 0, 1, 0]), labels: [0, 0, 1],
      parameters: ClassParameters(weights: Matrix(rows: 0, columns: 2)))
    let loss = TripletLoss(rule: .semiHardOne, metric: .squared, normalizes: true, margin: 0.2)
    #expect(abs(loss.loss.evaluate(input).value - 0.2) < 1e-12)
  }
}
