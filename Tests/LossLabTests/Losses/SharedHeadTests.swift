import Testing

@testable import LossLab

/// Calls from the last to the first, as if the last thread were the quickest.
private let fromTheEnd = ParallelFor(width: 2) { count, body in
  for index in (0..<count).reversed() { body(index) }
}

/// Several blocks of samples and ranges of classes, neither full.
private func input(dimensions: Int, rowsPerClass: Int = 1) -> LossInput {
  let samples = 75
  // Whole classes in either case.
  let rows = rowsPerClass == 1 ? 130 : 43 * rowsPerClass
  let classes = rows / rowsPerClass
  var generator = SplitMix64(seed: 4, stream: UInt64(dimensions))
  return LossInput(
    features: Matrix(
      rows: samples, columns: dimensions, elements: generator.normals(samples * dimensions)),
    labels: (0..<samples).map { $0 * 7 % classes },
    parameters: ClassParameters(
      weights: Matrix(
        rows: rows, columns: dimensions, elements: generator.normals(rows * dimensions)),
      bias: generator.normals(rows),
      centers: Matrix(
        rows: rows, columns: dimensions, elements: generator.normals(rows * dimensions))))
}

@Test(arguments: LossEntry.all.filter { $0.kind == .softmax }.map(\.name), [2, 3, 5])
func aSharedHeadHasTheBitsOfASerialOne(name: String, dimensions: Int) throws {
  let entry = try #require(LossEntry.all.first { $0.name == name })
  let loss = entry.make(entry.settings(classes: 130))
  var input = input(
    dimensions: dimensions, rowsPerClass: loss.classifier?.rowsPerClass ?? 1)
  input.parameters.scalars = loss.scalars
  input.parameters.means = loss.means
  let alone = loss.evaluate(input)
  input.parallel = fromTheEnd
  let shared = loss.evaluate(input)
  #expect(alone.value == shared.value && alone.value.isFinite)
  #expect(alone.perSample == shared.perSample)
  #expect(alone.featureGradient == shared.featureGradient)
  #expect(alone.weightGradient == shared.weightGradient)
  #expect(alone.biasGradient == shared.biasGradient)
}

@Test(arguments: [2, 3, 5])
func gradientsOfManyClassesMatchFiniteDifferences(dimensions: Int) {
  var settings = LossSettings()
  settings.margin = 0.2
  let loss = LossEntry.arcface.make(settings)
  let input = input(dimensions: dimensions)
  let exact = loss.evaluate(input)
  for place in [0, 33 * dimensions + 1, 74 * dimensions] {
    let slope = centralDifference { step in
      var moved = input
      moved.features.elements[place] += step
      return loss.evaluate(moved).value
    }
    #expect(abs(slope - exact.featureGradient.elements[place]) < 1e-6)
  }
  for place in [0, 63 * dimensions, 64 * dimensions + 1, 129 * dimensions] {
    let slope = centralDifference { step in
      var moved = input
      moved.parameters.weights.elements[place] += step
      return loss.evaluate(moved).value
    }
    #expect(abs(slope - exact.weightGradient.elements[place]) < 1e-6)
  }
}

private func centralDifference(_ value: (Double) -> Double) -> Double {
  (value(1e-6) - value(-1e-6)) / 2e-6
}
