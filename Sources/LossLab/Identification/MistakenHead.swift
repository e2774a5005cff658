/// A class layer as mistaken formulas have it: what is compared, by what it is multiplied, and what
/// becomes of the logits, each as it may have been written down.
struct MistakenHead: Sendable {
  /// What stands for cos θ: a product that may have kept lengths.
  var keepsFeatureNorm = false
  var keepsWeightNorm = false
  /// What logits are multiplied by.
  var magnitude: Magnitude
  var lengths = Lengths.own
  /// ψ and its slope by what stands for the cosine.
  var own: @Sendable (Double) -> CosineValue
  /// The same of the other classes; `nil` for cos θ.
  var other: (@Sendable (Double) -> CosineValue)?
  /// What the own class has in the denominator; `nil` for what it has above.
  var ownBelow: (@Sendable (Double) -> CosineValue)?
  var ending = Ending.crossEntropy

  /// Whose lengths the logits of the other classes have.
  enum Lengths: Sendable {
    case own
    /// ‖W_y‖ for every class.
    case weightOfTarget
    /// ‖x_j‖ of the row with the number of the class.
    case featureOfClass
  }

  /// What becomes of the logits.
  enum Ending: Sendable {
    case crossEntropy
    /// Σ_{j≠y} e^{z_j}: what is left when the sum stands inside the exponent of the target.
    case sumInExponent
    /// −ln of ψ e^S / (ψ e^S + Σ e^{z_j}).
    case factorOfExponential
    /// (1 − e^−L)^γ L of the mean L.
    case focalOfMean(Double)
  }

  struct CosineValue: Sendable {
    let value: Double
    let slope: Double
  }

  /// Of a margin in the angle.
  static func byAngle(_ margin: AngularMargin) -> @Sendable (Double) -> CosineValue {
    { cosine in
      guard abs(cosine) < 1 else {
        return CosineValue(
          value: margin.evaluate(Angle(cosine: cosine > 0 ? 1 : -1, sine: 0)).value, slope: 0)
      }
      let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
      let value = margin.evaluate(Angle(cosine: cosine, sine: sine))
      return CosineValue(value: value.value, slope: -value.slope / sine)
    }
  }

  func predict(_ input: LossInput) -> Prediction? {
    MistakenBatch(self, input)?.prediction()
  }
}

/// The logits of a batch and their slopes, `batch × classes`.
private struct MistakenBatch {
  private let head: MistakenHead
  private let input: LossInput
  private let count: Int
  private let classes: Int
  private var featureNorms: [Double]
  private var weightNorms: [Double]
  private var cosines: [Double]
  /// Row of the features and of the weights whose length is in the logit.
  private var logits: [Double] = []
  private var slopes: [Double] = []
  private var sizes: [Double] = []

  init?(_ head: MistakenHead, _ input: LossInput) {
    self.head = head
    self.input = input
    count = input.labels.count
    let weights = input.parameters.weights
    classes = weights.rows
    if head.lengths == .featureOfClass && classes > count { return nil }
    featureNorms = (0..<count).map { max(norm(ofRow: $0, in: input.features), smallestNorm) }
    weightNorms = (0..<classes).map { max(norm(ofRow: $0, in: weights), smallestNorm) }
    cosines = []
    for sample in 0..<count {
      for index in 0..<classes {
        var dot = 0.0
        for k in 0..<weights.columns { dot += input.features[sample, k] * weights[index, k] }
        cosines.append(dot / featureNorms[sample] / weightNorms[index])
      }
    }
    for sample in 0..<count { for index in 0..<classes { fill(sample, index) } }
  }

  private func lengthRows(_ sample: Int, _ index: Int) -> (feature: Int, weight: Int) {
    let isOwn = index == input.labels[sample]
    return switch head.lengths {
    case .own: (sample, index)
    case .weightOfTarget: (sample, input.labels[sample])
    case .featureOfClass: (isOwn ? sample : index, index)
    }
  }

  private func compared(_ sample: Int, _ index: Int) -> Double {
    cosines[sample * classes + index] * (head.keepsFeatureNorm ? featureNorms[sample] : 1)
      * (head.keepsWeightNorm ? weightNorms[index] : 1)
  }

  private func size(_ sample: Int, _ index: Int) -> Double {
    let rows = lengthRows(sample, index)
    return head.magnitude.value(
      featureNorm: featureNorms[rows.feature], weightNorm: weightNorms[rows.weight])
  }

