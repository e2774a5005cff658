import Testing

@testable import LossLab

/// One trained run for each loss, and what its theory says of it.
struct TrainedLossTests {
  static let data: Dataset = {
    let source = Identities(seed: 1).source(classes: 6, samples: 120)
    var options = DatasetOptions()
    options.seed = 1
    do {
      return try Dataset(source, options: options)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static var quick: TrainingOptions {
    var options = TrainingOptions()
    options.steps = 200
    options.warmup = 40
    options.batch = 96
    options.network = .mlp([48, 24])
    return options
  }

  static func run(
    _ entry: LossEntry, seed: UInt64 = 1, _ change: (inout LossSettings) -> Void = { _ in }
  ) throws -> Run {
    var settings = entry.settings(classes: 6)
    change(&settings)
    var options = quick
    options.seed = seed
    return try train(entry, settings: settings, options: options, data: data)
  }

  @Test(arguments: LossEntry.all)
  func everyLossConvergesAtItsDefaults(entry: LossEntry) throws {
    let run = try Self.run(entry)
    #expect(run.metrics.trainAccuracy > 0.9 && run.metrics.testAccuracy > 0.8)
    #expect(run.metrics.inter > run.metrics.intra)
    #expect(run.metrics.loss.isFinite && run.history.count >= 20)
    #expect(run.history.first?.step == 0 && run.history.last?.step == 199)
    #expect(run.history[0].loss > run.history[run.history.count - 1].loss)
    #expect(run.bounds.isFeasible)
  }

  @Test(arguments: [
    ("cosface", [0, 0.15, 0.35]), ("arcface", [0, 0.25, 0.5]), ("sphereface", [1, 2, 4]),
    ("lsoftmax", [1, 2, 4]),
  ])
  func aLargerMarginMakesClassesTighter(name: String, margins: [Double]) throws {
    let entry = try LossEntry.named(name)
    let angles = try margins.map { margin in
      let seeds = try (1...3).map { try Self.run(entry, seed: $0) { $0["m"] = .number(margin) } }
      return percentile(50, of: seeds.map { $0.metrics.intra })
    }
    #expect(angles[0] > angles[1] && angles[1] > angles[2], "\(angles)")
  }

  @Test func theBandOfATrainedCosFaceIsTheClosedForm() throws {
    let run = try Self.run(.cosface)
    let directions = run.classifier.weightDirections
    for boundary in run.boundaries {
      let between = turned(directions[boundary.second] - directions[boundary.first])
      let width = try #require(boundary.secondRule) - (try #require(boundary.firstRule))
      let half = 0.35 / (2 * sin(between / 2))
      #expect(abs(turned(width) - 2 * atan2(half, (1 - half * half).squareRoot())) < 1e-9)
    }
  }

  @Test func centerLossDrawsFeaturesTogether() throws {
    func spread(_ weight: Double) throws -> Double {
      let run = try Self.run(.center) { $0["lambda"] = .number(weight) }
      return within(run.test, classes: 6)
    }
    let (none, some, much) = (try spread(0), try spread(0.01), try spread(0.1))
    #expect(none > some && some > much)
  }

  @Test func centersSitInTheirClasses() throws {
    let run = try Self.run(.center) { $0["lambda"] = 0.05 }
    let means = ClassDirections(run.train, classes: 6).means
    for index in 0..<6 {
      let center = run.parameters.centers.row(index)
      #expect(angleBetween(center, means.row(index)).radians < 0.1)
    }
  }

  /// Mean squared distance to the class mean over that of the class means to their mean.
  private func within(_ set: FeatureSet, classes: Int) -> Double {
    var means = Matrix<Double>(rows: classes, columns: 2)
    var counts = Array(repeating: 0.0, count: classes)
    for (row, label) in set.labels.enumerated() {
      counts[label] += 1
      for k in 0..<2 { means[label, k] += set.features[row, k] }
    }
    for label in 0..<classes { for k in 0..<2 { means[label, k] /= max(1, counts[label]) } }
    var inside = 0.0
    for (row, label) in set.labels.enumerated() {
      for k in 0..<2 {
        let difference = set.features[row, k] - means[label, k]
        inside += difference * difference / Double(set.labels.count)
      }
    }
    let outside = means.elements.map { $0 * $0 }.reduce(0, +) / Double(classes)
    return inside / outside
  }
}
