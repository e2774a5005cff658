import LossLab
import LossPlot
import Testing

@testable import LossFigures

struct SteppedRateTests {
  private func page(_ cosines: [[Double]], _ labels: [Int]) throws -> (FeatureScene, Verification) {
    let rows = FeatureRows(
      Matrix<Double>(rows: cosines.count, columns: 2, elements: cosines.flatMap { $0 }))
    let measurement = try MeasurementRequest(
      rows: rows, labels: labels, classNames: ["a", "b"]
    ).measure()
    let file = MeasuredFile(title: "t", measurement: measurement, labels: labels, places: [])
    return (
      FeatureScene(files: [file], panels: [.roc], style: FigureStyle()), measurement.verification
    )
  }

  /// Each piece of the line runs along one axis, so that it is the same on any scale.
  @Test(arguments: [
    [[1.0, 0], [1, 0], [1, 0], [1, 0]], [[1.0, 0], [1, 0], [0, 1], [1, 0]],
    [[1.0, 0], [0, 1], [0, 1], [1, 0]], [[1.0, 0], [1, 0], [0, 1], [0, 1]],
  ])
  func theCurveIsAStepAtTies(_ rows: [[Double]]) throws {
    let (scene, rates) = try page(rows, [0, 0, 1, 1])
    let points = rates.curve.map { Point(x: $0.falseAccept, y: $0.trueAccept) }
    let steps = scene.stepped(points)
    #expect(steps.first == points.first && steps.last == points.last)
    for (one, next) in zip(steps, steps.dropFirst()) {
      #expect(one.x == next.x || one.y == next.y)
    }
  }
}
