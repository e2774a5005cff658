/// Samples as a source gives them: all classes, before any is chosen, split off or made noisy.
package struct SampleSource: Sendable {
  /// As in a recipe and a file name.
  package var name: String
  /// As on a picture.
  package var title: String
  package var classNames: [String]
  /// All samples where `test` is `nil`.
  package var train: LabelledSamples
  /// The test set that the source itself has.
  package var test: LabelledSamples?
  /// Samples of no class of `classNames`, for outlier noise; `nil` for none.
  package var strangers: LabelledSamples?
  package var imageSize: Dataset.ImageSize?
  package var inputs = InputKind.ready
  /// Whether somebody brings it.
  package var isOwn = false

  package init(
    name: String, title: String, classNames: [String], train: LabelledSamples,
    test: LabelledSamples? = nil, strangers: LabelledSamples? = nil,
    imageSize: Dataset.ImageSize? = nil
  ) {
    self.name = name
    self.title = title
    self.classNames = classNames
    self.train = train
    self.test = test
    self.strangers = strangers
    self.imageSize = imageSize
  }
}

/// Which samples of a source are used, and how many labels are wrong.
public struct DatasetOptions: Sendable, Equatable {
  /// In which order, too.
  public var classes = ClassSelection.all
  /// At most so many of a class, in training and test together where the source has no test set,
  /// in each where it has; `nil` for all.
  public var samplesPerClass: Int?
  /// In training labels; the test set is untouched.
  package var noise = LabelNoise()
  /// Of the split into training and test, the choice of samples, and the noise.
  public var seed: UInt64 = 1
  /// Whether inputs are brought to mean 0 and standard deviation 1.
  package var standardize = Standardization.automatic
  /// Share of a class that is kept for the test, where the source has no test set.
  package static let testShare = 0.2

  /// Everything that the source has, without noise.
  public init() {}
}

extension Dataset {
  /// Chooses classes and samples, splits off a test set if the source has none, adds noise.
  ///
  /// - Throws: `LabError.misfit` for classes or outliers that the source does not have,
  ///   `LabError.badData` for fewer than two classes with samples.
  package init(_ source: SampleSource, options: DatasetOptions) throws(LabError) {
    let chosen = try options.classes.indices(in: source.classNames)
    let isAll = chosen == Array(source.classNames.indices)
    let (classNames, seed) = (chosen.map { source.classNames[$0] }, options.seed)
    func used(_ all: LabelledSamples) -> LabelledSamples {
      let kept = isAll ? all : all.keeping(classes: chosen)
      guard let count = options.samplesPerClass else { return kept }
      return kept.limited(perClass: count, classes: chosen.count, seed: seed)
    }

    let all = used(source.train)
    let (test, train) =
      source.test.map { (used($0), all) }
      ?? all.splitOff(share: DatasetOptions.testShare, classes: chosen.count, seed: seed)
    for (index, count) in train.counts(classes: chosen.count).enumerated() where count == 0 {
      throw .badData(.noTrainingSample(className: classNames[index], data: source.name))
    }

    let scale = source.unit(options.standardize, training: train.count).map {
      InputScale(of: train.samples, isOneUnit: $0)
    }
    self.init(
      name: source.name, title: source.title, classNames: classNames, train: train, test: test,
      imageSize: source.imageSize)
    isOwn = source.isOwn
    if let scale { standardize(by: scale) }
    if options.noise.share > 0 {
      var strangers = source.strangers ?? source.train.leavingOut(classes: chosen)
      if let scale, let raw = strangers { strangers?.samples = scale.applied(to: raw.samples) }
      try options.noise.spoil(&self, strangers: strangers, seed: seed)
    }
  }

  private mutating func standardize(by scale: InputScale) {
    isStandardized = true
    train.samples = scale.applied(to: train.samples)
    test.samples = scale.applied(to: test.samples)
  }
}
