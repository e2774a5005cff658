/// A matrix as a `.npy` file: version 1.0, float64, little-endian, C order.
package func numpyFile(_ matrix: Matrix<Double>) -> [UInt8] {
  var header =
    "{'descr': '<f8', 'fortran_order': False, 'shape': (\(matrix.rows), \(matrix.columns)), }"
  // NumPy begins the numbers at a multiple of 64; magic, length and line end are 11 bytes.
  while (header.utf8.count + 11) % 64 != 0 { header += " " }
  header += "\n"
  var bytes = NumpyHeader.magic + [1, 0]
  bytes += [UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)]
  bytes += Array(header.utf8)
  bytes.reserveCapacity(bytes.count + 8 * matrix.elements.count)
  for element in matrix.elements {
    withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
  return bytes
}
