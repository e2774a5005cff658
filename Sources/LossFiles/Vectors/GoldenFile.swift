/// A file of test vectors: one loss, many cases, each with inputs and, maybe, expected outputs.
///
/// The format of `lossviz evaluate`. Keys that are not known are ignored.
package struct GoldenFile: Sendable, Equatable {
  /// As the file calls it: `asoftmax`, `normface` or `center`.
  package var loss: String
  package var cases: [Case]

  package struct Case: Sendable, Equatable {
    package var id: String
    package var tags: [String]
    /// By name; angles are radians.
    package var parameters: [String: JSONValue]
    /// `batch × dimensions`.
    package var features: Matrix<Double>
    /// `classes × dimensions`; `nil` where the loss has none.
    package var weights: Matrix<Double>?
    /// One a class.
    package var bias: [Double]?
    /// `classes × dimensions`; `nil` where the loss has none.
    package var centers: Matrix<Double>?
    package var labels: [Int]
    package var expected: Expected

    /// The number of rows of weights or centers, else one more than the largest label: of classes,
    /// where each has one row.
    package var rowCount: Int { weights?.rows ?? centers?.rows ?? (labels.max() ?? -1) + 1 }
  }

  /// What the case should give; gradient entries are `nil` where there is no derivative.
  package struct Expected: Sendable, Equatable {
    package var value: Double?
    package var perSample: [Double]?
    package var featureGradient: [[Double?]]?
    package var weightGradient: [[Double?]]?
    package var biasGradient: [Double?]?
    package var centerGradient: [[Double?]]?
    package var centerStep: [[Double?]]?
    /// By the one learned scalar of the loss.
    package var scalarGradient: Double?
    /// Errors of an ordinary implementation: `torch_f64` and `torch_f32`, each value and gradient.
    package var ordinaryErrors: [String: [Double?]]?
  }
}

extension GoldenFile {
  /// Reads a file; `-` is standard input.
  package init(path: String) throws(FileError) {
    try self.init(parsing: readFile(path, for: .cases), path: path)
  }

  package init(parsing bytes: [UInt8], path: String) throws(FileError) {
    // Python writes what an ordinary implementation gave, be it infinite.
    try self.init(
      JSONValue(parsing: bytes, path: path, takesPython: true), path: path,
      hint:
        "as in {\"loss\": \"arcface\", \"cases\": [{\"x\": [[1, 0]], \"W\": [[1, 0], [0, 1]], \"y\": [0]}]}"
    )
  }

  init(_ document: JSONValue, path: String, hint: String) throws(FileError) {
    let raw = try document.decoded(RawGoldenFile.self, path: path, hint: hint)
    loss = raw.loss
    cases = []
    for (index, one) in raw.cases.enumerated() {
      cases.append(try GoldenCheck(path: path, key: "cases[\(index)]", raw: one).checked())
    }
  }
}

private struct RawGoldenFile: Decodable {
  var loss: String
  var cases: [RawGoldenCase]
}

struct RawGoldenCase: Decodable {
  var id: JSONValue?
  var tags: [String]?
  var params: [String: JSONValue]?
  var x: [[Double]]
  var W: [[Double]]?
  var b: [Double]?
  var centers: [[Double]]?
  var y: [Int]
  var value: Double?
  var per_sample: [Double]?
  var grad_x: [[Double?]]?
  var grad_W: [[Double?]]?
  /// One a bias, or by the one learned scalar b.
  var grad_b: JSONValue?
  var grad_centers: [[Double?]]?
  var delta_centers: [[Double?]]?
  var grad_R: Double?
  var rel_err_of: [String: [Double?]]?
}

/// Checks that the parts of a case fit together.
private struct GoldenCheck {
  let path: String
  let key: String
  let raw: RawGoldenCase

  func checked() throws(FileError) -> GoldenFile.Case {
    let features = try matrix(raw.x, "x", columns: nil)
    let weights = try raw.W.map { W throws(FileError) in
      try matrix(W, "W", columns: features.columns)
    }
    let centers = try raw.centers.map { own throws(FileError) in
      try matrix(own, "centers", columns: features.columns)
    }
    try require(
      raw.y.count == features.rows, "y", "\(raw.y.count) labels for \(features.rows) rows of x")
    if let weights, let centers {
      try require(
        weights.rows == centers.rows, "centers", "\(centers.rows) rows for \(weights.rows) of W")
    }
    let classes = weights?.rows ?? centers?.rows
    for (index, label) in raw.y.enumerated() {
      let range = 0..<(classes ?? 1_000_000)
      try require(
        range.contains(label), "y[\(index)]",
        classes.map { "label \(label) of \($0) classes" } ?? "label \(label)")
    }
    if let b = raw.b {
      try require(
        b.count == classes, "b", "\(b.count) biases for \(classes.map { "\($0)" } ?? "no") classes")
      try requireFinite(b, "b")
    }
    return GoldenFile.Case(
      id: id, tags: raw.tags ?? [], parameters: raw.params ?? [:], features: features,
      weights: weights, bias: raw.b, centers: centers, labels: raw.y, expected: expected)
  }

  /// Some number their cases.
  private var id: String {
    switch raw.id {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .null, .bool, .list, .object, nil: key
    }
  }

  private var expected: GoldenFile.Expected {
    GoldenFile.Expected(
      value: raw.value, perSample: raw.per_sample, featureGradient: raw.grad_x,
      weightGradient: raw.grad_W, biasGradient: biasGradient, centerGradient: raw.grad_centers,
      centerStep: raw.delta_centers, scalarGradient: raw.grad_R ?? number(raw.grad_b),
      ordinaryErrors: raw.rel_err_of)
  }

  private var biasGradient: [Double?]? {
    guard case .list(let list)? = raw.grad_b else { return nil }
    return list.map { number($0) }
  }

  private func number(_ value: JSONValue?) -> Double? {
    if case .number(let number)? = value { number } else { nil }
  }

  private func matrix(
    _ rows: [[Double]], _ name: String, columns: Int?
  ) throws(FileError) -> Matrix<Double> {
    try require(!rows.isEmpty, name, "no rows")
    let width = columns ?? rows[0].count
    try require(width > 0, name, "rows without numbers")
    for (index, row) in rows.enumerated() {
      try require(
        row.count == width, "\(name)[\(index)]", "expected \(width) numbers, found \(row.count)")
      try requireFinite(row, "\(name)[\(index)]")
    }
    return Matrix(rows: rows.count, columns: width, elements: rows.flatMap { $0 })
  }

  private func requireFinite(_ numbers: [Double], _ name: String) throws(FileError) {
    try require(numbers.allSatisfy { $0.isFinite }, name, "a number is not finite")
  }

  private func require(
    _ condition: Bool, _ name: String, _ problem: @autoclosure () -> String
  ) throws(FileError) {
    guard condition else {
      throw .malformed(
        path: path, place: .key("\(key).\(name)"), problem: problem(),
        hint: "x has one row a sample, W one row a class, y labels from 0")
    }
  }
}
