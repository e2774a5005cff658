import Testing

@testable import LossLab

@Test(arguments: fastKernels, oddSizes)
func wideProductsHaveTheBitsOfThePlainOne(kernels: Kernels, rows: Int) {
  var generator = SplitMix64(seed: 6)
  for columns in oddSizes {
    for depth in [1, 5, 16] {
      // A as it is and by columns, both with gaps.
      let a = generator.normals((rows + 2) * (depth + 2))
      let b = generator.normals(depth * (columns + 1))
      for isTransposed in [false, true] {
        func run(_ path: Kernels) -> [Double] {
          var c = Array(repeating: 7.0, count: rows * (columns + 3))
          a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
              c.withUnsafeMutableBufferPointer { c in
                guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress
                else { return }
                path.multiply(
                  WideProduct(
                    rows: rows, columns: columns, inner: depth, a: a,
                    rowA: isTransposed ? 1 : depth + 2, innerA: isTransposed ? rows + 2 : 1, b: b,
                    rowB: columns + 1, c: c, rowC: columns + 3))
              }
            }
          }
          return c
        }
        #expect(run(kernels) == run(.swift), "\(rows) × \(depth) × \(columns)")
      }
    }
  }
}

@Test func theWidePlainProductIsRowsTimesColumns() {
  let factors = [1.0, 2, 3, 4, 5, 6]
  var c = [9.0, 9, 9, 9]
  factors.withUnsafeBufferPointer { factors in
    c.withUnsafeMutableBufferPointer { c in
      guard let factors = factors.baseAddress, let c = c.baseAddress else { return }
      Kernels.swift.multiply(
        WideProduct(
          rows: 2, columns: 2, inner: 3, a: factors, rowA: 3, innerA: 1, b: factors, rowB: 2, c: c,
          rowC: 2))
    }
  }
  #expect(c == [22, 28, 49, 64])
}
