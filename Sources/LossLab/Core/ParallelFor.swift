/// Calls `body` with each of `0 ..< count`, in any order, maybe at once; returns when all are done.
///
/// LossLab starts no threads itself: the caller hands in what its platform has.
public struct ParallelFor: Sendable {
  package let width: Int
  package let run: @Sendable (_ count: Int, _ body: (Int) -> Void) -> Void

  /// - Parameter width: how many calls run at once; only a hint how finely to split.
  public init(
    width: Int, run: @escaping @Sendable (_ count: Int, _ body: (Int) -> Void) -> Void
  ) {
    self.width = width
    self.run = run
  }

  /// One after another, on the thread of the caller.
  public static let serial = ParallelFor(width: 1) { count, body in
    for index in 0..<count { body(index) }
  }

  /// `0 ..< count` in stretches of `size`, the last one maybe shorter, each by one call.
  func run(of count: Int, size: Int, _ body: (Range<Int>) -> Void) {
    run((count + size - 1) / size) { body($0 * size..<min(count, ($0 + 1) * size)) }
  }

  /// What `body` gives for each of `0 ..< count`, in this order.
  package func map<Value>(_ count: Int, _ body: (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { slots, initialized in
      // Each call writes to its own slot.
      nonisolated(unsafe) let slots = slots
      run(count) { slots.initializeElement(at: $0, to: body($0)) }
      initialized = count
    }
  }

  /// What `body` gives for stretches as `run(of:size:_:)` has them, one after another.
  func flatMap<Value>(of count: Int, size: Int, _ body: (Range<Int>) -> [Value]) -> [Value] {
    map((count + size - 1) / size) { body($0 * size..<min(count, ($0 + 1) * size)) }.flatMap { $0 }
  }
}
