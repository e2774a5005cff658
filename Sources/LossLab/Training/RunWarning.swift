/// What there is to be told of a run: facts, which `LossPictures` says in words.
public enum RunWarning: Equatable, Sendable {
  /// All features say the same.
  case collapsed(Collapse)
  /// A margin above its bound.
  case marginAboveBound(MarginExcess)
  /// A margin with which so many evenly spread classes cannot be told apart even at their centers.
  case inseparable(classes: Int)
  /// An s below that with which the classes reach the posterior of `Bounds.smallestScale`.
  case scaleBelowBound(ScaleShortage)
  /// Classes whose weights ended up in one direction.
  case sharedDirections([NamedPair])
  /// Features from elsewhere without class weights: class mean directions stand in.
  case noClassWeights

  /// How far a margin is above what evenly spread classes allow.
  public struct MarginExcess: Equatable, Sendable {
    /// m as it was chosen, and the largest that the classes allow.
    package let margin: Double
    /// In the unit of `margin`.
    package let bound: Double
    /// How many there are.
    package let classes: Int
    /// What is so beyond the bound.
    package let meaning: BeyondBound
    /// The most classes that the margin would do for; `nil` where it does for no fewer.
    package let fittingClasses: Int?
  }

  /// How far an s is below what evenly spread classes need.
  public struct ScaleShortage: Equatable, Sendable {
    /// s as it was chosen.
    package let scale: Double
    /// The least with which the classes reach the posterior.
    package let bound: Double
    /// How many there are.
    package let classes: Int
    /// The next whole s; `nil` where the loss does not take it.
    package let fittingScale: Double?
  }

  /// Two classes by their names.
  public struct NamedPair: Equatable, Sendable {
    /// The one that comes first in the data.
    package let first: String
    /// The other.
    package let second: String
  }
}

/// What makes features say nothing of their classes.
public enum Collapse: Equatable, Sendable {
  /// All features lie in one direction, so far from their mean, radians.
  case oneDirection(angle: Double)
  /// All class directions lie within an angle, radians, of one another.
  case classDirections(count: Int, within: Double)
  /// A class takes nearly all samples: the share, in [0, 1].
  case oneClass(name: String, share: Double)
}

extension Run {
  /// What its parts say against a training: a collapse first, else classes that merged last.
  package var trainingWarnings: [RunWarning] {
    let ofBounds =
      entry.map {
        bounds.warnings(entry: $0, settings: settings, classes: facts.classNames.count)
      } ?? []
    // Where all is one, that two of them are the same need not be said.
    if let collapse { return [.collapsed(collapse)] + ofBounds }
    let pairs = mergedClasses(
      parameters.weights, names: facts.classNames,
      rowsPerClass: entry?.make(settings).classifier?.rowsPerClass ?? 1)
    return pairs.isEmpty ? ofBounds : ofBounds + [.sharedDirections(pairs)]
  }
}
