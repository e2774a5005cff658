/// Working memory of `MarginSoftmax` for one batch: pointers into a scratch array that lives as
/// long as the training, so that a step allocates nothing.
struct HeadBuffers {
  /// Samples, and classes, of one task.
  static let blockSamples = 32
  static let blockClasses = 64

  let samples: Int
  let classes: Int
  let dimensions: Int
  /// First logits, then ∂value/∂logit; `samples × classes`, as `values` and `turns`.
  let logits: UnsafeMutablePointer<Double>
  /// ψ(θ) of each pair.
  let values: UnsafeMutablePointer<Double>
  /// −dψ/dθ of each pair: what multiplies the tangent in the gradient.
  ///
  /// In the plane with the sign of the turn from feature to weight, else over sin θ.
  let turns: UnsafeMutablePointer<Double>
  /// ‖x‖, one a sample.
  let featureNorms: UnsafeMutablePointer<Double>
  /// x / ‖x‖, `samples × dimensions`.
  let directions: UnsafeMutablePointer<Double>
  /// Weight in the mean, one a sample.
  let sampleWeights: UnsafeMutablePointer<Double>
  /// ‖W‖, one a class.
  let weightNorms: UnsafeMutablePointer<Double>
  /// W / ‖W‖, `dimensions × classes`: a row for each coordinate.
  let axes: UnsafeMutablePointer<Double>
  /// What multiplies ψ besides the sample's share: ‖W‖ or 1, one a class.
  let sizes: UnsafeMutablePointer<Double>
  /// dψ/d‖x‖ of the own class, one a sample; filled by rules only.
  let normSlopes: UnsafeMutablePointer<Double>
  /// The row of the weights that counts for the own class, one a sample.
  let ownRows: UnsafeMutablePointer<Double>
  /// Sums over the batch, two for each class.
  let sums: UnsafeMutablePointer<Double>
  /// Operands and results of the products of `addGradients`; none in the plane.
  let featureProducts: UnsafeMutablePointer<Double>
  let weightProducts: UnsafeMutablePointer<Double>

  static func count(samples: Int, classes: Int, dimensions: Int) -> Int {
    let spatial = dimensions == 2 ? 0 : 2 * (samples + classes) * dimensions
    return 3 * samples * classes + samples * (dimensions + 4) + classes * (dimensions + 4) + spatial
  }

  init(_ base: UnsafeMutablePointer<Double>, samples: Int, classes: Int, dimensions: Int) {
    self.samples = samples
    self.classes = classes
    self.dimensions = dimensions
    let pairs = samples * classes
    logits = base
    values = logits + pairs
    turns = values + pairs
    featureNorms = turns + pairs
    directions = featureNorms + samples
    sampleWeights = directions + samples * dimensions
    weightNorms = sampleWeights + samples
    axes = weightNorms + classes
    sizes = axes + classes * dimensions
    normSlopes = sizes + classes
    ownRows = normSlopes + samples
    sums = ownRows + samples
    featureProducts = sums + 2 * classes
    weightProducts = featureProducts + (dimensions == 2 ? 0 : 2 * samples * dimensions)
  }

  /// Fills norms and directions of features.
  func fillFeatureDirections(
    of samples: Range<Int>, _ input: LossInput, _ magnitude: Magnitude
  ) {
    for sample in samples {
      let norm = norm(ofRow: sample, in: input.features)
      featureNorms[sample] = norm
      let direction = directions + sample * dimensions
      if norm == 0 && magnitude.usesFeatureNorm {
        // The gradient at x = 0 does not depend on the direction: any unit vector will do.
        for k in 0..<dimensions { direction[k] = k == 0 ? 1 : 0 }
      } else {
        let size = magnitude.usesFeatureNorm ? norm : max(norm, smallestNorm)
        for k in 0..<dimensions { direction[k] = input.features[sample, k] / size }
      }
    }
  }

  /// Fills norms, directions and sizes of weights.
  func fillWeightDirections(_ input: LossInput, _ magnitude: Magnitude) {
    for index in 0..<classes {
      let norm = norm(ofRow: index, in: input.parameters.weights)
      weightNorms[index] = norm
      sizes[index] = magnitude.usesWeightNorm ? norm : 1
      if norm == 0 && magnitude.usesWeightNorm {
        for k in 0..<dimensions { axes[k * classes + index] = k == 0 ? 1 : 0 }
      } else {
        let size = magnitude.usesWeightNorm ? norm : max(norm, smallestNorm)
        for k in 0..<dimensions {
          axes[k * classes + index] = input.parameters.weights[index, k] / size
        }
      }
    }
    if dimensions != 2 { fillSizedWeights() }
  }

  /// sin θ that belongs to a cosine: the one measured on the vectors, which keeps its digits near 0
  /// and π, where both are unit vectors.
  ///
  /// A vector below `smallestNorm` is divided by that, so its direction is shorter than 1 and the
  /// angle is the arc cosine of the shrunken cosine; 90° for a vector of zeros.
  func sine(of cosine: Double, _ measured: Double, sample: Int, index: Int) -> Double {
    guard min(featureNorms[sample], weightNorms[index]) < smallestNorm else {
      return min(1, measured)
    }
    return max(0, (1 - cosine) * (1 + cosine)).squareRoot()
  }

  func ownRow(of sample: Int) -> Int { Int(ownRows[sample]) }

  /// The share of a sample in the magnitude of its logits: scale · ‖x‖ or scale.
  func share(of sample: Int, _ magnitude: Magnitude) -> Double {
    magnitude.scale * (magnitude.usesFeatureNorm ? featureNorms[sample] : 1)
  }
}
