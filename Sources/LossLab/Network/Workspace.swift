/// All that a network remembers between two calls, in two arrays, so that a copy is a true copy.
struct Workspace: Sendable {
  private var floats: [Float]
  private var doubles: [Double]
  private let base: Int

  init(_ plan: Plan) {
    floats = Array(repeating: 0, count: plan.floats + Plan.line)
    doubles = Array(repeating: 0, count: plan.doubles)
    base = floats.withUnsafeBufferPointer { buffer in
      let address = UInt(bitPattern: buffer.baseAddress) / UInt(MemoryLayout<Float>.stride)
      return Int((UInt(Plan.line) - address % UInt(Plan.line)) % UInt(Plan.line))
    }
  }

  mutating func withPointers(
    _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Double>) -> Void
  ) {
    floats.withUnsafeMutableBufferPointer { floats in
      doubles.withUnsafeMutableBufferPointer { doubles in
        if let first = floats.baseAddress, let second = doubles.baseAddress {
          body(first + base, second)
        }
      }
    }
  }

  /// Gives out places in a workspace that is yet to be made.
  struct Plan {
    /// Floats of a cache line: each place starts on one, so that no vector straddles two.
    static let line = 16
    /// Floats that one network may take, 8 GB; 1 GB where addresses have 32 bits.
    static let limit = limit(addressBits: Int.bitWidth)

    static func limit(addressBits: Int) -> Int { addressBits < 64 ? 1 << 28 : 1 << 31 }

    private(set) var floats = 0
    private(set) var doubles = 1

    mutating func place(_ size: Int) -> Int {
      defer { floats = min(Plan.limit * 2, floats + Plan.padded(size)) }
      return floats
    }

    mutating func placeDoubles(_ size: Int) -> Int {
      defer { doubles += size }
      return doubles
    }

    static func padded(_ size: Int) -> Int { (size + line - 1) / line * line }
  }
}
