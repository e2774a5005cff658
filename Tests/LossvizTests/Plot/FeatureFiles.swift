import LossLab
import LossPlot

/// Three classes of four samples in six dimensions, and the files that hold them.
struct FeatureFiles {
  let matrix: Matrix<Double>
  let labels = (0..<12).map { "c\($0 / 4)" }

  init() {
    var generator = SplitMix64(seed: 3)
    let centers = (0..<3).map { _ in generator.normals(6) }
    var elements: [Double] = []
    for row in 0..<12 {
      elements += zip(centers[row / 4], generator.normals(6)).map { $0 + 0.5 * $1 }
    }
    matrix = Matrix(rows: 12, columns: 6, elements: elements)
  }

  /// A line a sample, the label first.
  var lines: [String] {
    labels.indices.map { row in
      "\(labels[row])," + matrix.row(row).map { "\($0)" }.joined(separator: ",")
    }
  }

  var table: String { lines.joined(separator: "\n") + "\n" }

  /// Features and labels together, as `numpy.savez` writes them.
  var archive: [UInt8] {
    storedArchive([
      ("features.npy", numpyFile(matrix)),
      (
        "labels.npy",
        numpyFile(Matrix(rows: 12, columns: 1, elements: (0..<12).map { Double($0 / 4) }))
      ),
    ])
  }
}

/// A `.npy` file with this header and these bytes.
func numpyBytes(_ header: String, _ bytes: [UInt8] = []) -> [UInt8] {
  [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + bytes
}

/// A zip archive of files that are not deflated.
func storedArchive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in files {
    let size = little(bytes.count, 4)
    let facts =
      little(0, 8) + little(checksum(bytes), 4) + size + size + little(name.utf8.count, 2)
    directory +=
      little(0x0201_4b50, 4) + little(20, 2) + little(20, 2) + facts + little(0, 12)
      + little(archive.count, 4) + Array(name.utf8)
    archive += little(0x0403_4b50, 4) + little(20, 2) + facts + little(0, 2) + Array(name.utf8)
    archive += bytes
  }
  return archive + directory + little(0x0605_4b50, 4) + little(0, 4) + little(files.count, 2)
    + little(files.count, 2) + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
}

/// CRC-32, bit by bit.
private func checksum(_ bytes: [UInt8]) -> Int {
  var rest: UInt32 = ~0
  for byte in bytes {
    rest ^= UInt32(byte)
    for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return Int(~rest)
}
