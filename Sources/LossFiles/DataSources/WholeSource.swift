/// All samples of a source as numbers, before any class is chosen: for those who choose later.
package struct WholeSource: Sendable {
  package let name: String
  package let title: String
  package let classNames: [String]
  package let imageSize: Dataset.ImageSize?
  package let rows: Int
  package let columns: Int
  /// The samples as numbers of four bytes, row by row, then the class of each, the same; lower byte
  /// first.
  package let floats: [UInt8]
}

extension DataRequest {
  /// - Throws: as `load`; `DataMisuse` for a source with a test set of its own.
  package func wholeSource() throws -> WholeSource {
    let read = try DataSource.matching(data).read(self).samples
    guard read.test == nil, case .floats(let values) = read.train.samples else {
      throw DataMisuse("\(data) has a test set of its own", hint: "give another source")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * (values.elements.count + values.rows))
    func append(_ word: UInt32) {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    for value in values.elements { append(value.bitPattern) }
    for label in read.train.labels { append(UInt32(label)) }
    return WholeSource(
      name: read.name, title: read.title, classNames: read.classNames, imageSize: read.imageSize,
      rows: values.rows, columns: values.columns, floats: bytes)
  }
}
