/// Bytes that a C library hands over in pieces.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  func append(_ piece: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: piece)
  }
}
