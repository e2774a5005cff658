import Testing

@testable import LossLab

/// Every path that this machine can run, but the plain one that it is compared with.
///
/// AVX-512's is among them: in a build for tests it does without its instructions where they are
/// missing, with panels as wide.
let fastKernels = Kernels.allCases.filter {
  $0 != .swift && ($0.isSupported || $0 == .avx512)
}

let oddSizes = [1, 2, 3, 7, 16, 17, 33]

private func values(_ count: Int, stream: UInt64) -> [Float] {
  var generator = SplitMix64(seed: 5, stream: stream)
  return generator.normals(count).map { Float($0) }
}

/// What C holds after the product that `make` describes.
private func product(
  _ kernels: Kernels, a: [Float], b: [Float], c: [Float],
  _ make: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Product
) -> [Float] {
  var c = c
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      c.withUnsafeMutableBufferPointer { c in
        if let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress {
          kernels.multiply(make(a, b, c))
        }
      }
    }
  }
  return c
}

@Test(arguments: fastKernels, oddSizes)
func productsHaveTheBitsOfThePlainOne(kernels: Kernels, rows: Int) {
  for columns in oddSizes {
    for inner in oddSizes {
      // A with a gap after each row, as it is and by columns; B with a gap, too.
      let a = values((rows + 3) * (inner + 3), stream: 1)
      let b = values(inner * 48, stream: 2)
      let c = values(rows * (columns + 1), stream: 3)
      for isTransposed in [false, true] {
        for start in 0..<3 {
          func run(_ path: Kernels) -> [Float] {
            product(path, a: a, b: b, c: c) { a, b, c in
              Product(
                rows: rows, columns: columns, depth: .init(inner: inner),
                left: isTransposed
                  ? .init(base: a, row: 1, inner: rows + 3)
                  : .init(base: a, row: inner + 3, inner: 1),
                right: .rows(b, stride: 48, path),
                target: .init(base: c, row: columns + 1),
                start: start == 0 ? .zero : start == 1 ? .row(b) : .target)
            }
          }
          let isSame = run(kernels) == run(.swift)
          #expect(isSame, "\(rows) × \(inner) × \(columns), \(start)")
        }
      }
    }
  }
}

/// B of several depths, laid out in the panels of a path, with gaps after each depth.
private struct DeepPanels {
  let values: [Float]
  let middle: Int
  let outer: Int
  let panel: Int

  /// - Parameter source: by outer, middle and inner index, and column.
  init(_ source: [Float], columns: Int, _ path: Kernels) {
    let width = path.panelWidth
    let middle = 6 * width
    let outer = 3 * middle + width
    let panel = 2 * outer + width
    var values = [Float](repeating: 0, count: (columns + width - 1) / width * panel)
    for (index, value) in source.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let depth = row / 15 * outer + row / 5 % 3 * middle + row % 5 * width
      values[column / width * panel + depth + column % width] = value
    }
    self.values = values
    (self.middle, self.outer, self.panel) = (middle, outer, panel)
  }
}

@Test(arguments: fastKernels, [false, true])
func productsOverSeveralDepthsHaveTheBitsOfThePlainOne(kernels: Kernels, isTransposed: Bool) {
  let a = values(4000, stream: 1)
  let b = values(2 * 3 * 5 * 35, stream: 2)
  let c = values(2 * 7 * 40, stream: 3)
  func run(_ path: Kernels) -> [Float] {
    let panels = DeepPanels(b, columns: 35, path)
    return product(path, a: a, b: panels.values, c: c) { a, b, c in
      Product(
        groups: 2, rows: 7, columns: 35, depth: .init(outer: 2, middle: 3, inner: 5),
        left: .init(
          base: a, group: 1000, row: isTransposed ? 1 : 20, outer: 500, middle: 60,
          inner: isTransposed ? 9 : 1),
        right: .init(
          base: b, panel: panels.panel, outer: panels.outer, middle: panels.middle,
          inner: path.panelWidth),
        target: .init(base: c, group: 280, row: 40))
    }
  }
  #expect(run(kernels) == run(.swift))
}

@Test func thePlainProductIsRowsTimesColumns() {
  var b = [Float](repeating: 0, count: 3 * 32)
  (b[0], b[1], b[32], b[33], b[64], b[65]) = (1, 2, 3, 4, 5, 6)
  let c = product(.swift, a: [1, 2, 3, 4, 5, 6], b: b, c: [9, 9, 9, 9]) { a, b, c in
    Product(
      rows: 2, columns: 2, depth: .init(inner: 3), left: .init(base: a, row: 3, inner: 1),
      right: .init(base: b, panel: 96, inner: 32), target: .init(base: c, row: 2))
  }
  #expect(c == [22, 28, 49, 64])
}

