/// What `lossviz identify` is asked: batches, and what somebody's code computed on each.
package struct IdentifyRequest: Sendable {
  /// One a case.
  package let observations: [Named]

  package struct Named: Sendable {
    package let id: String
    package let observation: Observation
  }

  /// Reads a document in the form of `evaluate` with `value` and maybe `grad_x`, `grad_W` and
  /// `per_sample` in each case, or one such case alone; `-` is standard input.
  ///
  /// The names of loss and parameters are not needed: numbers are where the search also starts.
  package init(path: String) throws(FileError) {
    try self.init(parsing: readFile(path, for: .cases), path: path)
  }

  init(parsing bytes: [UInt8], path: String) throws(FileError) {
    let hint =
      "as in {\"x\": [[1, 0], [0, 1]], \"W\": [[1, 0], [0, 1]], \"y\": [0, 1], \"value\": 0.31,"
      + " \"grad_x\": [[0, 0.3], [0.3, 0]]}, or such cases in {\"cases\": […]}"
    let document = try JSONValue(parsing: bytes, path: path, takesPython: true)
    let file = try GoldenFile(Self.asCases(document), path: path, hint: hint)
    guard !file.cases.isEmpty else {
      throw .malformed(path: path, place: .key("cases"), problem: "no cases", hint: hint)
    }
    var observations: [Named] = []
    for (index, one) in file.cases.enumerated() {
      let key = file.cases.count == 1 ? "" : "cases[\(index)]."
      observations.append(Named(id: one.id, observation: try one.observation(path: path, key: key)))
    }
    self.observations = observations
  }

  init(_ observations: [Named]) { self.observations = observations }

  /// Reads arrays.
  ///
  /// - Parameters:
  ///   - features, labels, weights, centers: as those of `evaluate`.
  ///   - results: what was computed, by the paths of `.npy` files.
  package init(
    features: String, labels: String, weights: String?, centers: String?, value: Double?,
    results: [(kind: ObservedResult.Kind, path: String)]
  ) throws(FileError) {
    let one = try GoldenFile.Case(
      features: features, labels: labels, weights: weights, centers: centers)
    var observed = value.map { [ObservedResult(.value, [$0])] } ?? []
    for (kind, path) in results {
      observed.append(try one.result(kind, NumpyArray.read(path).matrix.doubles, path: path))
    }
    observations = [Named(id: one.id, observation: one.observation(observed))]
  }

  /// One case alone as the only one of a file, with the keys that files have.
  private static func asCases(_ document: JSONValue) -> JSONValue {
    guard case .object(var top) = document else { return document }
    if top["cases"] == nil, top["x"] != nil {
      var only = top
      only["loss"] = nil
      if only["id"] == nil { only["id"] = .text("") }
      top = ["cases": .list([.object(only)])]
    }
    if case .list(let cases)? = top["cases"] {
      top["cases"] = .list(cases.map(withUsualKeys))
    }
    // It is what is asked for.
    top["loss"] = .text("")
    return .object(top)
  }

  private static func withUsualKeys(_ one: JSONValue) -> JSONValue {
    guard case .object(var fields) = one else { return one }
    for (other, usual) in [("grad_w", "grad_W"), ("weights", "W"), ("labels", "y")]
    where fields[usual] == nil {
      fields[usual] = fields.removeValue(forKey: other)
    }
    // What is no finite number says nothing; null is none.
    if case .list(let values)? = fields["per_sample"], values.contains(.null) {
      fields["per_sample"] = nil
    }
    return .object(fields)
  }
}

extension GoldenFile.Case {
  /// The shape that a result has, and what gives it that shape.
  fileprivate func shape(
    of kind: ObservedResult.Kind
  ) -> (rows: Int, columns: Int, what: String) {
    switch kind {
    case .value: (1, 1, "one number")
    case .perSample: (labels.count, 1, "the labels")
    case .featureGradient: (features.rows, features.columns, "x")
    case .weightGradient: (weights?.rows ?? 0, weights?.columns ?? 0, "W")
    case .biasGradient: (weights?.rows ?? 0, 1, "the bias")
    case .centerGradient: (centers?.rows ?? 0, centers?.columns ?? 0, "the centers")
    }
  }

  /// A result held against the shape that it must have; numbers that are not finite say nothing.
  func result(
    _ kind: ObservedResult.Kind, _ matrix: Matrix<Double>, path: String
  ) throws(FileError) -> ObservedResult {
    let shape = shape(of: kind)
    let isColumn = shape.columns == 1 && matrix.elements.count == shape.rows
    guard isColumn || (matrix.rows == shape.rows && matrix.columns == shape.columns) else {
      throw .malformed(
        path,
        "\(matrix.rows) × \(matrix.columns) numbers where \(shape.what) has"
          + " \(shape.rows) × \(shape.columns)",
        hint: (matrix.columns, matrix.rows) == (shape.rows, shape.columns)
          ? "it is transposed? numpy.save('\(baseName(of: path))', gradient.T)"
          : "it has the shape of \(shape.what): one row a row of that")
    }
    return ObservedResult(kind, matrix.elements.map { $0.isFinite ? $0 : nil })
  }

  func observation(_ results: [ObservedResult]) -> Observation {
    Observation(
      features: features, labels: labels, weights: weights, bias: bias ?? [], centers: centers,
      results: results,
      stated: referenceParameters.compactMap { name, value in
        if case .number(let number) = value { .init(name: name, value: number) } else { nil }
      })
  }

  /// The results of the case, held against the shapes of its arrays.
  ///
  /// - Parameters:
  ///   - path: of the document.
  ///   - key: of the case in it, with a point at its end.
  fileprivate func observation(path: String, key: String) throws(FileError) -> Observation {
    var results: [ObservedResult] = []
    if let value = expected.value { results.append(ObservedResult(.value, [value])) }
    func column(_ numbers: [Double?]?) -> [[Double?]]? { numbers.map { $0.map { [$0] } } }
    let arrays: [(ObservedResult.Kind, [[Double?]]?)] = [
      (.perSample, column(expected.perSample)), (.featureGradient, expected.featureGradient),
      (.weightGradient, expected.weightGradient), (.biasGradient, column(expected.biasGradient)),
      (.centerGradient, expected.centerGradient),
    ]
    for (kind, rows) in arrays {
      guard let rows else { continue }
      let shape = shape(of: kind)
      guard rows.count == shape.rows, rows.allSatisfy({ $0.count == shape.columns }) else {
        throw .malformed(
          path: path, place: .key(key + kind.rawValue),
          problem: "\(rows.count) × \(rows.first?.count ?? 0) numbers where \(shape.what) has"
            + " \(shape.rows) × \(shape.columns)",
          hint: "it has the shape of \(shape.what): one row a row of that")
      }
      results.append(ObservedResult(kind, rows.flatMap { $0 }))
    }
    return observation(results)
  }
}