  private mutating func fill(_ sample: Int, _ index: Int) {
    let cosine = compared(sample, index)
    let isOwn = index == input.labels[sample]
    let usual = MistakenHead.CosineValue(value: cosine, slope: 1)
    let value = isOwn ? head.own(cosine) : head.other?(cosine) ?? usual
    let size = size(sample, index)
    sizes.append(size)
    if isOwn, case .factorOfExponential = head.ending {
      // No logarithm of what is below 0.
      logits.append(value.value > 0 ? log(value.value) + size : .nan)
      slopes.append(value.slope / value.value)
    } else {
      let bias = input.parameters.bias.isEmpty ? 0 : input.parameters.bias[index]
      logits.append(size * value.value + bias)
      slopes.append(size * value.slope)
    }
  }

  func prediction() -> Prediction {
    var losses: [Double] = []
    // ∂value/∂logit, and of the own class's logit in the denominator.
    var steps = Array(repeating: 0.0, count: count * classes)
    var below = Array(repeating: 0.0, count: count)
    for sample in 0..<count {
      losses.append(loss(of: sample, &steps, &below))
    }
    var value = losses.reduce(0, +) / Double(max(1, count))
    var share = 1 / Double(max(1, count))
    if case .focalOfMean(let gamma) = head.ending {
      let miss = 1 - exp(-value)
      let power = miss > 0 ? exp(gamma * log(miss)) : 0
      share *= miss > 0 ? gamma * power / miss * (1 - miss) * value + power : 0
      value *= power
    }
    var features = Gradient(rows: count, columns: input.features.columns)
    var weights = Gradient(rows: classes, columns: input.features.columns)
    for sample in 0..<count {
      for index in 0..<classes {
        let place = sample * classes + index
        add(sample, index, share * steps[place], slopes[place], &features, &weights)
        guard index == input.labels[sample], let ownBelow = head.ownBelow else { continue }
        let slope = sizes[place] * ownBelow(compared(sample, index)).slope
        add(sample, index, share * below[sample], slope, &features, &weights)
      }
    }
    return Prediction(
      value: value, perSample: losses, featureGradient: features.elements,
      weightGradient: weights.elements)
  }

  private func loss(of sample: Int, _ steps: inout [Double], _ below: inout [Double]) -> Double {
    let base = sample * classes
    let label = input.labels[sample]
    if case .sumInExponent = head.ending {
      var sum = 0.0
      for index in 0..<classes where index != label {
        steps[base + index] = exp(logits[base + index])
        sum += steps[base + index]
      }
      return sum
    }
    var own = logits[base + label]
    if let ownBelow = head.ownBelow {
      own = sizes[base + label] * ownBelow(compared(sample, label)).value
    }
    var largest = own
    for index in 0..<classes where index != label { largest = max(largest, logits[base + index]) }
    var total = exp(own - largest)
    for index in 0..<classes where index != label {
      total += exp(logits[base + index] - largest)
    }
    for index in 0..<classes where index != label {
      steps[base + index] = exp(logits[base + index] - largest) / total
    }
    let share = exp(own - largest) / total
    steps[base + label] = head.ownBelow == nil ? share - 1 : -1
    below[sample] = share
    return log(total) + largest - logits[base + label]
  }

  /// Adds ∂value/∂x and ∂value/∂W of one logit.
  private func add(
    _ sample: Int, _ index: Int, _ step: Double, _ slope: Double, _ features: inout Gradient,
    _ weights: inout Gradient
  ) {
    guard step != 0 else { return }
    let cosine = cosines[sample * classes + index]
    let (long, wide) = (featureNorms[sample], weightNorms[index])
    let kept = (head.keepsFeatureNorm ? long : 1) * (head.keepsWeightNorm ? wide : 1)
    // ∂/∂cos θ, and what the lengths inside of the product have.
    let turn = step * slope * kept
    let x = input.features
    let w = input.parameters.weights
    for k in 0..<x.columns {
      let (u, v) = (x[sample, k] / long, w[index, k] / wide)
      features[sample, k] += turn * (v - cosine * u) / long
      weights[index, k] += turn * (u - cosine * v) / wide
      if head.keepsFeatureNorm { features[sample, k] += turn * cosine / long * u }
      if head.keepsWeightNorm { weights[index, k] += turn * cosine / wide * v }
    }
    let rows = lengthRows(sample, index)
    let place = sample * classes + index
    var bySize = logits[place]
    if index == input.labels[sample], case .factorOfExponential = head.ending {
      bySize = sizes[place]
    }
    for k in 0..<x.columns {
      if head.magnitude.usesFeatureNorm {
        let length = featureNorms[rows.feature]
        features[rows.feature, k] += step * bySize / length * x[rows.feature, k] / length
      }
      if head.magnitude.usesWeightNorm {
        let length = weightNorms[rows.weight]
        weights[rows.weight, k] += step * bySize / length * w[rows.weight, k] / length
      }
    }
  }

  private typealias Gradient = Matrix<Double>
}
