/// Where the bytes of the sample stand in memory: the first four hold their number.
@_cdecl("sample")
public func sample() -> UnsafeMutableRawPointer {
  let bytes = sampleSVG()
  let place = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 4, alignment: 4)
  place.storeBytes(of: UInt32(bytes.count), as: UInt32.self)
  for (index, byte) in bytes.enumerated() {
    place.storeBytes(of: byte, toByteOffset: index + 4, as: UInt8.self)
  }
  return place
}
