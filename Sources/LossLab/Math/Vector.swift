/// The smallest norm that is divided by, as in PyTorch's `normalize`.
let smallestNorm = 1e-12

/// ‖row‖, without overflow or underflow on the way.
func norm(ofRow row: Int, in matrix: Matrix<Double>) -> Double {
  matrix.elements.withUnsafeBufferPointer { elements in
    norm(UnsafeBufferPointer(rebasing: elements[row * matrix.columns..<(row + 1) * matrix.columns]))
  }
}

/// ‖vector‖, without overflow or underflow on the way.
package func norm(_ vector: [Double]) -> Double {
  vector.withUnsafeBufferPointer { norm($0) }
}

/// ‖vector‖, without overflow or underflow on the way.
func norm(_ vector: UnsafeBufferPointer<Double>) -> Double {
  var sum = 0.0
  for value in vector { sum += value * value }
  if sum > 1e-200 && sum < 1e200 { return sum.squareRoot() }
  var largest = 0.0
  for value in vector { largest = max(largest, abs(value)) }
  guard largest > 0 else { return 0 }
  sum = 0
  for value in vector { sum += (value / largest) * (value / largest) }
  return largest * sum.squareRoot()
}

/// `vector` scaled to length 1; zeros stay zeros.
package func unit(_ vector: [Double]) -> [Double] {
  let length = norm(vector)
  return length > 0 ? vector.map { $0 / length } : vector
}

/// The angle between two vectors; 90° where one of them is 0.
package func angleBetween(_ a: [Double], _ b: [Double]) -> Angle {
  a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { angleBetween(a, $0) } }
}

/// The same for a row of one matrix and a row of another, without copying them.
func angleBetween(
  row: Int, of a: Matrix<Double>, and other: Int, of b: Matrix<Double>
) -> Angle {
  a.elements.withUnsafeBufferPointer { first in
    b.elements.withUnsafeBufferPointer { second in
      angleBetween(
        UnsafeBufferPointer(rebasing: first[row * a.columns..<(row + 1) * a.columns]),
        UnsafeBufferPointer(rebasing: second[other * b.columns..<(other + 1) * b.columns]))
    }
  }
}

private func angleBetween(
  _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>
) -> Angle {
  let (sizeA, sizeB) = (norm(a), norm(b))
  guard sizeA > 0 && sizeB > 0 else { return Angle(cosine: 0, sine: 1) }
  let sizes = sizeA * sizeB
  guard sizes > 1e-200 && sizes < 1e200 && min(sizeA, sizeB) > 1e-150 else {
    // Products of such lengths leave the range of numbers: the directions have the same angle.
    guard sizeA.isFinite && sizeB.isFinite else { return Angle(cosine: .nan, sine: .nan) }
    return angleBetween(unit(a, size: sizeA), unit(b, size: sizeB))
  }
  var cosine = 0.0
  for k in a.indices { cosine += a[k] * b[k] }
  cosine /= sizes
  if a.count == 2 {
    return Angle(cosine: cosine, sine: min(1, abs(a[0] * b[1] - a[1] * b[0]) / sizes))
  }
  var square = 0.0
  for k in a.indices {
    let tangent = b[k] / sizeB - cosine * a[k] / sizeA
    square += tangent * tangent
  }
  return Angle(cosine: cosine, sine: min(1, square.squareRoot()))
}

/// Σ values, of four sums (of places 0, 4, 8 … and so on), so that no sum waits for the one before.
func sum(_ values: UnsafePointer<Double>, count: Int) -> Double {
  var sums = SIMD4<Double>()
  var index = 0
  while index + 4 <= count {
    sums += SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
    index += 4
  }
  for place in index..<count { sums[place - index] += values[place] }
  return (sums[0] + sums[1]) + (sums[2] + sums[3])
}

private func unit(_ vector: UnsafeBufferPointer<Double>, size: Double) -> [Double] {
  // A subnormal length has few digits: twice, so that what comes out has length 1.
  let first = vector.map { $0 / size }
  let rest = norm(first)
  return first.map { $0 / rest }
}

extension Matrix<Double> {
  /// Each row over a length; zeros where that is 0: what is left of features that cancel is rounding,
  /// and has no direction either.
  func dividing(rowsBy lengths: [Double]) -> Matrix {
    var units = self
    for row in 0..<rows {
      for column in 0..<columns {
        units[row, column] = lengths[row] == 0 ? 0 : units[row, column] / lengths[row]
      }
    }
    return units
  }
}
