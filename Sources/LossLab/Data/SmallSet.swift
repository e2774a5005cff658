/// How a small set of somebody's own is trained where nobody says otherwise.
///
/// A set of fewer than 10,000 training samples goes in batches of a quarter of it, its inputs are
/// standardised, the rate is at most one over the number of classes, and the classes begin in the
/// order in which the untrained network has them. Where a sample has a quarter as many numbers as
/// there are samples, or more, the weight decay is six over the number of samples. Found on tables of
/// 100 to 600 rows, 8 imbalanced classes and 40 classes of 8 samples, under every loss; see
/// docs/own-data.md.
public struct SmallSet: Sendable, Equatable {
  /// Of training samples: from so many on, a set is trained like the large ones.
  public static let limit = 10_000

  public let samples: Int
  /// Numbers of a sample.
  public let columns: Int
  public let classes: Int

  /// `nil` for a set that is not small, or not somebody's own.
  public init?(_ data: Dataset) {
    guard data.isOwn, data.train.count < Self.limit else { return nil }
    samples = data.train.count
    columns = data.train.samples.columns
    classes = data.classCount
  }

  /// - Parameter usual: of the loss.
  public func batch(usual: Int) -> Int {
    // Losses of pairs want two samples of a class in a batch.
    min(usual, max(16, min(2 * classes, samples), samples / 4))
  }

  /// - Parameter usual: of sets of any size.
  public func rate(usual: Double) -> Double { min(usual, 1 / Double(max(1, classes))) }

  /// Counts as much against the samples however few they are, where a network could learn them by
  /// heart; on tables of few columns it would only merge classes.
  ///
  /// - Parameter usual: of sets of any size.
  public func weightDecay(usual: Double) -> Double {
    4 * columns < samples ? usual : max(usual, min(0.02, 6 / Double(max(1, samples))))
  }
}
