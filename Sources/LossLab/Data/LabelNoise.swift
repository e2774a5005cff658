/// How many training labels are wrong, and how they came to be so.
package struct LabelNoise: Sendable, Equatable {
  /// What is wrong with a label.
  package enum Kind: String, CaseIterable, Sendable {
    /// The label of another class, each as likely.
    case flip
    /// A sample that belongs to none of the classes, in the place of one that did.
    case outlier
  }

  /// Of the training samples; rounded to whole samples, in [0, 1].
  package var share: Double
  package var kind: Kind

  /// - Parameter share: of the training samples, in [0, 1]; rounded to whole samples.
  package init(share: Double = 0, kind: Kind = .flip) {
    self.share = share
    self.kind = kind
  }

  /// Makes exactly the share of the training labels wrong and notes which; the test is untouched.
  ///
  /// - Throws: `LabError.misfit` for outliers without strangers.
  func spoil(
    _ dataset: inout Dataset, strangers: LabelledSamples?, seed: UInt64
  ) throws(LabError) {
    let count = Int((share * Double(dataset.train.count)).rounded())
    var generator = DataStream.noise.generator(seed: seed)
    let spoiled = generator.permutation(dataset.train.count).prefix(count).sorted()
    switch kind {
    case .flip:
      let classes = dataset.classCount
      for row in spoiled {
        let step = 1 + generator.index(below: classes - 1)
        dataset.train.labels[row] = (dataset.train.labels[row] + step) % classes
      }
    case .outlier:
      guard let strangers else {
        throw .misfit(.noStrangers(data: dataset.name))
      }
      // Around again where there are fewer strangers than outliers.
      let order = generator.permutation(strangers.count)
      let sources = spoiled.indices.map { order[$0 % order.count] }
      dataset.train.samples.replaceRows(spoiled, with: strangers.samples.rows(at: sources))
    }
    dataset.wrongLabels = spoiled
    dataset.noise = share
    dataset.noiseKind = kind.rawValue
  }
}

extension Samples {
  /// Puts the rows of `others` into the places `indices`.
  ///
  /// - Precondition: both hold the same kind of numbers, in as many columns.
  mutating func replaceRows(_ indices: [Int], with others: Samples) {
    switch (self, others) {
    case (.floats(var matrix), .floats(let rows)):
      self = .floats(Matrix(rows: 0, columns: 0))
      matrix.replaceRows(indices, with: rows)
      self = .floats(matrix)
    case (.bytes(var matrix), .bytes(let rows)):
      self = .bytes(Matrix(rows: 0, columns: 0, elements: []))
      matrix.replaceRows(indices, with: rows)
      self = .bytes(matrix)
    case (.floats, .bytes), (.bytes, .floats):
      preconditionFailure("bytes in the place of floats, or the reverse")
    }
  }
}

extension Matrix {
  mutating func replaceRows(_ indices: [Int], with rows: Matrix) {
    precondition(
      rows.columns == columns && rows.rows == indices.count,
      "\(rows.rows) × \(rows.columns) in the place of \(indices.count) × \(columns)")
    for (source, target) in indices.enumerated() {
      for column in 0..<columns { self[target, column] = rows[source, column] }
    }
  }
}
