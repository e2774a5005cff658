import Testing

@testable import LossLab

struct DecisionRegionTests {
  static let frame = Rectangle(x: -3, y: -2, width: 6, height: 5)

  /// Classifiers of every kind: with and without norms, bias, hidden classes.
  static let classifiers: [Classifier] = {
    var generator = SplitMix64(seed: 11)
    func weights(_ count: Int) -> Matrix<Double> {
      Matrix(rows: count, columns: 2, elements: generator.normals(2 * count))
    }
    // W · x − ‖W‖² / 2 is largest for the nearest W: each of many classes has a cell.
    let sites = weights(300)
    let halves = (0..<300).map { row in
      -0.5 * (sites[row, 0] * sites[row, 0] + sites[row, 1] * sites[row, 1])
    }
    return [
      Classifier(
        head: MarginSoftmax(magnitude: .product),
        parameters: ClassParameters(weights: sites, bias: halves)),
      Classifier(
        head: MarginSoftmax(magnitude: .product), parameters: ClassParameters(weights: weights(7))),
      Classifier(
        head: MarginSoftmax(magnitude: .fixed(16)), parameters: ClassParameters(weights: weights(9))
      ),
      Classifier(
        head: MarginSoftmax(magnitude: .product),
        parameters: ClassParameters(weights: weights(5), bias: [0.3, -0.2, 0.5, 0, 1])),
      Classifier(
        head: MarginSoftmax(magnitude: .weightNorm(2)),
        parameters: ClassParameters(weights: weights(4), bias: [0.3, -0.2, 0.5, 0])),
      Classifier(
        head: MarginSoftmax(magnitude: .fixed(1)),
        parameters: ClassParameters(weights: Matrix(rows: 1, columns: 2, elements: [1, 1]))),
      Classifier(
        head: MarginSoftmax(magnitude: .fixed(1)),
        parameters: ClassParameters(weights: Matrix(rows: 2, columns: 2, elements: [1, 0, -1, 0]))),
    ]
  }()

  @Test(arguments: classifiers.indices)
  func regionsFillTheFrameOnce(index: Int) {
    let regions = decisionRegions(of: Self.classifiers[index], in: Self.frame)
    let area = regions.map { abs(shoelace($0.polygon)) }.reduce(0, +)
    #expect(abs(area - 30) < 1e-6)
  }

  @Test(arguments: classifiers.indices)
  func thePointsOfARegionBelongToItsClass(index: Int) {
    let classifier = Self.classifiers[index]
    for region in decisionRegions(of: classifier, in: Self.frame) {
      let count = Double(region.polygon.count)
      let middle = region.polygon.reduce(Point.zero, +) * (1 / count)
      let inside = region.polygon.map { $0 * 0.9 + middle * 0.1 }
      let points = Matrix(
        rows: inside.count, columns: 2, elements: inside.flatMap { [$0.x, $0.y] })
      #expect(classifier.predictions(for: points).allSatisfy { $0 == region.classIndex })
    }
  }

  @Test(arguments: classifiers.indices)
  func arcsGoRoundOnce(index: Int) {
    let arcs = Self.classifiers[index].decisionArcs()
    #expect(abs(arcs.map { $0.end - $0.start }.reduce(0, +) - 2 * .pi) < 1e-9)
  }

  @Test func aClassInsideTheHullWinsNowhere() {
    let weights = Matrix(rows: 4, columns: 2, elements: [1, 0, -1, 1, -1, -1, 0.1, 0.1])
    let classifier = Classifier(
      head: MarginSoftmax(magnitude: .product), parameters: ClassParameters(weights: weights))
    #expect(!classifier.decisionArcs().contains { $0.classIndex == 3 })
    #expect(classifier.decisionArcs().count == 3)
  }

  @Test func aThousandClassesHaveAThousandArcs() {
    let classifier = Classifier(
      head: MarginSoftmax(magnitude: .fixed(1)),
      parameters: ClassParameters(weights: evenDirections(classes: 1000, dimensions: 2)))
    #expect(classifier.decisionArcs().count == 1000)
  }

  @Test func theLargestLogitIsFoundAmongMany() {
    var generator = SplitMix64(seed: 5)
    let values = generator.normals(3 * 500)
    var forms = (0..<500).map {
      LinearForm(x: values[3 * $0], y: values[3 * $0 + 1], bias: values[3 * $0 + 2])
    }
    forms += forms.prefix(50)
    let tree = LogitTree(forms)
    for _ in 0..<200 {
      let point = Point(x: 2 * generator.normals(1)[0], y: 2 * generator.normals(1)[0])
      let logits = forms.map { $0.value(at: point) }
      #expect(logits.firstIndex(of: logits.max() ?? 0) == tree.winner(at: point))
    }
  }

  private func shoelace(_ polygon: [Point]) -> Double {
    polygon.indices.map { index in
      let (a, b) = (polygon[index], polygon[(index + 1) % polygon.count])
      return (a.x * b.y - b.x * a.y) / 2
    }.reduce(0, +)
  }
}