@Test(arguments: [Kernels.swift] + fastKernels)
func panelsHoldTheirColumnsRowByRowAndThenZeros(kernels: Kernels) {
  let width = kernels.panelWidth
  for rows in oddSizes {
    for columns in oddSizes {
      let source = values((rows + 2) * (columns + 2), stream: 1)
      for isTransposed in [false, true] {
        var panels = [Float](
          repeating: 7, count: kernels.panelSize(rows: rows, columns: columns))
        if isTransposed {
          kernels.packTransposed(
            source, rows: rows, columns: columns, stride: rows + 2, into: &panels)
        } else {
          kernels.pack(source, rows: rows, columns: columns, stride: columns + 2, into: &panels)
        }
        let expected = panels.indices.map { place -> Float in
          let row = place / width % rows
          let column = place / width / rows * width + place % width
          guard column < columns else { return 0 }
          return source[isTransposed ? column * (rows + 2) + row : row * (columns + 2) + column]
        }
        #expect(panels == expected, "\(rows) \(columns) \(isTransposed)")
      }
    }
  }
}

@Test(arguments: fastKernels)
func elementwiseOperationsHaveTheBitsOfThePlainOnes(kernels: Kernels) {
  for count in oddSizes + [100] {
    let z = values(3 * (count + 1), stream: 1)
    let gradient = values(3 * (count + 2), stream: 2)
    var results: [[Float]] = []
    var sums: [[Double]] = []
    for path in [.swift, kernels] {
      var h = z
      path.rectify(z, into: &h, count: z.count, slope: 0.3)
      results.append(h)
      h = z
      let slope = path.rectifyBackward(
        &h, gradient: gradient, rows: 3, count: count, stride: count + 1,
        gradientStride: count + 2, slope: 0.3)
      results.append(h)
      path.sumRows(z, rows: 3, columns: count, stride: count + 1, into: &h)
      results.append(h)
      sums.append([slope, path.sumOfSquares(z, count: z.count)])
      var (p, v, m) = (z, z, z.map { $0 * $0 })
      path.descend(
        &p, gradients: gradient, velocity: &v, count: count,
        rule: MomentumRule(rate: 0.1, momentum: 0.9, decay: 5e-4, scale: 0.7))
      path.adapt(
        &p, gradients: gradient, mean: &v, square: &m, count: count,
        rule: AdamRule(step: 0.1, decay: 5e-4, scale: 0.7, root: 0.03))
      results += [p, v, m]
    }
    #expect(Array(results[0..<6]) == Array(results[6..<12]), "\(count)")
    #expect(sums[0] == sums[1], "\(count)")
  }
}

@Test(arguments: fastKernels, oddSizes)
func crossEntropiesHaveTheBitsOfTheSwiftOnes(kernels: Kernels, classes: Int) {
  var generator = SplitMix64(seed: UInt64(classes))
  // What exp and log meet at their ends, and sums that are none.
  let ends: [Double] = [
    0, -0.0, 1, -708.3, -708.5, -744, -745.1, -745.3, 1e300, -1e300, -.infinity, .infinity,
    .leastNonzeroMagnitude, .nan,
  ]
  for rows in oddSizes {
    for spread in [0, 1e-9, 1, 30, 1500.0] {
      var logits = (0..<rows * classes).map { _ in (generator.uniform() - 0.5) * spread }
      for index in logits.indices where generator.uniform() < 0.1 {
        logits[index] = ends[Int(generator.uniform() * Double(ends.count))]
      }
      let own = (0..<rows).map { _ in Double(Int(generator.uniform() * Double(classes))) }
      let given = logits
      let results = [kernels, .swift].map { path in
        var logits = given
        var (entropies, misses) = (own, own)
        path.crossEntropy(
          &logits, rows: rows, classes: classes, own: own, entropies: &entropies, misses: &misses)
        return (logits + entropies + misses).map { ($0.isNaN ? .nan : $0).bitPattern }
      }
      #expect(results[0] == results[1], "\(rows) rows, spread \(spread)")
    }
  }
}

@Test(arguments: fastKernels, oddSizes + [256])
func bytesBecomeSharesOf255(kernels: Kernels, count: Int) {
  let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 255 - $0) }
  var shares = Array(repeating: Float(-1), count: count + 1)
  kernels.readBytes(bytes, into: &shares, count: count)
  #expect(shares == bytes.map { Float($0) / 255 } + [-1])
}

@Test func theFastestPathCanBeHeldDown() {
  #expect(Kernels.fastest.isSupported)
  #expect(Kernels.swift.isSupported)
}

@Test func aWorkspaceEndsWithinWhatAddressesReach() {
  #expect(Workspace.Plan.limit(addressBits: 64) == 8 << 30 / 4)
  // Bytes of the limit, and of twice as much, where the plan stops counting.
  #expect(2 * 4 * Workspace.Plan.limit(addressBits: 32) <= Int(Int32.max) + 1)
}
