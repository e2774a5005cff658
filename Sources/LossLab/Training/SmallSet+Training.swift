/// How a small set of somebody's own is trained where nobody says otherwise.
///
/// A set of fewer than 10,000 training samples goes in batches of a quarter of it, its inputs are
/// standardised, the rate is at most one over the number of classes, and the classes begin in the
/// order in which the untrained network has them.
///
/// Where a sample has a quarter as many numbers as there are samples, or more, a network would learn
/// the samples by heart. So it never sees one twice: each step adds noise, as wide as Scott's rule
/// has it for a density in the plane (Scott, "Multivariate Density Estimation", 1992), in the place
/// of weight decay. That takes more steps, and Adam, which gets classes past one another and whose
/// steps do not grow with s: so s may be as large as so many classes in the plane want it. Found on
/// tables of 100 to 600 rows, 8 imbalanced classes and 40 classes of 8 samples, under every loss; see
/// docs/own-data.md.
extension SmallSet {
  /// Learning rate of Adam where samples are wide.
  package static let wideRate = 0.003
  /// Samples that all steps together take at least where samples are wide.
  package static let wideLength = 480_000

  /// - Parameter usual: of the loss.
  package func batch(usual: Int) -> Int {
    // Losses of pairs want two samples of a class in a batch.
    min(usual, max(16, min(2 * classes, samples), samples / 4))
  }

  package var optimizer: OptimizerKind { isWide ? .adam : .sgd }

  /// - Parameter usual: of sets of any size.
  package func rate(usual: Double, of optimizer: OptimizerKind) -> Double {
    isWide && optimizer == .adam ? Self.wideRate : min(usual, 1 / Double(classes))
  }

  /// - Parameter usual: of sets of any size.
  package func weightDecay(usual: Double) -> Double { isWide ? 0 : usual }

  /// Standard deviation of the noise on inputs, in their unit, to two digits.
  package var inputNoise: Double {
    guard isWide, isStandardized else { return 0 }
    return (100 * exp(log(Double(classes) / Double(samples)) / 6)).rounded() / 100
  }

  /// - Parameters:
  ///   - usual: of sets of any size.
  ///   - batch: samples of a step.
  package func steps(usual: Int, batch: Int) -> Int {
    isWide ? max(usual, (Self.wideLength + batch - 1) / batch) : usual
  }
}

extension LossEntry {
  /// Sets s to its bound (`Bounds.smallestScale`) for small sets of wide samples.
  ///
  /// Not where it was given or is larger, or where no s is so large; nor under a margin that does not
  /// fit or that does not rise: a larger s makes more of what no features can satisfy.
  ///
  /// - Parameter names: of the options that were given.
  package func complete(
    _ settings: inout LossSettings, for data: Dataset, dimensions: Int, given names: [String]
  ) {
    guard let small = SmallSet(data), small.isWide, raisesMargin, hasScaleBound,
      let option = option(named: "s"), let scale = settings.number("s"), !names.contains("s")
    else { return }
    let bounds = Bounds(
      entry: self, settings: settings, classes: small.classes, dimensions: dimensions)
    guard bounds.isFeasible, scale < bounds.smallestScale, let least = bounds.wholeScale(option)
    else { return }
    settings["s"] = .number(least)
    complete(&settings, classes: small.classes, given: names + ["s"])
  }
}
