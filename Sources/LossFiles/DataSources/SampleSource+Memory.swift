import LossSystem

extension SampleSource {
  /// Asks for the memory of choosing and splitting the samples, which copies them.
  ///
  /// - Throws: `MemoryShortage`.
  func checkMemory() throws(MemoryShortage) {
    let all = [train, test, strangers].compactMap { $0?.samples }
    let bytes = all.reduce(0.0) { sum, samples in
      switch samples {
      case .bytes(let matrix): sum + Double(matrix.rows) * Double(matrix.columns)
      case .floats(let matrix): sum + 4 * Double(matrix.rows) * Double(matrix.columns)
      }
    }
    try MemoryRoom.check(
      bytes, for: "training and test samples", hint: "give fewer rows, or a smaller --samples")
  }
}
