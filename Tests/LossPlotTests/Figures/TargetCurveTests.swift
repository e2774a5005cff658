import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

struct TargetCurveTests {
  /// ψ at 0, 30, 60, 90, 120, 135, 150, 165 and 180°, six decimals, computed apart.
  private static let golden: [(m: Double, lambda: Double, values: [Double])] = [
    (1, 0, [1, 0.866025, 0.5, 0, -0.5, -0.707107, -0.866025, -0.965926, -1]),
    (2, 0, [1, 0.5, -0.5, -1, -1.5, -2, -2.5, -2.866025, -3]),
    (3, 0, [1, 0, -1, -2, -3, -3.292893, -4, -4.707107, -5]),
    (4, 0, [1, -0.5, -1.5, -3, -4.5, -5, -5.5, -6.5, -7]),
    (4, 5, [1, 0.638355, 0.166667, -0.5, -1.166667, -1.422589, -1.638355, -1.888272, -2]),
  ]

  @Test func theDrawnCurvesPassThroughTheGoldenValues() throws {
    for row in Self.golden {
      let head = try #require(
        LossEntry.lsoftmax.head {
          $0["m"] = .number(row.m)
          $0.annealing = row.lambda
        })
      let curve = TargetCurve(label: "", margin: head.target, color: .black)
      let points = CurvePanel(curves: [curve]).points(curve)
      let degrees = [0.0, 30, 60, 90, 120, 135, 150, 165, 180]
      for (place, value) in zip(degrees, row.values) {
        let point = try #require(points.first { abs($0.x - place) < 1e-9 })
        #expect(abs(point.y - value) < 6e-7, "m = \(row.m), \(place)°")
      }
    }
  }

  @Test func aLineIsInterruptedAtTheStepOfArcFaceOnly() throws {
    for (variant, breaks) in [(AngularVariant.monotone, 1), (.strict, 0), (.easy, 1)] {
      let head = try #require(
        LossEntry.arcface.head {
          $0["m"] = 0.5
          $0[.variant] = variant
        })
      let curve = TargetCurve(label: "", margin: head.target, color: .black)
      let points = CurvePanel(curves: [curve]).points(curve)
      #expect(points.count { !$0.y.isFinite } == breaks, "\(variant)")
    }
  }
}
