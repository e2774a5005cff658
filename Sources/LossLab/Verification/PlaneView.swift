/// The plane that keeps the angles of a few classes as well as a plane can, and what it loses.
///
/// The two directions with the largest share of the squared length of class centers: among all
/// planes the one whose cosines are nearest to the true ones in the sense of least squares. It is a
/// shadow of the features, not a layout: nothing is moved apart that is not apart.
public struct PlaneView: Sendable {
  /// The classes that are shown: the largest, at most `classLimit`.
  public let classes: [Int]
  public let samples: [Sample]
  /// The centers of `classes`, of length 1 before they were projected.
  public let centers: [Point]
  /// The mean share of a feature's squared length that lies in the plane.
  public let kept: Double
  /// The mean difference between the angle of two samples in the plane and the true one, radians.
  public let angleError: Double

  public struct Sample: Sendable, Equatable {
    /// A place in `classes`.
    public let classPlace: Int
    /// A feature of length 1, projected.
    public let point: Point
  }

  public static let classLimit = 8
  private static let sampleLimit = 1600
  private static let pairLimit = 300

  init(_ rows: FeatureRows, labels: [Int], means: Matrix<Double>, counts: [Int]) {
    let order = counts.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    let classes = Array(order.prefix(Self.classLimit)).sorted()
    self.classes = classes
    let directions = classes.map { means.row($0) }
    let axes = Self.axes(of: directions)
    func project(_ unit: [Double]) -> Point {
      Point(x: dot(unit, axes.0), y: dot(unit, axes.1))
    }
    centers = directions.map(project)
    var place: [Int?] = Array(repeating: nil, count: counts.count)
    for (index, name) in classes.enumerated() { place[name] = index }
    let members = labels.indices.filter { place[labels[$0]] != nil }
    let step = max(1, (members.count + Self.sampleLimit - 1) / Self.sampleLimit)
    let shown = stride(from: 0, to: members.count, by: step).map { members[$0] }
    let points = shown.map { project(rows.unit($0)) }
    samples = zip(shown, points).compactMap { row, point in
      place[labels[row]].map { Sample(classPlace: $0, point: point) }
    }
    kept = mean(points.map { $0.x * $0.x + $0.y * $0.y })
    let few = stride(
      from: 0, to: shown.count, by: max(1, (shown.count + Self.pairLimit - 1) / Self.pairLimit)
    ).map { $0 }
    let units = few.map { rows.unit(shown[$0]) }
    var errors: [Double] = []
    for (first, a) in few.enumerated() {
      for (second, b) in few.enumerated().dropFirst(first + 1) {
        let seen = abs(signedTurn(points[a].angle - points[b].angle))
        errors.append(abs(seen - angleBetween(units[first], units[second]).radians))
      }
    }
    angleError = mean(errors)
  }

  /// Two unit vectors at right angles: the first two eigenvectors of Σ μ μᵀ, from the small matrix
  /// of products of the μ.
  private static func axes(of directions: [[Double]]) -> ([Double], [Double]) {
    let count = directions.count
    var products = Matrix<Double>(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count { products[row, column] = dot(directions[row], directions[column]) }
    }
    let (values, vectors) = symmetricEigenvectors(products)
    let order = values.indices.sorted {
      values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1
    }
    func axis(_ place: Int) -> [Double] {
      var sum = Array(repeating: 0.0, count: directions[0].count)
      guard place < count, values[order[place]] > 1e-12 else { return sum }
      for (index, direction) in directions.enumerated() {
        for k in sum.indices { sum[k] += vectors[index, order[place]] * direction[k] }
      }
      let length = norm(sum)
      // One of the two signs, always the same one.
      let sign: Double = (sum.first { abs($0) > 1e-9 } ?? 1) < 0 ? -1 : 1
      return sum.map { sign * $0 / length }
    }
    return (axis(0), axis(1))
  }
}

/// Σ a · b.
private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for k in a.indices { sum += a[k] * b[k] }
  return sum
}

/// Eigenvalues, and the eigenvectors as columns, of a small symmetric matrix: rotations that make
/// one entry after another zero (Jacobi).
func symmetricEigenvectors(_ matrix: Matrix<Double>) -> (values: [Double], vectors: Matrix<Double>)
{
  var a = matrix
  let count = a.rows
  var vectors = Matrix<Double>(rows: count, columns: count)
  for index in 0..<count { vectors[index, index] = 1 }
  for _ in 0..<60 {
    var rest = 0.0
    for row in 0..<count {
      for column in 0..<row { rest += a[row, column] * a[row, column] }
    }
    if rest < 1e-28 { break }
    for p in 0..<count {
      for q in (p + 1)..<max(p + 1, count) where a[p, q] != 0 {
        let ratio = (a[q, q] - a[p, p]) / (2 * a[p, q])
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for k in 0..<count {
          let (x, y) = (a[k, p], a[k, q])
          a[k, p] = cosine * x - sine * y
          a[k, q] = sine * x + cosine * y
        }
        for k in 0..<count {
          let (x, y) = (a[p, k], a[q, k])
          a[p, k] = cosine * x - sine * y
          a[q, k] = sine * x + cosine * y
          let (v, w) = (vectors[k, p], vectors[k, q])
          vectors[k, p] = cosine * v - sine * w
          vectors[k, q] = sine * v + cosine * w
        }
      }
    }
  }
  return ((0..<count).map { a[$0, $0] }, vectors)
}
