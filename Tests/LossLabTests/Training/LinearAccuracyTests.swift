import Testing

@testable import LossLab

struct LinearAccuracyTests {
  private func data(_ classes: Int, bend: Bool = false) throws -> Dataset {
    var generator = SplitMix64(seed: 5)
    var elements: [Float] = []
    var labels: [Int] = []
    for row in 0..<60 * classes {
      let label = row % classes
      let noise = generator.normals(6)
      // Bent: on either side of the origin, where no plane divides one class from the other.
      let side = bend && row / classes % 2 == 0 ? -1.0 : 1
      for column in 0..<6 {
        let center = column == label ? 6 * side : 0
        elements.append(Float(1000 + 50 * (center + noise[column])))
      }
      labels.append(label)
    }
    let samples = LabelledSamples(
      samples: .floats(Matrix(rows: labels.count, columns: 6, elements: elements)), labels: labels)
    return try Dataset(
      SampleSource(
        name: "x", title: "x", classNames: (0..<classes).map { "\($0)" }, train: samples),
      options: DatasetOptions())
  }

  @Test func whatPlanesDivideIsDividedWhateverItsUnit() throws {
    let accuracy = try #require(linearAccuracy(on: data(4), within: 1e9))
    #expect(accuracy > 0.97)
  }

  @Test func whatNoPlaneDividesIsNot() throws {
    let accuracy = try #require(linearAccuracy(on: data(2, bend: true), within: 1e9))
    #expect(accuracy < 0.75)
  }

  @Test func withTooFewOperationsThereIsNoAnswer() throws {
    #expect(try linearAccuracy(on: data(4), within: 1e5) == nil)
  }

  @Test func withoutATestThereIsNoAnswer() throws {
    var data = try data(3)
    data.test = LabelledSamples(
      samples: .floats(Matrix(rows: 0, columns: 6, elements: [])), labels: [])
    #expect(linearAccuracy(on: data, within: 1e9) == nil)
  }

  @Test func theAnswerDoesNotDependOnTheThreads() throws {
    let data = try data(5)
    let parallel = ParallelFor(width: 3) { count, body in
      for index in (0..<count).reversed() { body(index) }
    }
    #expect(
      linearAccuracy(on: data, within: 1e9)
        == linearAccuracy(on: data, within: 1e9, parallel: parallel))
  }
}
