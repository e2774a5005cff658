extension ClassLabels {
  /// Reads labels for samples that come without: a `.npy` or IDX array, or a text with one label a
  /// line.
  ///
  /// A text with several columns has the labels in the one that its header calls `label`, or in the
  /// one beside the names of files.
  ///
  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  package static func read(
    _ path: String, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    try read(ByteStream(path: path), allowsMissing: allowsMissing)
  }

  static func read(
    _ stream: ByteStream, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    if NumpyHeader.begins(try stream.peek(6)) {
      return try NumpyArray.readLabels(stream, allowsMissing: allowsMissing)
    }
    let sample = try TableSample(stream)
    let lines = LineReader(stream)
    var layout: LabelLayout?
    var labels = LabelCollector()
    var sampleNames: [String] = []
    while let line = try lines.next() {
      if lines.buffer[line].allSatisfy({ $0 == 32 }) { continue }
      let isFirst = layout == nil
      let known = if let layout { layout } else { try Self.layout(sample, lines) }
      layout = known
      if isFirst, known.hasHeader { continue }
      var fields = TableFields(delimiter: known.delimiter)
      guard fields.divide(line, in: &lines.buffer) else {
        throw lines.malformed("a quote is not closed")
      }
      guard known.column < fields.ranges.count else {
        throw lines.malformed("the label is missing")
      }
      labels.append(cellText(lines.buffer[fields.ranges[known.column]]))
      guard allowsMissing || labels.missing == 0 else { throw lines.withoutLabel() }
      if let column = known.sampleNames, column < fields.ranges.count {
        sampleNames.append(LabelSpelling.text(lines.buffer[fields.ranges[column]]))
      }
    }
    guard labels.count > 0 else {
      throw .malformed(stream.path, "holds no labels", hint: "one label a line, or a .npy of them")
    }
    var all = labels.finish()
    all.sampleNames = sampleNames.count == all.indices.count ? sampleNames : nil
    return all
  }

  private static func layout(
    _ sample: TableSample, _ lines: LineReader
  ) throws(FileError) -> LabelLayout {
    do throws(LabelLayout.Problem) {
      return try LabelLayout(sample)
    } catch {
      throw lines.malformed(error.text, hint: error.hint)
    }
  }
}

extension LineReader {
  /// Of a line whose sample has no label where each must have one.
  func withoutLabel() -> FileError {
    malformed("the label is missing", hint: "leave such rows out")
  }
}
