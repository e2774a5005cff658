/// ‖vector‖, without overflow or underflow on the way.
public func norm(_ vector: [Double]) -> Double {
  vector.withUnsafeBufferPointer { norm($0) }
}

/// The angle between two vectors; 90° where one of them is 0.
public func angleBetween(_ a: [Double], _ b: [Double]) -> Angle {
  let sizes = norm(a) * norm(b)
  guard sizes > 0 else { return Angle(cosine: 0, sine: 1) }
  var cosine = 0.0
  for k in a.indices { cosine += a[k] * b[k] }
  cosine /= sizes
  if a.count == 2 {
    return Angle(cosine: cosine, sine: min(1, abs(a[0] * b[1] - a[1] * b[0]) / sizes))
  }
  let (sizeA, sizeB) = (norm(a), norm(b))
  var square = 0.0
  for k in a.indices {
    let tangent = b[k] / sizeB - cosine * a[k] / sizeA
    square += tangent * tangent
  }
  return Angle(cosine: cosine, sine: min(1, square.squareRoot()))
}
