import LossKernels

extension Kernels {
  /// Turns logits into the gradient of each row's cross-entropy.
  ///
  /// - Parameters:
  ///   - logits: `rows × classes`; of each row one at least is not −∞.
  ///   - own: the class of each row.
  ///   - entropies: becomes −ln p of the own class, one a row.
  ///   - misses: becomes 1 − p of it, one a row.
  func crossEntropy(
    _ logits: UnsafeMutablePointer<Double>, rows: Int, classes: Int,
    own: UnsafePointer<Double>, entropies: UnsafeMutablePointer<Double>,
    misses: UnsafeMutablePointer<Double>
  ) {
    if self != .swift {
      return lossCrossEntropy(path, logits, rows, classes, own, entropies, misses)
    }
    for row in 0..<rows {
      (entropies[row], misses[row]) = Self.crossEntropy(
        logits + row * classes, classes: classes, own: Int(own[row]))
    }
  }

  private static func crossEntropy(
    _ logits: UnsafeMutablePointer<Double>, classes: Int, own: Int
  ) -> (entropy: Double, miss: Double) {
    let target = logits[own]
    var largest = target
    for index in 0..<classes { largest = max(largest, logits[index]) }
    for index in 0..<classes { logits[index] = exp(logits[index] - largest) }
    let deficit = largest - target
    // Summed without the own class: p − 1 keeps its digits when p is nearly 1.
    let share = logits[own]
    logits[own] = 0
    let rest = sum(logits, count: classes)
    let total = share + rest
    for index in 0..<classes { logits[index] /= total }
    logits[own] = -rest / total
    return (deficit == 0 ? log1p(rest) : log(total) + deficit, rest / total)
  }
}
