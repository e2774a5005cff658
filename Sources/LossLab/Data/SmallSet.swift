/// A set of somebody's own of fewer than 10,000 training samples.
package struct SmallSet: Sendable, Equatable {
  /// Of training samples: from so many on, a set is trained like the large ones.
  package static let limit = 10_000

  package let samples: Int
  /// Numbers of a sample.
  package let columns: Int
  package let classes: Int
  let isStandardized: Bool

  /// `nil` for a set that is not small, or not somebody's own.
  package init?(_ data: Dataset) {
    guard data.isOwn, data.train.count < Self.limit else { return nil }
    samples = data.train.count
    columns = data.train.samples.columns
    classes = max(1, data.classCount)
    isStandardized = data.isStandardized
  }

  /// Whether a sample has so many numbers that a network could learn all samples by heart.
  package var isWide: Bool { 4 * columns >= samples }
}
