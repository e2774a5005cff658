/// Where one class ends and its neighbour begins, as directions in radians, counter-clockwise.
public struct AngularBoundary: Sendable, Equatable {
  /// Class index; counter-clockwise the first of the two.
  public var first: Int
  /// Class index of its neighbour.
  public var second: Int
  /// Where the trained classifier changes its mind; `nil` where no ray inside the wedge solves it.
  public var inference: Double?
  /// Where the margined rule of `first`, and of `second`, ends.
  package var firstRule: Double?
  package var secondRule: Double?
}

#if !hasFeature(Embedded)
  extension AngularBoundary: Codable {}
#endif
