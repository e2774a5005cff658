/// Samples as rows: bytes stay bytes until a batch is gathered, so that MNIST takes 47 MB, not 188.
public enum Samples: Sendable {
  /// `samples × inputs`.
  case floats(Matrix<Float>)
  /// A pixel p counts as p / 255.
  case bytes(Matrix<UInt8>)

  package var rows: Int {
    switch self {
    case .floats(let matrix): matrix.rows
    case .bytes(let matrix): matrix.rows
    }
  }

  package var columns: Int {
    switch self {
    case .floats(let matrix): matrix.columns
    case .bytes(let matrix): matrix.columns
    }
  }

  package func rows(at indices: [Int]) -> Samples {
    switch self {
    case .floats(let matrix): .floats(matrix.rows(at: indices))
    case .bytes(let matrix): .bytes(matrix.rows(at: indices))
    }
  }

  /// Copies the rows `indices` one after another into `buffer`.
  ///
  /// - Precondition: `buffer` has room for `indices.count × columns`.
  func gather(_ indices: ArraySlice<Int>, into buffer: UnsafeMutablePointer<Float>) {
    let kernels = Kernels.fastest
    var target = buffer
    switch self {
    case .floats(let matrix):
      matrix.elements.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        for index in indices {
          target.update(from: base + index * matrix.columns, count: matrix.columns)
          target += matrix.columns
        }
      }
    case .bytes(let matrix):
      matrix.elements.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        for index in indices {
          kernels.readBytes(base + index * matrix.columns, into: target, count: matrix.columns)
          target += matrix.columns
        }
      }
    }
  }
}

/// Labelled samples: one half of a data set.
public struct LabelledSamples: Sendable {
  /// As many rows as there are labels.
  public var samples: Samples
  /// A class index for each row, in `0 ..< classes`.
  public var labels: [Int]

  /// - Precondition: as many labels as rows.
  public init(samples: Samples, labels: [Int]) {
    precondition(samples.rows == labels.count, "\(labels.count) labels for \(samples.rows) rows")
    self.samples = samples
    self.labels = labels
  }

  /// Samples of classes in turn: row i is of class i mod `classes`.
  ///
  /// - Parameter append: adds the numbers of one sample of a class.
  init(
    inTurn classes: Int, each count: Int, columns: Int,
    append: (_ label: Int, inout [Float]) -> Void
  ) {
    let rows = classes * count
    var elements: [Float] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows { append(row % classes, &elements) }
    self.init(
      samples: .floats(Matrix(rows: rows, columns: columns, elements: elements)),
      labels: (0..<rows).map { $0 % classes })
  }

  package var count: Int { labels.count }

  package func rows(at indices: [Int]) -> LabelledSamples {
    LabelledSamples(samples: samples.rows(at: indices), labels: indices.map { labels[$0] })
  }
}

/// What a classifier is trained and tested on.
public struct Dataset: Sendable {
  /// As in a recipe and a file name: `identities`, `digits`, `mnist`.
  package var name: String
  /// As on a picture: `6 identities`, `MNIST`.
  package var title: String
  /// By class index.
  public var classNames: [String]
  /// What the network learns from.
  public var train: LabelledSamples
  /// What accuracies and angles are measured on.
  public var test: LabelledSamples
  /// Rows and columns of an image; `nil` where a sample is not one.
  package var imageSize: ImageSize?
  /// Share of the training labels that were made wrong, and how: `flip`, `outlier` or nothing.
  package var noise = 0.0
  package var noiseKind = ""
  /// The rows of `train` whose label noise made wrong, ascending.
  package var wrongLabels: [Int] = []
  /// Whether somebody brings it, so that nothing is known of it beforehand.
  package var isOwn = false
  /// Whether the inputs have been brought to mean 0 and standard deviation 1.
  package var isStandardized = false

  /// Pixels of a sample that is an image, which convolutions ask for.
  public struct ImageSize: Sendable, Equatable {
    package let rows: Int
    package let columns: Int
    /// Of one channel: `rows × columns` is the number of inputs of a sample.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// - Parameters:
  ///   - name: as in a recipe and a file name.
  ///   - title: as on a picture.
  ///   - classNames: by class index.
  ///   - imageSize: `nil` where a sample is not an image.
  public init(
    name: String, title: String, classNames: [String], train: LabelledSamples,
    test: LabelledSamples, imageSize: ImageSize? = nil
  ) {
    self.name = name
    self.title = title
    self.classNames = classNames
    self.train = train
    self.test = test
    self.imageSize = imageSize
  }

  /// Classes without samples count, too.
  public var classCount: Int { classNames.count }
}
