import LossLab
import LossPlot
import Testing

@testable import LossScene

struct ToyWorkloadTests {
  /// A NumPy 1.0 file of float32 in C order.
  private func npy(_ samples: Samples) -> [UInt8] {
    guard case .floats(let matrix) = samples else { return [] }
    var header =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (\(matrix.rows), \(matrix.columns)), }"
    while (header.utf8.count + 11) % 64 != 0 { header += " " }
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes += [UInt8((header.utf8.count + 1) & 255), UInt8((header.utf8.count + 1) >> 8)]
    bytes += Array(header.utf8) + [10]
    for element in matrix.elements {
      withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes += $0 }
    }
    return bytes
  }

  // The first digits of the SHA-256 of what NumPy 2.4.6 writes for the same recipe.
  @Test func theSamplesAreThoseOfNumPyToTheBit() {
    let data = toyWorkload(seed: 1)
    #expect(SHA256.hex(of: npy(data.train.samples)).hasPrefix("0262bcb8e7f4bae9"))
    #expect(SHA256.hex(of: npy(data.test.samples)).hasPrefix("9443b7b6c1104255"))
    #expect(data.train.labels.prefix(10) == [0, 1, 2, 3, 4, 5, 6, 7, 0, 1])
    #expect(data.train.count == 4000 && data.test.count == 4000)
  }
}
