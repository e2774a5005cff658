/// All that a network remembers between two calls, in one array, so that a copy is a true copy.
struct Workspace: Sendable {
  private var storage: [Float]
  private let base: Int

  init(_ plan: Plan) {
    storage = Array(repeating: 0, count: plan.count + Plan.line)
    base = storage.withUnsafeBufferPointer { buffer in
      let address = UInt(bitPattern: buffer.baseAddress) / UInt(MemoryLayout<Float>.stride)
      return Int((UInt(Plan.line) - address % UInt(Plan.line)) % UInt(Plan.line))
    }
  }

  mutating func withPointer(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    storage.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start + base) }
    }
  }

  /// Gives out places in a workspace that is yet to be made.
  struct Plan {
    /// Floats of a cache line: each place starts on one, so that no vector straddles two.
    static let line = 16

    private(set) var count = 0

    mutating func place(_ size: Int) -> Int {
      defer { count += Plan.padded(size) }
      return count
    }

    static func padded(_ size: Int) -> Int { (size + line - 1) / line * line }
  }
}
