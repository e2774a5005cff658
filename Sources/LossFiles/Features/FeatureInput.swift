/// Features of a user, with labels and maybe class weights, ready to be measured.
public struct FeatureInput: Sendable {
  /// Without those rows that have no direction.
  package var rows: FeatureRows
  /// One a row of `rows`.
  package var labels: [Int]
  /// By class index.
  package var classNames: [String]
  /// One a row of `rows`; `nil` where the file does not say.
  package var isTest: [Bool]?
  /// `nil` where there are none in or beside the file.
  package var weights: ClassWeights?
  package var pairs: PairList?
  /// What was decided or is doubted of the way in which the parts belong together.
  package var notes: [DataNotice] = []
  package var files: [DataFacts.File]

  /// Class weights and, where there is one, the bias of each class.
  package struct ClassWeights: Sendable, Equatable {
    /// `classes × dimensions`, in the order of the class names.
    package var matrix: Matrix<Double>
    /// One a class, or empty.
    package var bias: [Double]
  }

  /// Classes with a single sample: they make no positive pair.
  package var singleClasses: Int {
    var counts = Array(repeating: 0, count: classNames.count)
    for label in labels { counts[label] += 1 }
    return counts.filter { $0 == 1 }.count
  }
}

/// What `plot` is asked to read.
public struct FeatureRequest: Sendable {
  /// `.npy`, `.npz` or a table, gzipped or not; `-` is standard input.
  package var path: String
  /// A file; or the column of a table by name or number; or the array of an archive.
  package var labels: String?
  /// A file, or the array of an archive.
  package var weights: String?
  /// In which order the rows of the weights stand, where they have no names.
  package var weightsOrder = WeightsOrder.automatic
  /// A list of pairs as LFW has it.
  package var pairs: String?

  /// - Parameters:
  ///   - path: `.npy`, `.npz`, `.safetensors` or a table, gzipped or not; `-` is standard input.
  ///   - labels: a file; or the column of a table by name or number; or the array of an archive.
  ///   - weights: a file, or the array of an archive.
  public init(path: String, labels: String? = nil, weights: String? = nil) {
    self.path = path
    self.labels = labels
    self.weights = weights
  }
}
