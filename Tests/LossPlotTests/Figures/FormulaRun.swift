import LossPlot

@testable import LossLab
@testable import LossScene

/// A run whose features come from a formula: pictures of it change only when drawing changes.
struct FormulaRun {
  var loss = "cosface"
  /// Changes the loss's own values.
  var change: (inout LossSettings) -> Void = { _ in }
  var classes = 6
  var dimensions = 2
  /// Samples of each class.
  var tested = 9
  var trained = 6
  /// Of each class to both sides, in shares of the way to where the next one begins.
  var spread = 0.5

  var run: Run {
    get throws {
      let entry = try LossEntry.named(loss)
      var settings = entry.settings(classes: classes)
      change(&settings)
      let all = samples(tested, spread) + samples(trained, spread * 0.8)
      let features = all.flatMap { $0.feature }
      var weights: [Double] = []
      for index in 0..<classes {
        let length: Double = 1 + 0.1 * Double(index % 3)
        weights += direction(index, aside: 0.04, up: 0).map { $0 * length }
      }
      var run = Run(
        features: Matrix(rows: all.count, columns: dimensions, elements: features),
        labels: all.map(\.label), isTest: all.indices.map { $0 < classes * tested },
        classNames: (0..<classes).map { "\($0)" }, title: "formula",
        weights: entry.kind == .metric
          ? nil : Matrix(rows: classes, columns: dimensions, elements: weights),
        bias: [], entry: entry, settings: settings)
      run.facts.dataTitle = "\(classes) classes by a formula"
      run.options.steps = 700
      run.warnings = []
      if entry.make(settings).usesCenters {
        run.parameters.centers = ClassSpread(run.train, classes: classes).means
        run.metrics.loss = 0.25
      }
      run.history = (0...20).map { row -> HistoryRow in
        let share: Double = 1 / Double(1 + row)
        return HistoryRow(step: 35 * row, loss: 4 * share, accuracy: 1 - 0.8 * share, intra: share)
      }
      return run
    }
  }

  /// The run as it stood before `step`: classes are the wider the earlier it was.
  func moment(_ step: Int, of run: Run, trainRows: [Int]) -> Moment {
    let early = 1 - Double(step) / Double(run.options.steps)
    let train = samples(trained, spread + early)
    return Moment(
      step: step, loss: 0.5 + 3 * early, settings: run.settings, parameters: run.parameters,
      trainRows: trainRows, train: floats(trainRows.map { train[$0] }),
      test: floats(samples(tested, spread + early)))
  }

  /// One for each interval that the options ask for.
  func snapshots(of run: Run) -> [Snapshot] {
    guard run.options.snapshotInterval > 0 else { return [] }
    return stride(from: 0, through: run.options.steps, by: run.options.snapshotInterval).map {
      step in
      let moment = moment(step, of: run, trainRows: [])
      return Snapshot(
        step: step, loss: moment.loss, parameters: run.parameters,
        features: Matrix(
          rows: moment.test.rows, columns: dimensions,
          elements: moment.test.elements.map { Double($0) }))
    }
  }

  private typealias Sample = (label: Int, feature: [Double])

  private func samples(_ count: Int, _ spread: Double) -> [Sample] {
    let last = Double(max(1, count - 1))
    var samples: [Sample] = []
    for label in 0..<classes {
      for index in 0..<count {
        let aside: Double = 2 * Double(index * 5 % count) / last - 1
        let up: Double = 2 * Double(index * 7 % count) / last - 1
        let length: Double = 4 + Double(label % 2) + 5 * Double(index) / last
        let unit = direction(label, aside: spread * aside, up: spread * up)
        samples.append((label, unit.map { $0 * length }))
      }
    }
    return samples
  }

  private func floats(_ samples: [Sample]) -> Matrix<Float> {
    Matrix<Float>(
      rows: samples.count, columns: dimensions,
      elements: samples.flatMap { $0.feature.map { Float($0) } })
  }

  /// A unit vector near that of a class: classes stand around the circle, or on a spiral from pole
  /// to pole of the sphere.
  private func direction(_ index: Int, aside: Double, up: Double) -> [Double] {
    let count = Double(classes)
    guard dimensions > 2 else {
      let turn: Double = (Double(index) + aside / 2) / count
      let (sine, cosine) = sinCos(0.3 + 2 * Double.pi * turn)
      return [cosine, sine]
    }
    let depth: Double = (2 * Double(index) + 1 + up * 0.5) / count
    let height = min(1, max(-1, 1 - depth))
    let (sine, cosine) = sinCos(2.4 * Double(index) + aside * 0.5)
    let radius = (1 - height * height).squareRoot()
    return [radius * cosine, radius * sine, height]
      + Array(repeating: 0.25 * aside, count: dimensions - 3)
  }
}
