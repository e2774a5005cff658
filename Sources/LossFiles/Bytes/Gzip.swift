import CDeflate

/// The bytes as a gzip file without name and time: the same on every machine with the same library.
package func gzipped(_ bytes: [UInt8]) throws(FileError) -> [UInt8] {
  let failure = FileError.unwritable(
    path: "gzip", reason: "no memory for it", hint: "close other programs")
  guard let compressor = libdeflate_alloc_compressor(9) else { throw failure }
  defer { libdeflate_free_compressor(compressor) }
  let room = libdeflate_gzip_compress_bound(compressor, bytes.count)
  var count = 0
  let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, size in
    count = libdeflate_gzip_compress(compressor, bytes, bytes.count, buffer.baseAddress, room)
    size = count
  }
  guard count > 0 else { throw failure }
  return packed
}
