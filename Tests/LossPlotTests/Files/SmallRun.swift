@testable import LossLab

/// A run of three classes with numbers in every place.
func smallRun() -> Run {
  func set(_ labels: [Int], _ start: Double) -> FeatureSet {
    let values = (0..<2 * labels.count).map { start + 0.1 * Double($0) }
    return FeatureSet(
      features: Matrix(rows: labels.count, columns: 2, elements: values), labels: labels,
      predicted: labels.reversed())
  }
  let entry = LossEntry.arcface
  var settings = entry.settings(classes: 3)
  settings["m"] = 0.375
  settings.classWeights = [1, 0.5]
  settings.annealing = 0.25
  settings["variant"] = "easy"
  settings["gradient"] = "detached"
  var options = TrainingOptions()
  options.network = .mlp([7, 5])
  options.seed = .max
  options.clip = nil
  options.optimizer = .adam
  var metrics = RunMetrics()
  metrics.intra = .pi / 6
  metrics.gap = -.pi / 180
  metrics.testAccuracy = 1.0 / 3
  let weights = Matrix<Double>(rows: 3, columns: 2, elements: [0, 2, -1, 0, 0, -0.0])
  var run = Run(
    entry: entry,
    facts: RunFacts(
      loss: entry.name, data: "test", dataTitle: "Test \"1\"",
      classNames: ["a", "b, c", "θ"], trainCount: 4, testCount: 3, noise: 0.1, noiseKind: "flip"),
    settings: settings, options: options,
    parameters: ClassParameters(weights: weights, bias: [1, 2, .leastNonzeroMagnitude]),
    train: set([0, 1, 2, 0], -1), test: set([2, 1, 0], 0.1 + 0.2), metrics: metrics,
    bounds: Bounds(largestMargin: nil, smallestScale: 5.79, isFeasible: false),
    boundaries: [
      AngularBoundary(first: 0, second: 1, inference: 2.25, firstRule: 2, secondRule: 2.5),
      AngularBoundary(first: 1, second: 2, inference: nil, firstRule: nil, secondRule: 4),
    ],
    history: [
      HistoryRow(step: 0, loss: 3.5, accuracy: 0.25, intra: 1),
      HistoryRow(step: 9, loss: 1e-300, accuracy: 1, intra: .pi / 2),
    ],
    snapshots: [
      Snapshot(
        step: 3, loss: 0.5, parameters: ClassParameters(weights: weights),
        features: set([0, 0, 0], 9).features)
    ],
    warnings: [], trainingSeconds: 12)
  run.warnings = run.trainingWarnings
  return run
}
