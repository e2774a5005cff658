/// How a network is trained.
///
/// The defaults are those with which every loss converges in the plane.
public struct TrainingOptions: Sendable, Equatable {
  /// All layers before the last.
  public var network: NetworkShape = .mlp([128, 64])
  /// Dimensions of a feature; pictures are of 2 or 3.
  public var dimensions = 2
  /// Whether the class layer has a bias.
  public var usesBias = false
  /// Of the optimiser.
  public var steps = 700
  /// Samples of a step.
  public var batch = UsualTraining.standard.batch
  /// Adam leaves `momentum` unread.
  public var optimizer = OptimizerKind.sgd
  /// At its highest, after `warmup`.
  public var learningRate = 0.1
  /// Steps over which the rate rises from 0.
  public var warmup = 100
  /// Steps over which the margin rises from its neutral value.
  public var marginWarmup = 0
  /// In [0, 1), of SGD.
  public var momentum = 0.9
  /// Share of each parameter that is added to its gradient.
  public var weightDecay = 5e-4
  /// Largest global norm of a gradient; `nil` for none.
  public var clip: Double? = 1
  /// Of the margin, for losses that are annealed.
  package var annealing = Annealing()
  /// Of the class weights.
  public var start = ClassStart.even
  /// Standard deviation of the Gaussian noise on the inputs of every step, in their unit; 0 for none.
  public var inputNoise = 0.0
  /// Of the network, the class weights, the order of the samples and the noise.
  public var seed: UInt64 = 1
  /// Steps between two snapshots of features and weights, for films and angle histograms;
  /// 0 for none.
  package var snapshotInterval = 0

  /// As the command trains where no option is given, on little data.
  public init() {}

  /// Steps that are enough on little data.
  package static let leastUsualSteps = 700

  /// Enough steps for the loss to settle.
  ///
  /// - Parameter rounds: of `LossEntry.usual(of:)`.
  package static func usualSteps(
    samples: Int, batch: Int, rounds: Int = UsualTraining.standard.rounds
  ) -> Int {
    max(leastUsualSteps, rounds * ((samples + batch - 1) / batch))
  }
}

extension TrainingOptions {
  /// Additions and multiplications of a training, roughly.
  package func operations(inputs: Int, classes: Int) -> Double {
    let sample =
      network.products(inputs: inputs, dimensions: dimensions) + Double(dimensions * classes)
    // Forward, backward to the inputs, backward to the weights; one product is two operations.
    return 6 * sample * Double(batch) * Double(steps)
  }
}

/// Where the directions of the classes begin.
public enum ClassStart: String, CaseIterable, Sendable {
  /// Evenly spread, in the order of the classes.
  case even
  /// Evenly spread, in the order in which the untrained network has the classes, whose middle it
  /// brings to the origin first.
  ///
  /// On a circle classes cannot pass one another: of three that begin in the wrong order two may
  /// end in one direction.
  case found
  /// As `found`, with class weights so long that in the plane a feature at the weight of its class,
  /// of norm 1 or of the one that its loss gives it, is given to it with p = 0.99. Where norms of
  /// features alone count, they are as much longer.
  ///
  /// Free norms need not grow first, and the directions turn so slowly that they stay even.
  case long
  /// In directions drawn at random, as a layer of any framework begins.
  case random
}

/// λ = max(floor, base · (1 + rate · t)^−power), with t = 2000 · step / steps, of L-Softmax and
/// SphereFace.
package struct Annealing: Sendable, Equatable {
  package var base: Double
  package var rate: Double
  package var power: Double
  package var floor: Double

  /// - Parameters:
  ///   - base: λ before the first step, unless `floor` is larger.
  ///   - floor: λ never falls below it; 0 ends with the full margin.
  package init(base: Double = 1000, rate: Double = 1e-4, power: Double = 100, floor: Double = 0) {
    self.base = base
    self.rate = rate
    self.power = power
    self.floor = floor
  }

  /// λ before step `step` of `steps`.
  package func weight(step: Int, of steps: Int) -> Double {
    let t = 2000 * Double(step) / Double(max(1, steps))
    return max(floor, base * exp(-power * log1p(rate * t)))
  }
}
