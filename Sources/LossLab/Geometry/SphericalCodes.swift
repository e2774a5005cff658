/// How far apart the nearest two of so many directions can be at best.
///
/// In the plane, for a simplex and up to twice as many directions as dimensions the angle is known;
/// beyond, it lies between what a greedy choice reaches and what no choice can exceed.
package struct WidestSpread: Sendable, Equatable {
  /// Radians; some directions stand so far apart.
  package let reached: Double
  /// Radians; none stand farther apart.
  package let limit: Double
  /// Where the two come from.
  package let source: Source

  package enum Source: String, CaseIterable, Sendable {
    /// 2π/C.
    case plane
    /// arccos(−1/(C − 1)).
    case simplex
    /// Right angles, for D + 2 to 2D directions: Rankin 1955, "The closest packing of spherical caps
    /// in n dimensions".
    case orthogonal
    /// Levenshtein 1979, "Bounds for packings in n-dimensional Euclidean space", above; below, that
    /// caps of that angle around a code that cannot grow cover the sphere (Shannon 1959, "Probability
    /// of error for optimal codes in a Gaussian channel").
    case bounds
  }

  package var isExact: Bool { source != .bounds }
}

extension WidestSpread {
  /// - Precondition: `classes ≥ 2`, `dimensions ≥ 2`.
  package init(classes: Int, dimensions: Int) {
    precondition(classes >= 2 && dimensions >= 2, "\(classes) classes in \(dimensions) dimensions")
    func exact(_ angle: Double, _ source: Source) -> WidestSpread {
      WidestSpread(reached: angle, limit: angle, source: source)
    }
    if dimensions == 2 {
      self = exact(nearestAngle(classes: max(2, classes)), .plane)
    } else if classes <= dimensions + 1 {
      self = exact(acos(-1 / Double(classes - 1)), .simplex)
    } else if classes <= 2 * dimensions {
      self = exact(.pi / 2, .orthogonal)
    } else {
      self.init(
        reached: coveringAngle(classes: classes, dimensions: dimensions),
        limit: acos(leastLargestCosine(classes: classes, dimensions: dimensions)),
        source: .bounds)
    }
  }
}

/// The angle of caps of which one covers 1/C of the sphere.
func coveringAngle(classes: Int, dimensions: Int) -> Double {
  let area = areaOfCap(.pi, dimensions)
  return halved(0, .pi / 2, times: 60) { areaOfCap($0, dimensions) * Double(classes) < area }.low
}

/// ∫ sin^(D − 2) from 0 to the angle, by Simpson's rule where the integrand is not nothing.
private func areaOfCap(_ angle: Double, _ dimensions: Int) -> Double {
  let power = Double(dimensions - 2)
  // Beyond, sin^(D − 2) is below e^−90 of its largest.
  let width = (180 / max(1, power)).squareRoot()
  let (start, end) = (max(0, .pi / 2 - width), min(angle, .pi / 2 + width))
  guard end > start else { return 0 }
  let steps = 2000
  let step = (end - start) / Double(steps)
  func value(_ theta: Double) -> Double {
    let sine = sin(theta)
    return sine > 0 ? exp(power * log(sine)) : power == 0 ? 1 : 0
  }
  var sum = value(start) + value(end)
  for index in 1..<steps {
    sum += (index % 2 == 1 ? 4 : 2) * value(start + step * Double(index))
  }
  return sum * step / 3
}

/// The cosine that the nearest two of more than 2D directions have at least, by Levenshtein's bound
/// of linear programming: C ≤ L_k(D, cos), each L_k where it holds.
func leastLargestCosine(classes: Int, dimensions: Int) -> Double {
  let polynomials = Gegenbauer(dimensions: dimensions)
  let wider = Gegenbauer(dimensions: dimensions + 2)
  let wanted = Double(classes)
  // L of index 2k holds up to the largest root of the wider polynomial.
  func holds(_ degree: Int) -> Bool {
    polynomials.evenBound(degree, wider.largestRoot(degree)) >= wanted
  }
  var (low, degree) = (1, 2)
  while !holds(degree) && degree < 100_000 { (low, degree) = (degree, 2 * degree) }
  degree = low + 1 + firstPlace(below: degree - low - 1) { holds(low + 1 + $0) }
  let (start, end) = (wider.largestRoot(degree - 1), wider.largestRoot(degree))
  let middle = root(from: start, to: end) {
    // Of (P_k − P_{k+1}) / (1 − x), which is above 0 beyond its largest root.
    polynomials.value(degree, $0) - polynomials.value(degree + 1, $0)
  }
  if polynomials.oddBound(degree, middle) >= wanted {
    return root(from: start, to: middle) { polynomials.oddBound(degree, $0) - wanted }
  }
  return root(from: middle, to: end) { polynomials.evenBound(degree, $0) - wanted }
}

/// Where a function that is above 0 at the upper end first is so; the upper end where it is not.
private func root(from low: Double, to high: Double, _ value: (Double) -> Double) -> Double {
  let ends = halved(low, high, times: 70) { !(value($0) > 0) }
  return (ends.low + ends.high) / 2
}

/// Gegenbauer polynomials of a sphere's dimension, 1 at 1.
private struct Gegenbauer {
  let dimensions: Int
  private var n: Double { Double(dimensions) }

  func value(_ degree: Int, _ x: Double) -> Double {
    var (last, now) = (1.0, x)
    guard degree > 0 else { return 1 }
    for k in 1..<max(1, degree) {
      let k = Double(k)
      (last, now) = (now, ((2 * k + n - 2) * x * now - k * last) / (k + n - 2))
    }
    return now
  }

  /// By Newton's steps from 1, which never pass it.
  func largestRoot(_ degree: Int) -> Double {
    let k = Double(degree)
    guard degree > 1 else { return 0 }
    var x = 1 - (n - 1) / (k * (k + n - 2))
    for _ in 0..<100 {
      let (before, now) = (value(degree - 1, x), value(degree, x))
      let step = now * (1 - x * x) / (k * (before - x * now))
      x -= step
      if abs(step) < 1e-16 { break }
    }
    return x
  }

  /// L of index 2k − 1.
  func oddBound(_ k: Int, _ s: Double) -> Double {
    let (before, now) = (value(k - 1, s), value(k, s))
    return binomial(k + dimensions - 3, k - 1)
      * ((2 * Double(k) + n - 3) / (n - 1) - (before - now) / ((1 - s) * now))
  }

  /// L of index 2k.
  func evenBound(_ k: Int, _ s: Double) -> Double {
    let (now, next) = (value(k, s), value(k + 1, s))
    return binomial(k + dimensions - 2, k)
      * ((2 * Double(k) + n - 1) / (n - 1) - (1 + s) * (now - next) / ((1 - s) * (now + next)))
  }

  private func binomial(_ n: Int, _ k: Int) -> Double {
    var result = 1.0
    for index in 0..<min(k, n - k) {
      result *= Double(n - index) / Double(index + 1)
    }
    return result
  }
}
