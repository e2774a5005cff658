/// Synthetic people who have something in common: one renderer makes the pictures of all of them.
///
/// A person is a code z of 16 numbers; a picture adds circumstances f, 2 numbers that change it more
/// than a person does, as pose and light change a face. The picture is x = R₂ tanh(R₁ (z, 3 f)) + 0.2
/// e, with z, f and the 64 entries of e standard normal and matrices R₁ (64 × 18) and R₂ (64 × 64)
/// that are the same for everybody. A network that learns on some people to see through the
/// circumstances has learned it for all, unlike with `Identities`, who share nothing.
package struct RelatedPeople: Sendable {
  package static let dimensions = 64
  static let code = 16
  static let circumstances = 2
  static let hidden = 64
  static let noise = 0.2
  /// Of a circumstance, where an entry of a code has 1.
  static let strength = 3.0

  package let seed: UInt64
  /// `hidden × (code + circumstances)`.
  private let first: [Double]
  /// `dimensions × hidden`.
  private let second: [Double]

  package init(seed: UInt64) {
    self.seed = seed
    var generator = DataStream.renderer.generator(seed: seed)
    let inputs = Self.code + Self.circumstances
    // Sizes that let tanh bend without flattening everything.
    first = generator.normals(Self.hidden * inputs).map { 1.5 * $0 / Double(inputs).squareRoot() }
    second = generator.normals(Self.dimensions * Self.hidden).map {
      2 * $0 / Double(Self.hidden).squareRoot()
    }
  }

  /// `pictures` of each person in `range`, in turn: row i is of person `range.lowerBound + i mod
  /// count` and labelled `i mod count`.
  ///
  /// A person is the same in every range.
  package func samples(of range: Range<Int>, each pictures: Int) -> LabelledSamples {
    let codes = range.map { person in
      var generator = DataStream.people.generator(seed: seed, index: person)
      return generator.normals(Self.code)
    }
    var generators = range.map { DataStream.portraits.generator(seed: seed, index: $0) }
    return LabelledSamples(inTurn: range.count, each: pictures, columns: Self.dimensions) {
      label, elements in
      let factors = generators[label].normals(Self.circumstances).map { Self.strength * $0 }
      let noise = generators[label].normals(Self.dimensions)
      let clean = render(codes[label] + factors)
      for (value, error) in zip(clean, noise) {
        elements.append(Float(value + Self.noise * error))
      }
    }
  }

  /// The picture of a code with its circumstances, without noise.
  func render(_ input: [Double]) -> [Double] {
    let hidden = (0..<Self.hidden).map { row in tanh(product(first, row, input)) }
    return (0..<Self.dimensions).map { product(second, $0, hidden) }
  }

  private func product(_ matrix: [Double], _ row: Int, _ vector: [Double]) -> Double {
    var sum = 0.0
    for column in vector.indices { sum += matrix[row * vector.count + column] * vector[column] }
    return sum
  }
}

/// From our own `exp`, so that it is the same on every machine.
private func tanh(_ x: Double) -> Double {
  let decay = exp(-2 * abs(x))
  let size = (1 - decay) / (1 + decay)
  return x < 0 ? -size : size
}
