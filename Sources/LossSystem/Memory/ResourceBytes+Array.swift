import ResourceBytes

extension ResourceBytes {
  /// A copy.
  package var array: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: Int(count))) }
}
