import LossLab
import LossPictures
import LossScene

/// A sample that the picture of features shows.
struct ShownSample {
  let isTest: Bool
  let row: Int
  let label: Int
  let predicted: Int
  let feature: [Double]
}

extension Session {
  /// The samples of the plane of features as numbers of four bytes: the frame and half the side of
  /// the plane, how many samples, then for each whether it is a test sample, its row, its class,
  /// the class that it is taken for, and its place in the plane.
  func samples() throws(LabError) -> [UInt8] {
    let scene = RunScene(shownRun, style: shownStyle)
    var numbers: [Double] = []
    let frame = scene.featureFrame
    let limit = shownStyle.featureLimit ?? (scene.isPlane ? scene.featureLimit(in: frame) : 1)
    numbers += [frame.x, frame.y, frame.width, frame.height, limit]
    let samples = scene.isPlane && scene.views.contains(.features) ? shown(scene) : []
    numbers.append(Double(samples.count))
    for sample in samples {
      numbers += [
        sample.isTest ? 1 : 0, Double(sample.row), Double(sample.label), Double(sample.predicted),
      ]
      numbers += sample.feature
    }
    var bytes: [UInt8] = []
    for number in numbers { SceneBytes.append(Float(number).bitPattern, to: &bytes) }
    return bytes
  }

  private func shown(_ scene: RunScene) -> [ShownSample] {
    let run = scene.run
    func sample(_ set: FeatureSet, _ row: Int, isTest: Bool) -> ShownSample {
      ShownSample(
        isTest: isTest, row: row, label: set.labels[row], predicted: set.predicted[row],
        feature: set.features.row(row))
    }
    let rows = RunScene.drawnRows(
      test: run.test.features.rows, train: run.train.features.rows, data: run.facts.data,
      style: shownStyle)
    return rows.train.map { sample(run.train, $0, isTest: false) }
      + rows.test.map { sample(run.test, $0, isTest: true) }
  }

  /// What the loss says of a sample of that class at a place of the plane: its angle to each class,
  /// its loss, and the way that the gradient pulls it.
  func touch(label: Int, at feature: [Double]) -> [UInt8] {
    let run = shownRun
    let weights = run.parameters.weights
    let classifier = run.classifier
    let angles = data.classNames.indices.map { index -> Double in
      classifier.rows(of: index).map { angleBetween(feature, weights.row($0)).radians }.min() ?? .pi
    }
    var text = "{\"angles\": [\(angles.map { numberText($0) }.joined(separator: ", "))]"
    if entry.kind == .softmax, label >= 0, label < data.classCount {
      let (loss, parameters) = trainer.lossNow
      let input = LossInput(
        features: Matrix(rows: 1, columns: feature.count, elements: feature), labels: [label],
        parameters: parameters)
      let output = loss.evaluate(input)
      if output.value.isFinite, output.featureGradient.elements.allSatisfy({ $0.isFinite }) {
        let pull = output.featureGradient.elements.map { numberText(-$0) }
        text += ", \"loss\": \(numberText(output.value)), "
        text += "\"pull\": [\(pull.joined(separator: ", "))]"
      }
    }
    return Array((text + "}").utf8)
  }
}
