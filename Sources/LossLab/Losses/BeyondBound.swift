/// What is so where a margin is above its bound.
package enum BeyondBound: Equatable, Sendable {
  /// No features satisfy the margin.
  case noFeatures
  /// Features may satisfy the rules of two classes at once.
  case rulesOverlap
  /// No threshold lies between a class and its neighbours.
  case noThreshold
}
