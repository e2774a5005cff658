import LossLab
import Testing

/// A loss as somebody outside writes it, with what LossLab makes public alone.
struct OwnLossTests {
  /// s (1 − 2 (θ + m)/π) for the own class: Li-ArcFace.
  static let linear: LossEntry = {
    let m = Hyperparameter.m(
      "added to the angle", unit: .radians, range: .between(0, .pi, text: "0 ≤ m ≤ π"),
      default: .fixed(0.45))
    return LossEntry(
      name: "linear", title: "Linear", options: [m.option, Hyperparameter.s.option]
    ) { settings in
      let margin = AngularMargin { angle in
        MarginValue(value: 1 - 2 * (angle.radians + settings[m]) / .pi, slope: -2 / .pi)
      }
      return MarginSoftmax(
        magnitude: .fixed(settings[.s]), target: margin, settings: settings
      ).loss
    }
  }()

  /// Softmax with lengths drawn to a radius that is learned, and a running mean of the lengths.
  static let ring: LossEntry = {
    let weight = Hyperparameter.number(
      "lambda", "weight of the ring", range: .atLeastZero, default: .fixed(0.5))
    return LossEntry(name: "own-ring", title: "Ring", options: [weight.option]) { settings in
      let share = settings[weight]
      let ring = Loss(
        scalars: [2], means: [0],
        move: { parameters, output in
          parameters.means[0] += 0.1 * (output.batchMeans[0] - parameters.means[0])
        }
      ) { input, output in
        let count = Double(input.labels.count)
        for sample in input.labels.indices {
          let feature = input.features.row(sample)
          let length = norm(feature)
          let excess = length - input.parameters.scalars[0]
          output.batchMeans[0] += length / count
          output.perSample[sample] += share * excess * excess / 2
          output.value += share * excess * excess / 2 / count
          output.scalarGradient[0] -= share * excess / count
          for k in feature.indices {
            output.featureGradient[sample, k] += share * excess * feature[k] / length / count
          }
        }
      }
      return .sum(LossEntry.softmax.make(settings), ring)
    }
  }()

  static func run(_ entry: LossEntry) throws -> Run {
    try train(
      entry, settings: entry.settings(classes: TrainedLossTests.data.classCount),
      options: TrainedLossTests.quick, data: TrainedLossTests.data)
  }

  @Test(arguments: [linear, ring])
  func itsGradientIsTheDerivativeOfItsValue(entry: LossEntry) {
    let loss = entry.make(entry.settings(classes: 3))
    #expect(loss.gradientError(on: .example(for: loss)) < 1e-6)
  }

  @Test func aWrongGradientIsFound() {
    let loss = Loss { input, output in
      output.value = input.features.elements[0] * input.features.elements[0]
      output.featureGradient.elements[0] = 2.01 * input.features.elements[0]
    }
    #expect(loss.gradientError(on: .example(for: loss)) > 1e-3)
  }

  @Test func itsBoundariesAreThoseOfItsOwnMargin() throws {
    let run = try Self.run(Self.linear)
    #expect(run.metrics.testAccuracy > 0.9)
    // 1 − 2 (θ₁ + m)/π = cos θ₂ has a band wherever the plain rule has a boundary.
    let band = try #require(run.boundaries.first)
    let (first, second) = (try #require(band.firstRule), try #require(band.secondRule))
    #expect(abs(signedTurn(second - first)) > 0.2)
  }

  @Test func scalarsAreLearnedAndMeansFollowTheBatches() throws {
    let run = try Self.run(Self.ring)
    let radius = try #require(run.parameters.scalars.first)
    let mean = try #require(run.parameters.means.first)
    #expect(radius != 2 && abs(radius - mean) < 0.3 * mean)
  }
}
