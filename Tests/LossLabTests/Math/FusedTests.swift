import Testing

@testable import LossLab

/// Factors and summands where rounding twice, or overflow, or a sign goes wrong.
private let awkward: [Float] = [
  0, -0.0, 1, -1, 1 + .ulpOfOne, 1 - .ulpOfOne / 2, 0x1p-12, 1 + 0x1p-12, -1 - 0x1p-11, 0x1p24,
  0x1p24 + 2, -0x1p-24, 0x1p-25, 0x1.000002p-75, 0x0.fffffep-75, Float(bitPattern: 0x40_0001),
  .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0x1p-75,
  .leastNormalMagnitude, .leastNormalMagnitude.nextDown, .greatestFiniteMagnitude,
  -.greatestFiniteMagnitude, 0x1p103, .infinity, -.infinity, .nan,
]

private func isSame(_ a: Float, _ b: Float) -> Bool {
  a.isNaN ? b.isNaN : a.bitPattern == b.bitPattern
}

/// One sum for each column, by a path's product of one row.
private func sums(_ kernels: Kernels, _ a: Float, _ b: [Float], plus c: [Float]) -> [Float] {
  let columns = b.count
  var sums = Array(repeating: Float(0), count: columns)
  let padded = b + Array(repeating: 0, count: 64)
  padded.withUnsafeBufferPointer { b in
    sums.withUnsafeMutableBufferPointer { sums in
      c.withUnsafeBufferPointer { c in
        withUnsafePointer(to: a) { a in
          guard let b = b.baseAddress, let c = c.baseAddress, let sums = sums.baseAddress
          else { return }
          kernels.multiply(
            Product(
              rows: 1, columns: columns, depth: .init(inner: 1),
              left: .init(base: a, row: 1, inner: 1),
              right: .init(base: b, panel: kernels.panelWidth, inner: 0),
              target: .init(base: sums, row: columns), start: .row(c)))
        }
      }
    }
  }
  return sums
}

@Test func aFusedSumIsRoundedOnce() {
  // The products' last bits would be lost if they were rounded before the sum.
  #expect(fused(1 + 0x1p-12, 1 + 0x1p-12, plus: -1 - 0x1p-11) == 0x1p-24)
  // Half-way between two floats but for a bit that no double holds besides.
  #expect(fused(1, 1 + .ulpOfOne, plus: 0x1p-24) == 1 + 2 * .ulpOfOne)
  #expect(fused(0x1p-60, 0x1p-60, plus: 1 + .ulpOfOne) == 1 + .ulpOfOne)
  #expect(fused(1 + 0x1p-23, 0x1p-24, plus: 1) == 1 + .ulpOfOne)
  #expect(fused(0x1p-75, 0x1p-75, plus: 0) == 0)
  #expect(fused(0x1p-75, 0x1p-75 * (1 + .ulpOfOne), plus: 0) == .leastNonzeroMagnitude)
  #expect(fused(.greatestFiniteMagnitude, 2, plus: -.infinity) == -.infinity)
  #expect(fused(.greatestFiniteMagnitude, 2, plus: -.greatestFiniteMagnitude).isFinite)
  #expect(fused(0, -1, plus: -0.0).sign == .minus)
}

@Test func fusedSumsAreTheProcessorsOrTheLibrarys() {
  for a in awkward {
    for b in awkward {
      for c in awkward {
        #expect(isSame(fused(a, b, plus: c), c.addingProduct(a, b)), "\(a) · \(b) + \(c)")
      }
    }
  }
}

@Test(arguments: Kernels.allCases.filter(\.isSupported))
func everyPathFusesAsThePlainSum(kernels: Kernels) {
  for a in awkward {
    for c in awkward {
      let expected = awkward.map { fused(a, $0, plus: c) }
      let actual = sums(kernels, a, awkward, plus: awkward.map { _ in c })
      #expect(zip(actual, expected).allSatisfy(isSame), "\(a) · b + \(c)")
    }
  }
}

/// A share of what Benchmarks/fused does.
@Test(arguments: Kernels.allCases.filter(\.isSupported))
func everyPathFusesSumsThatNearlyCancelOrLieHalfWay(kernels: Kernels) {
  var generator = SplitMix64(seed: 9)
  for _ in 0..<400 {
    let a = Float(generator.normalPair().0)
    let b = generator.normals(40).map { Float($0) }
    let c = b.map { b in
      let product = a * b
      let near = Float(bitPattern: (-product).bitPattern &+ UInt32(generator.index(below: 5)) &- 2)
      let scale = Float(sign: .plus, exponent: generator.index(below: 8) + 21, significand: 1)
      let far = Float(bitPattern: (product * scale).bitPattern & 0xffff_0000)
      return [near, far, -far, product / scale, -product / scale][generator.index(below: 5)]
    }
    let expected = zip(b, c).map { $1.addingProduct(a, $0) }
    #expect(zip(sums(kernels, a, b, plus: c), expected).allSatisfy(isSame), "\(a)")
  }
}
