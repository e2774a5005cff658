/// Moves one flat vector of parameters down its gradient, with weight decay on all of them.
///
/// In PyTorch's form: SGD with v ← μ v + (g + decay · p), p ← p − rate · v; Adam (Kingma and Ba,
/// arXiv:1412.6980) with β = 0.9, 0.999, ε = 1e-8 and the same decay.
public struct Optimizer: Sendable {
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

  public init(
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
  public mutating func step(
    parameters: inout [Float], gradients: inout [Float], rate: Double, clip: Double?
  ) -> Double {
    let count = first.count
    precondition(
      parameters.count >= count && gradients.count >= count,
      "\(parameters.count) parameters and \(gradients.count) gradients for \(count)")
    let squares = gradients.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { kernels.sumOfSquares($0, count: count) } ?? 0
    }
    let norm = squares.squareRoot()
    guard norm.isFinite else { return norm }
    var scale: Float = 1
    if let clip, norm > clip { scale = Float(clip / norm) }
    switch kind {
    case .sgd:
      for i in 0..<count {
        let slope = gradients[i] * scale + weightDecay * parameters[i]
        first[i] = momentum * first[i] + slope
        parameters[i] -= Float(rate) * first[i]
      }
    case .adam:
      firstPower *= 0.9
      secondPower *= 0.999
      let step = Float(rate / (1 - firstPower))
      let root = Float((1 - secondPower).squareRoot())
      for i in 0..<count {
        let slope = gradients[i] * scale + weightDecay * parameters[i]
        first[i] = 0.9 * first[i] + 0.1 * slope
        second[i] = 0.999 * second[i] + 0.001 * (slope * slope)
        parameters[i] -= step * first[i] / (second[i].squareRoot() / root + 1e-8)
      }
    }
    return norm
  }
}
