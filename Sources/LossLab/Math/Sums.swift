/// Σ a · b of eight sums, added up at the end.
func dot(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int
) -> Double {
  sumOfEight(a, b, count: count) { $0 * $1 }
}

/// Σ (a − b)² of eight sums, added up at the end.
func squaredDistance(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int
) -> Double {
  sumOfEight(a, b, count: count) { ($0 - $1) * ($0 - $1) }
}

@inline(__always)
private func sumOfEight(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int,
  _ term: (SIMD8<Double>, SIMD8<Double>) -> SIMD8<Double>
) -> Double {
  var sums = SIMD8<Double>(repeating: 0)
  var index = 0
  while index + 8 <= count {
    sums += term(
      UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self),
      UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Double>.self))
    index += 8
  }
  var sum = sums.sum()
  while index < count {
    sum += term(SIMD8(repeating: a[index]), SIMD8(repeating: b[index]))[0]
    index += 1
  }
  return sum
}
