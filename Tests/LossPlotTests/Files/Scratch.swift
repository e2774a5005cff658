import CZlib
import Glibc
import LossPlot
import Testing

@testable import LossScene

/// A folder of its own for one test, removed with all it holds.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/lossviz-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    removeAll(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Puts a file there and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let handle = try #require(fopen(file(name), "w"))
    defer { fclose(handle) }
    #expect(fwrite(bytes, 1, bytes.count, handle) == bytes.count)
    return file(name)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// What is in the folder, sorted.
  func names() -> [String] { folderEntries(path) }
}

func folderEntries(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func removeAll(_ path: String) {
  guard remove(path) != 0 else { return }
  for name in folderEntries(path) { removeAll("\(path)/\(name)") }
  rmdir(path)
}

/// One gzip member (`bits` 31) or raw deflate (−15), by zlib itself.
func deflated(_ bytes: [UInt8], bits: Int32 = 31) -> [UInt8] {
  var stream = z_stream()
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + 1000)
  let size = Int32(MemoryLayout<z_stream>.size)
  deflateInit2_(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
  defer { deflateEnd(&stream) }
  let capacity = UInt32(output.count)
  let length = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = capacity
      deflate(&stream, Z_FINISH)
      return Int(stream.total_out)
    }
  }
  return Array(output[..<length])
}

/// The bytes with one byte another.
func damaged(_ bytes: [UInt8], at offset: Int, to byte: UInt8) -> [UInt8] {
  var copy = bytes
  copy[offset] = byte
  return copy
}
