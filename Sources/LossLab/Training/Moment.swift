/// The state of a training before one of its steps: what a film shows.
package struct Moment: Sendable {
  /// Steps done.
  package let step: Int
  /// Of the batch of the step that follows.
  package internal(set) var loss: Double
  /// Margins that rise and λ that falls, as they are then.
  package let settings: LossSettings
  /// As in `Run.parameters`.
  package let parameters: ClassParameters
  /// Training samples that were asked for, and their features: `samples × dimensions`.
  ///
  /// As `Float`, which is what the network computes in: a film keeps many moments.
  package let trainRows: [Int]
  package let train: Matrix<Float>
  /// Features of all test samples.
  package let test: Matrix<Float>
}

/// Which moments of a training to hand out, and to whom.
package struct MomentRequest {
  /// Steps done, ascending.
  package let steps: [Int]
  /// Training samples whose features are wanted.
  package let trainRows: [Int]
  package let receive: (Moment) -> Void

  package init(steps: [Int], trainRows: [Int], receive: @escaping (Moment) -> Void) {
    self.steps = steps
    self.trainRows = trainRows
    self.receive = receive
  }
}

extension Trainer {
  /// The training as it stands; nothing that follows depends on whether this was called.
  mutating func moment(trainRows: [Int]) -> Moment {
    let settings = options.settings(settings, entry: entry, step: steps)
    var parameters = classParameters
    if entry.make(settings).classifier == nil {
      // More than are drawn, so that directions are those of the classes and not of a few samples.
      let rows = evenly(Array(0..<data.train.count), 2000)
      let directions = ClassDirections(
        features(of: data.train, rows: rows), labels: rows.map { data.train.labels[$0] },
        classes: data.classCount)
      parameters.weights = directions.means
    }
    return Moment(
      step: steps, loss: .nan, settings: settings, parameters: parameters,
      trainRows: trainRows, train: Matrix<Float>(features(of: data.train, rows: trainRows)),
      test: Matrix<Float>(features(of: data.test)))
  }
}

extension Run {
  /// This run as it stood at a moment of its training, measured anew.
  ///
  /// The training samples are those of the moment only; history and snapshots are not there.
  package func at(_ moment: Moment) -> Run {
    var run = self
    run.settings = moment.settings
    run.parameters = moment.parameters
    run.history = []
    run.snapshots = []
    let classifier = run.classifier
    run.train = classifier.judged(
      Matrix<Double>(moment.train), moment.trainRows.map { train.labels[$0] })
    run.test = classifier.judged(Matrix<Double>(moment.test), test.labels)
    run.metrics = RunMetrics(run.test, train: run.train, classifier: classifier)
    run.metrics.loss = moment.loss
    run.boundaries = classifier.angularBoundaries(around: run.train)
    return run
  }
}
