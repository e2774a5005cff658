extension ClassLabels {
  /// Reads labels for samples that come without: a `.npy` array or a text with one label a line.
  ///
  /// A text with several columns has the labels in the one that its header calls `label`.
  ///
  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  public static func read(
    _ path: String, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    try read(ByteStream(path: path), allowsMissing: allowsMissing)
  }

  static func read(
    _ stream: ByteStream, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    if try stream.peek(6) == NumpyHeader.magic {
      return try NumpyArray.readLabels(stream, allowsMissing: allowsMissing)
    }
    let lines = LineReader(stream)
    var fields: TableFields?
    var column = 0
    var labels = LabelCollector()
    while let line = try lines.next() {
      if lines.buffer[line].allSatisfy({ $0 == 32 }) { continue }
      var divided =
        fields ?? TableFields(delimiter: TableFields.delimiter(of: lines.buffer[line]))
      guard divided.divide(line, in: &lines.buffer) else {
        throw lines.malformed("a quote is not closed")
      }
      let isFirst = fields == nil
      fields = divided
      if isFirst {
        let names = divided.ranges.map {
          String(decoding: lines.buffer[$0], as: UTF8.self).lowercased()
        }
        if let place = TableHeader.labelColumn(of: names) {
          column = place
          continue
        }
        guard names.count == 1 else {
          throw lines.malformed(
            "expected one label a line, found \(names.count) columns",
            hint: hint(forFirstLine: names))
        }
      }
      guard column < divided.ranges.count else { throw lines.malformed("the label is missing") }
      labels.append(cellText(lines.buffer[divided.ranges[column]]))
      guard allowsMissing || labels.missing == 0 else { throw lines.withoutLabel() }
    }
    guard labels.count > 0 else {
      throw .malformed(
        path: stream.path, place: .whole, problem: "holds no labels",
        hint: "one label a line, or a .npy of them")
    }
    return labels.finish()
  }

  /// Of a line with several columns and no header.
  private static func hint(forFirstLine fields: [String]) -> String {
    let numbers = fields.compactMap { decimalNumber(Array($0.utf8)[...]) }
    let isOneHot = numbers.count == fields.count && numbers.allSatisfy { $0 == 0 || $0 == 1 }
    return isOneHot && numbers.reduce(0, +) == 1
      ? "a column a class? save numpy.save('labels.npy', labels.argmax(1))"
      : "a header line may name one of them label"
  }
}

extension LineReader {
  /// Of a line whose sample has no label where each must have one.
  func withoutLabel() -> FileError {
    malformed("the label is missing", hint: "leave such rows out")
  }
}
