extension Network {
  /// Writes the features of these rows of a set.
  ///
  /// - Parameters:
  ///   - samples: where the rows are put, and `backward` finds them: `batchCapacity × inputs`.
  ///   - change: what is done to the inputs of some rows of the batch before they are read, by the
  ///     thread that reads them.
  mutating func forward(
    _ set: Samples, rows: ArraySlice<Int>, in samples: inout [Float], parameters: [Float],
    features: inout [Float], parallel: ParallelFor,
    change: (_ inputs: UnsafeMutablePointer<Float>, _ rows: Range<Int>) -> Void
  ) {
    let inputs = inputs
    samples.withUnsafeMutableBufferPointer { samples in
      guard let base = samples.baseAddress else { return }
      forward(
        samples: base, rows: rows.count, parameters: parameters, features: &features,
        parallel: parallel
      ) { block in
        let first = rows.startIndex + block.lowerBound
        let place = base + block.lowerBound * inputs
        set.gather(rows[first..<first + block.count], into: place)
        change(place, block)
      }
    }
  }
}
