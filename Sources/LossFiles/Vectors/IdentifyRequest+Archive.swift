extension IdentifyRequest {
  /// What an array of an archive is, what it is called in messages, and the names under which it is
  /// known, in lower case.
  private static let arrayNames: [(role: Role, word: String, names: [String])] = [
    (
      .features, "the features",
      ["x", "features", "feature", "embeddings", "embedding", "feats", "inputs"]
    ),
    (.labels, "the labels", ["y", "labels", "label", "targets", "target"]),
    (.weights, "the class weights", ["w", "weights", "weight"]),
    (.bias, "the bias", ["b", "bias"]),
    (.centers, "the centers", ["centers", "centres", "c"]),
    result(.value, ["value", "loss", "l"]),
    result(.perSample, ["per_sample", "losses", "loss_per_sample"]),
    result(.featureGradient, ["grad_x", "gx", "x_grad", "dx", "grad_features", "grad_embeddings"]),
    result(.weightGradient, ["grad_w", "gw", "w_grad", "dw", "grad_weights", "grad_weight"]),
    result(.biasGradient, ["grad_b", "gb", "b_grad", "db", "grad_bias"]),
    result(.centerGradient, ["grad_centers", "grad_centres", "grad_c"]),
  ]

  private static func result(
    _ kind: ObservedResult.Kind, _ names: [String]
  ) -> (role: Role, word: String, names: [String]) { (.result(kind), kind.rawValue, names) }

  private enum Role: Equatable {
    case features, labels, weights, bias, centers
    case result(ObservedResult.Kind)
  }

  /// Reads a batch with its results from a `.npz` file: arrays are known by their names.
  package init(archive path: String) throws(FileError) {
    let archive = try NumpyArchive(path: path)
    let arrays = try Self.roles(archive)
    func name(_ role: Role) -> String? { arrays.first { $0.role == role }?.name }
    func label(_ name: String) -> String { "\(path)[\(name)]" }
    func matrix(_ role: Role) throws(FileError) -> (path: String, matrix: Matrix<Double>)? {
      guard let name = name(role) else { return nil }
      return (label(name), try archive.array(named: name).matrix.doubles)
    }
    guard let features = try matrix(.features), let labels = name(.labels) else {
      throw Self.missing(name(.features) == nil ? .features : .labels, archive)
    }
    guard arrays.contains(where: { if case .result = $0.role { true } else { false } }) else {
      throw .malformed(
        path, "nothing says what was computed",
        hint: "add value=loss.item(), and the gradients if there are: grad_x=x.grad, grad_w=W.grad")
    }
    let weights = try matrix(.weights)
    if let weights { try Self.check(weights, dimensions: features.matrix.columns) }
    let one = try GoldenFile.Case(
      features: features,
      labels: (label(labels), try archive.labels(named: labels)), weights: weights?.matrix,
      bias: try matrix(.bias)?.matrix.elements, centers: try matrix(.centers))
    var results: [ObservedResult] = []
    for (role, name) in arrays {
      guard case .result(let kind) = role else { continue }
      let values =
        kind == .value
        ? Matrix(rows: 1, columns: 1, elements: [try archive.number(named: name)])
        : try archive.array(named: name).matrix.doubles
      results.append(try one.result(kind, values, path: label(name)))
    }
    self.init([Named(id: baseName(of: path), observation: one.observation(results))])
  }

  /// The arrays by what they are; others are left alone.
  private static func roles(
    _ archive: NumpyArchive
  ) throws(FileError) -> [(role: Role, name: String)] {
    var found: [(role: Role, name: String)] = []
    for name in archive.names {
      let plain = String(name.lowercased().map { $0 == "-" || $0 == "." ? "_" : $0 })
      guard let (role, word, _) = arrayNames.first(where: { $0.names.contains(plain) }) else {
        continue
      }
      if let other = found.first(where: { $0.role == role }) {
        throw .malformed(
          archive.file.path, "both '\(other.name)' and '\(name)' may be \(word)",
          hint: "leave one out, or name it otherwise")
      }
      found.append((role, name))
    }
    return found
  }

  private static func missing(_ role: Role, _ archive: NumpyArchive) -> FileError {
    let (word, names) = arrayNames.first { $0.role == role }.map { ($0.word, $0.names) } ?? ("", [])
    return .malformed(
      archive.file.path,
      "no array is called as \(word) are: "
        + "it holds \(archive.names.prefix(12).joined(separator: ", "))",
      hint: "call it \(names.prefix(3).joined(separator: ", ")): numpy.savez('batch.npz', x=x, W=W,"
        + " y=y, value=loss.item(), grad_x=x.grad, grad_w=W.grad)")
  }

  private static func check(
    _ weights: (path: String, matrix: Matrix<Double>), dimensions: Int
  ) throws(FileError) {
    try GoldenFile.Case.requireFinite(weights.matrix, weights.path)
    guard weights.matrix.columns == dimensions else {
      throw .malformed(
        weights.path,
        "weights of shape \(weights.matrix.rows) × \(weights.matrix.columns) for"
          + " \(dimensions) dimensions",
        hint: weights.matrix.rows == dimensions
          ? "they are transposed? one row a class: W=W.T" : "one row a class")
    }
  }
}
