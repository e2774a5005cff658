/// How a small set of somebody's own is trained where nobody says otherwise.
///
/// A set of fewer than 10,000 training samples goes in batches of a quarter of it, its inputs are
/// standardised, the rate is at most one over the number of classes, and the classes begin in the
/// order in which the untrained network has them.
///
/// Where a sample has a quarter as many numbers as there are samples, or more, a network would learn
/// the samples by heart. So it never sees one twice: each step adds noise, as wide as Scott's rule
/// has it for a density in the plane (Scott, "Multivariate Density Estimation", 1992). That takes
/// more steps, and Adam, which gets classes past one another. Found on tables of 100 to 600 rows,
/// 8 imbalanced classes and 40 classes of 8 samples, under every loss; see docs/own-data.md.
extension SmallSet {
  /// Learning rate of Adam where samples are wide.
  public static let wideRate = 0.003
  /// Samples that all steps together take at least where samples are wide.
  public static let wideLength = 240_000

  /// - Parameter usual: of the loss.
  public func batch(usual: Int) -> Int {
    // Losses of pairs want two samples of a class in a batch.
    min(usual, max(16, min(2 * classes, samples), samples / 4))
  }

  public var optimizer: OptimizerKind { isWide ? .adam : .sgd }

  /// - Parameter usual: of sets of any size.
  public func rate(usual: Double, of optimizer: OptimizerKind) -> Double {
    isWide && optimizer == .adam ? Self.wideRate : min(usual, 1 / Double(classes))
  }

  /// Standard deviation of the noise on inputs, in their unit, to two digits.
  public var inputNoise: Double {
    guard isWide, isStandardized else { return 0 }
    return (100 * exp(log(Double(classes) / Double(samples)) / 6)).rounded() / 100
  }

  /// - Parameters:
  ///   - usual: of sets of any size.
  ///   - batch: samples of a step.
  public func steps(usual: Int, batch: Int) -> Int {
    isWide ? max(usual, (Self.wideLength + batch - 1) / batch) : usual
  }
}
