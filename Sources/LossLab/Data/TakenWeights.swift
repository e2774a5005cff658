/// How the rows of class weights without names were taken, or why that is in doubt.
package struct TakenWeights: Sendable, Equatable {
  package let way: Way
  /// The usual way, where another one is taken; of what is in doubt the next one.
  package let other: Way?
  package let isInDoubt: Bool
  /// Of what is in doubt the first class whose samples lie nearest to another row.
  package let stray: Stray?

  package init(_ way: Way, other: Way?, isInDoubt: Bool = false, stray: Stray? = nil) {
    self.way = way
    self.other = other
    self.isInDoubt = isInDoubt
    self.stray = stray
  }

  /// One way to take the rows.
  package struct Way: Sendable, Equatable {
    package let sequence: WeightsOrder.Sequence
    package let isTransposed: Bool
    /// Whether classes stand as they do by themselves.
    package let isUsual: Bool
    package var fit = PairingFit(accuracy: 0, angle: 0)

    package init(_ sequence: WeightsOrder.Sequence, isTransposed: Bool, isUsual: Bool) {
      self.sequence = sequence
      self.isTransposed = isTransposed
      self.isUsual = isUsual
    }

    /// What asks for it.
    package var order: WeightsOrder {
      WeightsOrder(isTransposed && isUsual ? nil : sequence, isTransposed: isTransposed)
    }
  }

  /// A class, the row that it is given, and the one that its samples lie nearest to.
  package struct Stray: Sendable, Equatable {
    package let className: String
    package let row: Int
    package let nearestRow: Int

    package init(className: String, row: Int, nearestRow: Int) {
      self.className = className
      self.row = row
      self.nearestRow = nearestRow
    }
  }
}

/// How well class weights lie with the features of the classes that their rows are taken for.
package struct PairingFit: Sendable, Equatable {
  /// The share of samples whose nearest weight is that of their class.
  package let accuracy: Double
  /// The mean angle between the weight and the center of a class, radians.
  package let angle: Double

  /// Whether this pairing is so much better than another that the other cannot be meant.
  ///
  /// Weights that were trained with the features lie near their centers; rows that belong to other
  /// classes lie at right angles to them, and name a class by chance only.
  package func isClearlyBetter(than other: PairingFit) -> Bool {
    accuracy >= 0.5 && accuracy >= 2 * other.accuracy && angle <= 70 * .pi / 180
      && angle <= other.angle - 10 * .pi / 180
  }

  /// Whether this pairing is the better one, rounding aside.
  package func ranks(above other: PairingFit) -> Bool {
    if abs(accuracy - other.accuracy) > 1e-9 { return accuracy > other.accuracy }
    return angle < other.angle - 1e-6
  }

  /// Whether this pairing is better in both, by more than the last samples.
  package func isBetter(than other: PairingFit) -> Bool {
    accuracy > other.accuracy + 0.02 && angle < other.angle - .pi / 180
  }

  /// Whether the weights seem to have nothing to do with the features.
  ///
  /// - Parameter classes: among which a guess would be right once.
  package func isDoubtful(classes: Int) -> Bool {
    angle >= 75 * .pi / 180 || (angle >= .pi / 3 && accuracy <= 1.5 / Double(classes))
  }
}
