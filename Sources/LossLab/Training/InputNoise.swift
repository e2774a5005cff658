/// Gaussian noise that is added to the inputs of every step, so that a network cannot learn few
/// samples by heart: Bishop, "Training with Noise is Equivalent to Tikhonov Regularization", Neural
/// Computation 1995.
///
/// The numbers are drawn once; each row of each batch takes a stretch of them that begins anywhere.
struct InputNoise {
  /// Of the standard normals that there are: far more than the inputs of most samples.
  private static let drawn = 1 << 16

  private let deviation: Float
  /// Those that are drawn, and the first `columns` of them once more.
  private let normals: [Float]
  private let columns: Int
  private var generator: SplitMix64
  /// Where the stretch of each row begins.
  private var starts: [Int]

  /// - Parameter columns: numbers of a sample.
  /// - Returns: `nil` for no noise.
  init?(_ options: TrainingOptions, columns: Int) {
    guard options.inputNoise > 0 else { return nil }
    generator = DataStream.inputNoise.generator(seed: options.seed)
    let drawn = generator.normals(Self.drawn).map { Float($0) }
    normals = (0..<Self.drawn + columns).map { drawn[$0 % Self.drawn] }
    deviation = Float(options.inputNoise)
    self.columns = columns
    starts = Array(repeating: 0, count: options.batch)
  }

  /// Goes on to the next batch.
  mutating func advance() {
    for row in starts.indices { starts[row] = generator.index(below: Self.drawn) }
  }

  /// Adds that of these rows of the batch to their inputs, `rows.count × columns`.
  func add(to inputs: UnsafeMutablePointer<Float>, rows: Range<Int>) {
    normals.withUnsafeBufferPointer { normals in
      for row in rows {
        let (target, start) = (inputs + (row - rows.lowerBound) * columns, starts[row])
        for column in 0..<columns { target[column] += deviation * normals[start + column] }
      }
    }
  }
}
