import LossKernels

/// Moves one flat vector of parameters down its gradient, with weight decay on all of them.
///
/// In PyTorch's form: SGD with v ← μ v + (g + decay · p), p ← p − rate · v; Adam (Kingma and Ba,
/// arXiv:1412.6980) with β = 0.9, 0.999, ε = 1e-8 and the same decay.
package struct Optimizer: Sendable {
  private let kind: OptimizerKind
  private let momentum: Float
  private let weightDecay: Float
  private let kernels: Kernels
  /// v of SGD; the mean of Adam.
  private var first: [Float]
  /// The mean square of Adam.
  private var second: [Float]
  private var firstPower = 1.0
  private var secondPower = 1.0

  package init(
    kind: OptimizerKind, count: Int, momentum: Double, weightDecay: Double,
    kernels: Kernels = .fastest
  ) {
    self.kind = kind
    self.momentum = Float(momentum)
    self.weightDecay = Float(weightDecay)
    self.kernels = kernels
    first = Array(repeating: 0, count: count)
    second = Array(repeating: 0, count: kind == .adam ? count : 0)
  }

  /// One step; a gradient longer than `clip` is scaled down to that length first.
  ///
  /// Leaves everything as it is where the norm is not finite.
  ///
  /// - Returns: the norm of the gradient before clipping.
  package mutating func step(
    parameters: inout [Float], gradients: inout [Float], rate: Double, clip: Double?,
    parallel: ParallelFor = .serial
  ) -> Double {
    let count = first.count
    precondition(
      parameters.count >= count && gradients.count >= count,
      "\(parameters.count) parameters and \(gradients.count) gradients for \(count)")
    let norm = kernels.sumOfSquares(gradients, count: count).squareRoot()
    guard norm.isFinite else { return norm }
    var scale: Float = 1
    if let clip, norm > clip { scale = Float(clip / norm) }
    move(&parameters, by: gradients, rate: rate, scale: scale, parallel)
    return norm
  }

  private mutating func move(
    _ parameters: UnsafeMutablePointer<Float>, by gradients: UnsafePointer<Float>, rate: Double,
    scale: Float, _ parallel: ParallelFor
  ) {
    switch kind {
    case .sgd:
      let rule = MomentumRule(
        rate: Float(rate), momentum: momentum, decay: weightDecay, scale: scale)
      let (kernels, count) = (kernels, first.count)
      first.withUnsafeMutableBufferPointer { buffer in
        guard let velocity = buffer.baseAddress else { return }
        // As many as keep a core busy for longer than it takes to hear of them.
        let piece = 1 << 15
        parallel.run((count + piece - 1) / piece) { task in
          let start = task * piece
          kernels.descend(
            parameters + start, gradients: gradients + start, velocity: velocity + start,
            count: min(piece, count - start), rule: rule)
        }
      }
    case .adam:
      firstPower *= 0.9
      secondPower *= 0.999
      kernels.adapt(
        parameters, gradients: gradients, mean: &first, square: &second, count: first.count,
        rule: AdamRule(
          step: Float(rate / (1 - firstPower)), decay: weightDecay, scale: scale,
          root: Float((1 - secondPower).squareRoot())))
    }
  }
}

/// How gradients become steps.
public enum OptimizerKind: String, CaseIterable, Sendable {
  /// With momentum, v ← μ v + g + decay · w.
  case sgd
  /// β₁ = 0.9, β₂ = 0.999, decay within the gradient: Kingma and Ba 2015, arXiv:1412.6980.
  case adam
}
