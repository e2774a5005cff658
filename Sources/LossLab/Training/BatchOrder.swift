/// The samples of one batch after another: slices of one random order of the training set after
/// another, so that a batch may straddle two.
struct BatchOrder {
  let count: Int
  let batch: Int
  let seed: UInt64
  private(set) var epoch: UInt64 = 0
  private(set) var pending: [Int] = []
  private(set) var position = 0

  mutating func next() -> [Int] {
    while pending.count - position < batch {
      pending.removeFirst(position)
      position = 0
      var generator = SplitMix64(seed: seed, stream: 100 + epoch)
      pending.append(contentsOf: generator.permutation(count))
      epoch += 1
    }
    defer { position += batch }
    return Array(pending[position..<position + batch])
  }
}
