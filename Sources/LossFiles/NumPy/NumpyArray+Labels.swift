extension NumpyArray {
  /// Reads class labels: whole numbers, or texts, one a sample.
  ///
  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  static func readLabels(
    _ stream: ByteStream, _ given: NumpyHeader? = nil, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    let header = if let given { given } else { try NumpyHeader.read(stream, for: .labels) }
    let shape = shapeText(header.shape)
    guard !header.shape.isEmpty, header.shape.contains(header.count), header.count > 0 else {
      throw stream.malformed(
        "expected one label a sample, found an array of shape \(shape)",
        hint: try hintForLabels(stream, header))
    }
    var labels = LabelCollector()
    let size = header.element.size * (header.element.kind == .text ? 4 : 1)
    var read = 0
    while read < header.count {
      let count = min(header.count - read, max(1, (1 << 16) / size))
      let bytes = try stream.bytes(count * size, of: "the \(shape) labels")
      bytes.withUnsafeBytes { buffer in
        for place in 0..<count {
          labels.append(header.element, buffer, at: place * size)
        }
      }
      read += count
    }
    try stream.expectEnd(after: "the \(shape) labels")
    let all = labels.finish()
    guard allowsMissing || labels.missing == 0 else {
      throw .malformed(
        stream.path, "row \(all.indices.firstIndex(of: -1) ?? 0) has no label",
        hint: "leave such rows out")
    }
    return all
  }

  /// Of an array with several columns: those of classes are told from those of features.
  private static func hintForLabels(
    _ stream: ByteStream, _ header: NumpyHeader
  ) throws(FileError) -> String {
    let usual = "save the labels as an array of one dimension"
    guard header.shape.count == 2, header.count > 0, header.element.kind.isNumeric else {
      return usual
    }
    let (rows, columns) = (header.shape[0], header.shape[1])
    let limit = 1 << 24
    guard header.count <= limit else { return usual }
    let extent = Extent(rows: rows, columns: columns, what: "the labels")
    let matrix = try NumpyDecoder(header: header, extent: extent).matrix(stream) { $0 }
    let isOneHot = (0..<rows).allSatisfy { row in
      let numbers = matrix.row(row)
      return numbers.allSatisfy { $0 >= 0 && $0 <= 1 } && abs(numbers.reduce(0, +) - 1) < 1e-2
    }
    return isOneHot
      ? "a column a class: " + NumpyNeed.hintForOneHot(stream.path)
      : "\(usual): \(columns) numbers a row look like features"
  }
}
