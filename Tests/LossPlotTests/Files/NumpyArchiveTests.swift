import CZlib
import LossLab
import LossPlot
import Testing

@testable import LossFiles

/// A zip archive of these files, as `numpy.savez` makes it.
func zip(_ files: [(name: String, data: [UInt8])], deflate: Bool = false) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let packed = deflate ? deflated(file.data, bits: -15) : file.data
    let checksum = UInt32(crc32(0, file.data, UInt32(file.data.count)))
    let common =
      little([UInt16(20), 0, deflate ? 8 : 0, 0, 0x21])
      + little([checksum, UInt32(packed.count), UInt32(file.data.count)])
      + little([UInt16(file.name.utf8.count)])
    directory += Array("PK\u{1}\u{2}".utf8) + little([UInt16(20)]) + common
    directory += little([UInt16(0), 0, 0, 0]) + little([UInt32(0), UInt32(archive.count)])
    directory += Array(file.name.utf8)
    // An extra field here that the directory does not have, as NumPy writes it.
    archive += Array("PK\u{3}\u{4}".utf8) + common + little([UInt16(4)]) + Array(file.name.utf8)
    archive += [1, 0, 0, 0] + packed
  }
  let end =
    little([UInt16(0), 0, UInt16(files.count), UInt16(files.count)])
    + little([UInt32(directory.count), UInt32(archive.count)]) + [0, 0]
  return archive + directory + Array("PK\u{5}\u{6}".utf8) + end
}

struct NumpyArchiveTests {
  private let scratch: Scratch
  private let x = npy("<f4", "(2, 1)", little([Float(3).bitPattern, Float(4).bitPattern]))
  private let y = npy("<i4", "(2,)", little([Int32(8), 5]))

  init() throws {
    scratch = try Scratch()
  }

  private func archive(_ bytes: [UInt8]) throws -> NumpyArchive {
    try NumpyArchive(path: scratch.write(bytes, to: "a.npz"))
  }

  @Test(arguments: [false, true])
  func arraysAreReadByName(deflate: Bool) throws {
    let archive = try archive(
      zip([("x.npy", x), ("y.npy", y), ("readme.txt", [1])], deflate: deflate))
    #expect(archive.names == ["x", "y"])
    #expect(
      try archive.array(named: "x").matrix
        == .floats(Matrix(rows: 2, columns: 1, elements: [3, 4])))
    #expect(
      try archive.labels(named: "y") == ClassLabels(names: ["5", "8"], indices: [1, 0]))
    #expect(throws: FileError.self) { try archive.array(named: "z") }
  }

  @Test(arguments: [false, true])
  func aDamagedNumberIsSeenByItsChecksum(deflate: Bool) throws {
    let whole = zip([("x.npy", x)], deflate: deflate)
    // A bit of the last number: the last byte of the packed data, or the middle of the deflated.
    let place = deflate ? 60 : 35 + 4 + x.count - 1
    let archive = try archive(damaged(whole, at: place, to: whole[place] ^ 4))
    #expect(throws: FileError.self) { try archive.array(named: "x") }
  }

  @Test func everyTruncationIsAnError() throws {
    let whole = zip([("x.npy", x), ("y.npy", y)])
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: FileError.self) { try archive(Array(whole[..<count])) }
    }
  }

  @Test func anArchiveWithoutArraysIsAnError() {
    #expect(throws: FileError.self) { try archive(zip([("a.txt", [1])])) }
    #expect(throws: FileError.self) { try archive(zip([])) }
    #expect(throws: FileError.self) { try archive([]) }
  }
}
