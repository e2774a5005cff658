/// Everything a picture needs of one training: plain data, saved as JSON, never trained again.
public struct Run: Sendable {
  /// The loss that it was trained under; `nil` for features from elsewhere under none.
  public var entry: LossEntry?
  package var facts: RunFacts
  /// As trained: every `auto` is a number.
  public var settings: LossSettings
  /// As trained.
  package var options: TrainingOptions
  /// The trained class layer; for losses without one, unit class mean directions of the training
  /// features.
  public var parameters: ClassParameters
  /// Of the training samples, in their order.
  public var train: FeatureSet
  /// Of the test samples, in their order.
  public var test: FeatureSet
  /// What the picture says in numbers.
  public var metrics: RunMetrics
  /// What so many classes leave a margin and a scale.
  package var bounds: Bounds
  /// In the plane, counter-clockwise; empty in other dimensions.
  public var boundaries: [AngularBoundary]
  /// First to last: each step, or fifty to a hundred of many.
  package var history: [HistoryRow]
  /// First to last; empty unless `TrainingOptions.snapshotInterval` asks for them.
  package var snapshots: [Snapshot]
  /// What to be told of bounds and of the training.
  public var warnings: [RunWarning]
  /// Seconds spent in optimiser steps, by the clock that the caller brought.
  package var trainingSeconds: Double

  package init(
    entry: LossEntry?, facts: RunFacts, settings: LossSettings, options: TrainingOptions,
    parameters: ClassParameters, train: FeatureSet, test: FeatureSet, metrics: RunMetrics,
    bounds: Bounds, boundaries: [AngularBoundary], history: [HistoryRow], snapshots: [Snapshot],
    warnings: [RunWarning], trainingSeconds: Double
  ) {
    self.entry = entry
    self.facts = facts
    self.settings = settings
    self.options = options
    self.parameters = parameters
    self.train = train
    self.test = test
    self.metrics = metrics
    self.bounds = bounds
    self.boundaries = boundaries
    self.history = history
    self.snapshots = snapshots
    self.warnings = warnings
    self.trainingSeconds = trainingSeconds
  }

  /// The trained class layer with the loss it was trained under.
  package var classifier: Classifier { Classifier(entry?.make(settings).classifier, parameters) }
}

/// What a run is called by.
package struct RunFacts: Sendable, Equatable {
  /// `LossEntry.name`.
  package var loss: String
  package var data: String
  package var dataTitle: String
  package var classNames: [String]
  package var trainCount: Int
  package var testCount: Int
  /// Share of training labels made wrong, and how; empty kind for none.
  package var noise = 0.0
  package var noiseKind = ""
}

extension RunFacts {
  init(_ entry: LossEntry, _ data: Dataset) {
    self.init(
      loss: entry.name, data: data.name, dataTitle: data.title, classNames: data.classNames,
      trainCount: data.train.count, testCount: data.test.count, noise: data.noise,
      noiseKind: data.noiseKind)
  }
}

/// One line of a run's history.
package struct HistoryRow: Sendable, Equatable {
  /// Counted from 0.
  package var step: Int
  /// Of the batch of this step.
  package var loss: Double
  /// Margin-free, of the batch of this step.
  package var accuracy: Double
  /// Mean angle to the class mean direction in the batch, radians.
  package var intra: Double

  package init(step: Int, loss: Double, accuracy: Double, intra: Double) {
    self.step = step
    self.loss = loss
    self.accuracy = accuracy
    self.intra = intra
  }
}

/// Features and class layer in the middle of training.
package struct Snapshot: Sendable {
  package var step: Int
  package var loss: Double
  package var parameters: ClassParameters
  /// Test features.
  package var features: Matrix<Double>
}

/// How tight and how far apart the classes of a run are.
///
/// Angles are radians here, degrees where a person reads them.
public struct RunMetrics: Sendable, Equatable {
  /// With margin, mean over the training samples in batches.
  public var loss = 0.0
  /// In [0, 1], without margin.
  public var trainAccuracy = 0.0
  /// In [0, 1], without margin.
  public var testAccuracy = 0.0
  /// In [0, 1], by the direction of the nearest class weight alone.
  public var testAccuracyCosine = 0.0
  /// Mean angle of test samples to their class's mean direction.
  public var intra = 0.0
  /// 95th percentile of these.
  public var intra95 = 0.0
  /// Mean over classes of the angle to the nearest other mean direction.
  public var inter = 0.0
  /// The smallest of these.
  public var minInter = 0.0
  /// Median over neighbours of the empty angle between them, 95 % of each counted; negative where
  /// they overlap.
  public var gap = 0.0
  /// The smallest of these.
  public var minGap = 0.0
  /// S_w / S_b of Liu et al., 2017, arXiv:1704.08063, formula 11; lower is tighter.
  public var angularFisherScore = 0.0
  /// Standard deviation over mean of ‖x‖.
  public var normCV = 0.0
  /// Share of the training samples, in [0, 1], that lie outside their class's margined region.
  public var violations = 0.0

  package init() {}
}

/// What C evenly spread classes in the plane allow.
package struct Bounds: Sendable, Equatable {
  /// The largest m; `nil` where the loss has no bound.
  package var largestMargin: Double?
  /// The s with which a margin-free posterior at a class center reaches 0.9.
  package var smallestScale: Double
  /// Whether evenly spread classes can satisfy the margin at their centers.
  package var isFeasible: Bool
}

#if !hasFeature(Embedded)
  extension RunFacts: Codable {}
  extension Snapshot: Codable {}
  extension RunMetrics: Codable {}
  extension Bounds: Codable {}
#endif
