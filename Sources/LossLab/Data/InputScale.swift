/// Whether inputs are brought to mean 0 and standard deviation 1, as the training set has them.
package enum Standardization: String, CaseIterable, Sendable {
  /// Tables are, whatever is not between 0 and 1, and all small sets; large sets of pixels and what
  /// lossviz makes itself are not.
  case automatic = "auto"
  /// By mean and deviation of the training set, for the test set as well.
  case yes
  /// Inputs stay as they are.
  case no
}

/// What the inputs of a source are, as it decides whether they want scaling.
package enum InputKind: Sendable, Equatable {
  /// As they should be: made up, or pixels between 0 and 1.
  case ready
  /// Each column in a unit of its own.
  case table
  /// Pixels of any range: all in one unit.
  case pixels
}

/// What is taken from every input, and what it is divided by then.
struct InputScale: Sendable, Equatable {
  /// One a column.
  var means: [Float]
  var factors: [Float]

  /// Of each column by itself, or with one unit for all.
  ///
  /// A column that is the same in all samples becomes 0: it says nothing, and its size would drown
  /// the others.
  init(of samples: Samples, isOneUnit: Bool) {
    let columns = samples.columns
    var sums = [Double](repeating: 0, count: columns)
    var squares = sums
    let count = Double(max(1, samples.rows))
    samples.forEachRow { row in for column in 0..<columns { sums[column] += Double(row[column]) } }
    for column in 0..<columns { sums[column] /= count }
    samples.forEachRow { row in
      for column in 0..<columns {
        let difference = Double(row[column]) - sums[column]
        squares[column] += difference * difference
      }
    }
    var all = 0.0
    for square in squares { all += square }
    let common = (all / count / Double(max(1, columns))).squareRoot()
    means = sums.map { Float($0) }
    factors = squares.indices.map { column in
      let deviation = (squares[column] / count).squareRoot()
      // Rounding of the mean is no variation.
      guard deviation > 1e-6 * abs(sums[column]), deviation > 0 else { return 0 }
      return Float(1 / (isOneUnit ? common : deviation))
    }
  }

  func apply(to row: UnsafeMutablePointer<Float>) {
    for column in means.indices {
      row[column] = (row[column] - means[column]) * factors[column]
    }
  }

  func applied(to samples: Samples) -> Samples {
    var elements: [Float] = []
    elements.reserveCapacity(samples.rows * samples.columns)
    samples.forEachRow { row in
      apply(to: row)
      elements += UnsafeBufferPointer(start: row, count: samples.columns)
    }
    return .floats(Matrix(rows: samples.rows, columns: samples.columns, elements: elements))
  }
}

extension Samples {
  /// Whether all inputs are between 0 and 1, as those of pixels are.
  var isUnit: Bool {
    switch self {
    case .bytes: true
    case .floats(let matrix): matrix.isUnit
    }
  }

  /// Each row as training has it, one after another in one buffer.
  fileprivate func forEachRow(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    var buffer = [Float](repeating: 0, count: columns)
    let order = Array(0..<rows)
    buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for row in order.indices {
        gather(order[row..<row + 1], into: base)
        body(base)
      }
    }
  }
}

extension SampleSource {
  /// Whether, and in which unit, its inputs are scaled.
  ///
  /// - Parameter samples: how many there are to train on.
  /// - Returns: whether all have one unit; `nil` for no scaling.
  func unit(_ wanted: Standardization, training samples: Int) -> Bool? {
    let isImage = inputs != .table
    if wanted == .automatic, isOwn, samples < SmallSet.limit { return isImage }
    switch (wanted, inputs) {
    case (.no, _), (.automatic, .ready): return nil
    case (.yes, _), (.automatic, .table): return isImage
    case (.automatic, .pixels): return train.samples.isUnit ? nil : true
    }
  }
}
