import Testing

@testable import LossLab

struct InputNoiseTests {
  private func noise(
    _ deviation: Double, rows: Int, columns: Int, seed: UInt64
  ) -> InputNoise? {
    var options = TrainingOptions()
    (options.inputNoise, options.batch, options.seed) = (deviation, rows, seed)
    return InputNoise(options, columns: columns)
  }

  /// What is added to each of 40 rows of 30 inputs, from one batch after another.
  private func added(_ noise: inout InputNoise, batches: Int) -> [[Float]] {
    (0..<batches).map { _ in
      noise.advance()
      var inputs = Array(repeating: Float(3), count: 40 * 30)
      inputs.withUnsafeMutableBufferPointer { inputs in
        guard let base = inputs.baseAddress else { return }
        noise.add(to: base, rows: 0..<25)
        noise.add(to: base + 25 * 30, rows: 25..<40)
      }
      return inputs.map { $0 - 3 }
    }
  }

  @Test func itIsNormalAndNewInEveryStep() throws {
    var noise = try #require(self.noise(0.5, rows: 40, columns: 30, seed: 1))
    let batches = added(&noise, batches: 50)
    let values = batches.flatMap { $0 }.map { Double($0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
    // 60,000 values from 65,536 drawn ones: within five deviations of what mean and variance may be.
    #expect(abs(mean) < 0.01, "\(mean)")
    #expect(abs(variance - 0.25) < 0.01, "\(variance)")
    let beyond = Double(values.count { abs($0) > 1 }) / Double(values.count)
    #expect(abs(beyond - 0.0455) < 0.005, "\(beyond)")
    #expect(Set(batches).count == 50)
    let rows = batches.flatMap { batch in (0..<40).map { Array(batch[30 * $0..<30 * $0 + 30]) } }
    #expect(Set(rows).count > 1950)
  }

  @Test func itIsTheSameForOneSeed() throws {
    var first = try #require(noise(1, rows: 40, columns: 30, seed: 7))
    var second = try #require(noise(1, rows: 40, columns: 30, seed: 7))
    var third = try #require(noise(1, rows: 40, columns: 30, seed: 8))
    let expected = added(&first, batches: 3)
    #expect(added(&second, batches: 3) == expected)
    #expect(added(&third, batches: 3) != expected)
  }

  @Test func moreInputsThanAreDrawnHaveNoiseToo() throws {
    var noise = try #require(self.noise(1, rows: 1, columns: 70_000, seed: 1))
    noise.advance()
    var inputs = Array(repeating: Float(0), count: 70_000)
    inputs.withUnsafeMutableBufferPointer { noise.add(to: $0.baseAddress!, rows: 0..<1) }
    #expect(inputs.last != 0)
  }

  @Test func noneIsNone() {
    #expect(noise(0, rows: 1, columns: 1, seed: 1) == nil)
  }
}
