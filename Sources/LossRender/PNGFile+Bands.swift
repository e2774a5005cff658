import CDeflate
import CZlib
import LossLab

extension PNGFile {
  /// The same for every number of threads, so that the bytes are.
  private static let bandRows = 256
  /// The last one that is fast; without filters no larger than what libpng writes with its own
  /// choice of them.
  private static let level: Int32 = 3

  /// Rows as a zlib stream in bands, each compressed by one thread; empty where memory ran out.
  ///
  /// libdeflate ends its stream with each call, so that its bands could not be joined.
  static func compress(
    _ rows: UnsafeRawBufferPointer, rowSize: Int, _ parallel: ParallelFor
  ) -> [UInt8] {
    let size = bandRows * rowSize
    let count = (rows.count + size - 1) / size
    let bands = parallel.map(count) { band in
      let bytes = rows[band * size..<min(rows.count, (band + 1) * size)]
      return deflate(UnsafeRawBufferPointer(rebasing: bytes), isLast: band == count - 1)
    }
    guard !bands.contains(where: \.isEmpty) else { return [] }
    let checksum = libdeflate_adler32(1, rows.baseAddress, rows.count)
    // Deflate with a window of 32 KB, made fast.
    return [0x78, 0x01] + bands.joined() + bigEndian(Int(checksum))
  }

  /// A part of a deflate stream that ends with a whole byte.
  private static func deflate(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    // Beside the end of a stream there may be the mark of a flush.
    let bound = Int(deflateBound(&stream, uLong(bytes.count))) + 16
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      stream.next_in = UnsafeMutablePointer(
        mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = uInt(bytes.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = uInt(buffer.count)
      let status = CZlib.deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      count = status == (isLast ? Z_STREAM_END : Z_OK) ? buffer.count - Int(stream.avail_out) : 0
    }
  }
}
