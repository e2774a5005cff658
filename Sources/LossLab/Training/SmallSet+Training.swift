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
/// docs/own-data.md. The class weights begin long (`ClassStart.long`): in a plane of many classes it
/// takes long norms to tell neighbours apart, and classes that stay in even directions all have room.
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

  package var start: ClassStart { isWide ? .long : .found }

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
  /// Makes margins that do not fit so many classes smaller, and s as large as its bound
  /// (`Bounds.smallestScale`), for small sets of wide samples.
  ///
  /// What was given stays. s stays where it is larger, where no s is so large, and under a margin that
  /// does not fit or that does not rise: a larger s makes more of what no features can satisfy.
  ///
  /// - Parameter names: of the options that were given.
  package func complete(
    _ settings: inout LossSettings, for data: Dataset, dimensions: Int, given names: [String]
  ) {
    guard let small = SmallSet(data), small.isWide, raisesMargin, hasScaleBound else { return }
    func bounds(_ settings: LossSettings) -> Bounds {
      Bounds(entry: self, settings: settings, classes: small.classes, dimensions: dimensions)
    }
    let fitting = fittingMargins(settings, given: names) { bounds($0).isFeasible }
    guard let fitting else { return }
    settings = fitting
    let bound = bounds(settings)
    guard let option = option(named: "s"), let scale = settings.number("s"), !names.contains("s"),
      scale < bound.smallestScale, let least = bound.wholeScale(option)
    else { return }
    settings["s"] = .number(least)
    complete(&settings, classes: small.classes, given: names + ["s"])
  }

  /// The same with margins that fit: as they are, or 0.7 of the largest that are to one another as
  /// these are, in thousandths; `nil` where those that were given do not fit.
  private func fittingMargins(
    _ settings: LossSettings, given names: [String], fits: (LossSettings) -> Bool
  ) -> LossSettings? {
    if fits(settings) { return settings }
    func part(_ share: Double) -> LossSettings {
      var part = settings
      for option in options where !option.isInteger && !names.contains(option.name) {
        guard let start = option.risesFrom, let end = settings.number(option.name) else { continue }
        part[option.name] = .number(thousandths(start + share * (end - start), .down))
      }
      return part
    }
    let largest = halved(0, 1, times: 30) { fits(part($0)) }.low
    let fitting = part(0.7 * largest)
    return fits(fitting) ? fitting : nil
  }
}
