/// The only source of chance in lossviz: Steele, Lea and Flood, "Fast Splittable Pseudorandom
/// Number Generators", OOPSLA 2014.
///
/// A seed names a family of streams; streams of one seed do not depend on one another, so that
/// data, weights and batch order can each change without moving the others.
package struct SplitMix64: Sendable {
  var state: UInt64

  package init(seed: UInt64, stream: UInt64 = 0) {
    state = SplitMix64.mix(seed &+ stream &* 0xD1B5_4A32_D192_ED03)
  }

  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.mix(state)
  }

  /// Uniform in [0, 1), 53 bits.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Uniform in `0 ..< bound`.
  ///
  /// - Precondition: `bound > 0`.
  package mutating func index(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Two independent standard normals (Box and Muller), from two words.
  package mutating func normalPair() -> (Double, Double) {
    let radius = (-2 * log(Double((next() >> 11) + 1) * 0x1p-53)).squareRoot()
    let turn = 2 * Double.pi * uniform()
    return (radius * cos(turn), radius * sin(turn))
  }

  /// `count` standard normals.
  package mutating func normals(_ count: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count + 1)
    while values.count < count {
      let (first, second) = normalPair()
      values.append(first)
      values.append(second)
    }
    if values.count > count { values.removeLast() }
    return values
  }

  /// A random order of `0 ..< count`: the indices sorted by one word each.
  package mutating func permutation(_ count: Int) -> [Int] {
    let words = (0..<max(0, count)).map { _ in next() }
    guard count > 1 else { return Array(words.indices) }
    // Words are even over their range: by their first bits, nearly every one has a bucket of its
    // own, and few are left to be moved.
    let unused = UInt64(UInt64(count - 1).leadingZeroBitCount)
    var ends = Array(repeating: 0, count: 1 << (64 - Int(unused)))
    for word in words { ends[Int(word >> unused)] += 1 }
    var before = 0
    for bucket in ends.indices {
      let size = ends[bucket]
      ends[bucket] = before
      before += size
    }
    var order = Array(repeating: 0, count: count)
    for (index, word) in words.enumerated() {
      order[ends[Int(word >> unused)]] = index
      ends[Int(word >> unused)] += 1
    }
    for place in 1..<count {
      let index = order[place]
      var target = place
      while target > 0, words[order[target - 1]] > words[index] {
        order[target] = order[target - 1]
        target -= 1
      }
      order[target] = index
    }
    return order
  }
}
