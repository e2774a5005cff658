import Testing

@testable import LossLab

struct PullFieldTests {
  private static let points = [
    Point(x: 3, y: 0.4), Point(x: -1.2, y: 2.2), Point(x: 0.3, y: -4), Point(x: 5, y: 5.1),
  ]

  private func field(
    _ entry: LossEntry, own: Int?, points: [Point] = points
  ) -> PullField {
    let settings = entry.settings(classes: 5)
    let parameters = PullField.evenParameters(entry, settings, classes: 5, centerLength: 3)
    return PullField(entry, settings, parameters, points: points, own: own)
  }

  /// Of the loss of one sample, by central differences.
  @Test(arguments: ["softmax", "cosface", "arcface", "magface", "sphereface2", "center", "ring"])
  func thePullIsTheSlopeOfTheLossOfOneSample(name: String) throws {
    let entry = try LossEntry.named(name)
    let settings = entry.settings(classes: 5)
    let parameters = PullField.evenParameters(entry, settings, classes: 5, centerLength: 3)
    let loss = entry.make(settings)
    func value(_ point: Point) -> Double {
      loss.evaluate(
        LossInput(
          features: Matrix(rows: 1, columns: 2, elements: [point.x, point.y]), labels: [1],
          parameters: parameters)
      ).value
    }
    let pulls = PullField(entry, settings, parameters, points: Self.points, own: 1).pulls
    for (point, pull) in zip(Self.points, pulls) {
      let step = 1e-5
      let across =
        value(Point(x: point.x + step, y: point.y)) - value(Point(x: point.x - step, y: point.y))
      let up =
        value(Point(x: point.x, y: point.y + step)) - value(Point(x: point.x, y: point.y - step))
      #expect(abs(pull.x + across / (2 * step)) < 1e-6 * max(1, pull.length), "\(name)")
      #expect(abs(pull.y + up / (2 * step)) < 1e-6 * max(1, pull.length), "\(name)")
    }
  }

  @Test func pointsAreTakenAsTheClassThatTheyLieIn() {
    let labels = field(.arcface, own: nil).labels
    // Five classes from 0° by 72°.
    #expect(labels == [0, 2, 4, 1])
    #expect(field(.arcface, own: 3).labels == [3, 3, 3, 3])
  }

  /// With features normalised no pull goes outwards, and a feature twice as long is pulled half as
  /// hard.
  @Test func normalisedLossesTurnAndDoNotStretch() {
    let pulls = field(.cosface, own: 2).pulls
    for (point, pull) in zip(Self.points, pulls) {
      #expect(abs(point.x * pull.x + point.y * pull.y) < 1e-12 * point.length)
    }
    let far = field(.cosface, own: 2, points: Self.points.map { $0 * 2 }).pulls
    for (near, far) in zip(pulls, far) { #expect(abs(near.length - 2 * far.length) < 1e-12) }
  }

  /// Whatever else is in the picture.
  @Test func runningMeansThatHaveBegunStayAsTheyAre() {
    let settings = LossEntry.adaface.settings(classes: 5)
    var parameters = PullField.evenParameters(.adaface, settings, classes: 5, centerLength: 1)
    parameters.means = [4, 1.5]
    func pull(_ points: [Point]) -> Point {
      PullField(.adaface, settings, parameters, points: points, own: 0).pulls[0]
    }
    let (all, one) = (pull(Self.points), pull([Self.points[0]]))
    #expect(abs(all.x - one.x) < 1e-12 && abs(all.y - one.y) < 1e-12)
    #expect(all.length > 0)
  }
}
