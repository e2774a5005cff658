/// How much each sample of a batch counts: focal loss and OHEM, alone or together.
struct SampleWeighting: Sendable {
  /// γ of Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017, arXiv:1708.02002.
  let focusing: Double
  /// Share of the batch that is kept, largest loss first: Shrivastava, Gupta and Girshick, CVPR
  /// 2016, arXiv:1604.03540.
  let keep: Double
  /// α_y of focal loss, one a class; empty for 1.
  let classWeights: [Double]

  init(_ settings: LossSettings) {
    focusing = settings[.gamma]
    keep = settings[.keep]
    classWeights = settings.classWeights
  }

  /// The value FL = α (1 − p)^γ CE of a sample and dFL/dCE at the logits, where the gradient of a
  /// sample is that factor times the gradient of its cross-entropy.
  ///
  /// - Parameters:
  ///   - crossEntropy: −ln p.
  ///   - miss: 1 − p, given apart because p rounds to 1.
  func focal(crossEntropy: Double, miss: Double, label: Int) -> (value: Double, factor: Double) {
    let alpha = classWeights.isEmpty ? 1 : classWeights[label]
    guard focusing > 0 else { return (alpha * crossEntropy, alpha) }
    guard miss > 0 else { return (0, 0) }
    let power = exp(focusing * log(miss))
    let factor = focusing * (1 - miss) * power / miss * crossEntropy + power
    return (alpha * power * crossEntropy, alpha * factor)
  }

  /// Turns focal factors into the weights of samples in the mean, and returns the mean.
  ///
  /// - Parameters:
  ///   - losses: one a sample.
  ///   - weights: in: factor of each sample; out: factor / kept for a kept sample, else 0.
  func average(_ losses: [Double], weights: UnsafeMutablePointer<Double>) -> Double {
    let count = losses.count
    let kept = min(count, max(1, Int((keep * Double(count)).rounded())))
    var sum = 0.0
    guard kept < count else {
      for index in 0..<count {
        sum += losses[index]
        weights[index] /= Double(count)
      }
      return sum / Double(count)
    }
    var order = Array(0..<count)
    order.sort { losses[$0] != losses[$1] ? losses[$0] > losses[$1] : $0 < $1 }
    for (rank, index) in order.enumerated() {
      sum += rank < kept ? losses[index] : 0
      weights[index] = rank < kept ? weights[index] / Double(kept) : 0
    }
    return sum / Double(kept)
  }
}
