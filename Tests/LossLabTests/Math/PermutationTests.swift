import Testing

@testable import LossLab

@Test(arguments: [0, 1, 2, 3, 7, 8, 9, 1000, 4096])
func aPermutationSortsIndicesByOneWordEach(count: Int) {
  var generator = SplitMix64(seed: 3, stream: UInt64(count))
  var other = generator
  let words = (0..<count).map { _ in other.next() }
  let sorted = words.indices.sorted { (words[$0], $0) < (words[$1], $1) }
  #expect(generator.permutation(count) == sorted)
  #expect(generator.next() == other.next())
}
