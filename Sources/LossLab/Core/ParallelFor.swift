/// Calls `body` with each of `0 ..< count`, in any order, maybe at once; returns when all are done.
///
/// LossLab starts no threads itself: the caller hands in what its platform has.
public struct ParallelFor: Sendable {
  public let width: Int
  public let run: @Sendable (_ count: Int, _ body: (Int) -> Void) -> Void

  /// - Parameter width: how many calls run at once; only a hint how finely to split.
  public init(
    width: Int, run: @escaping @Sendable (_ count: Int, _ body: (Int) -> Void) -> Void
  ) {
    self.width = width
    self.run = run
  }

  public static let serial = ParallelFor(width: 1) { count, body in
    for index in 0..<count { body(index) }
  }
}
