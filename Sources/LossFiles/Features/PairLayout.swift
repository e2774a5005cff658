/// How the lines of a list of pairs are divided, and what they mean.
struct PairLayout {
  let form: PairForm
  let hasHeader: Bool
  private let delimiter: UInt8

  init(_ sample: TableSample, classNames: [String]) {
    let first = sample.lines.first ?? []
    let others = sample.lines.dropFirst().first ?? first
    let delimiters = [9, UInt8(ascii: ","), UInt8(ascii: ";")]
    delimiter = delimiters.first { others.contains($0) } ?? TableFields.blank
    let own = delimiter
    var lines = sample.lines.map { Self.fields(of: $0[...], delimiter: own) }
    // `10 300`, the folds and their pairs, before lines with more fields.
    let isCounted =
      lines.count > 1 && lines[0].count <= 2 && lines[1].count > 2
      && lines[0].allSatisfy { Int($0) != nil }
    if isCounted { lines.removeFirst() }
    hasHeader = !isCounted && Self.isHeader(lines)
    form = PairForm(hasHeader ? Array(lines.dropFirst()) : lines, classNames: classNames)
  }

  func fields(of line: ArraySlice<UInt8>) -> [String] {
    Self.fields(of: line, delimiter: delimiter)
  }

  private static func fields(of line: ArraySlice<UInt8>, delimiter: UInt8) -> [String] {
    var buffer = Array(line)
    var fields = TableFields(delimiter: delimiter)
    guard fields.divide(0..<buffer.count, in: &buffer) else { return [] }
    return fields.ranges.map { LabelSpelling.text(buffer[$0]) }.filter { !$0.isEmpty }
  }

  /// Words where all other lines have numbers or verdicts.
  private static func isHeader(_ lines: [[String]]) -> Bool {
    guard lines.count > 1, let first = lines.first, first.count == lines[1].count,
      first.count > 1
    else { return false }
    return first.indices.contains { column in
      let others = lines.dropFirst().compactMap { column < $0.count ? $0[column] : nil }
      let areNumbers = others.allSatisfy { Int($0) != nil }
      let areVerdicts = column == 2 && others.allSatisfy { PairForm.verdict($0) != nil }
      return areNumbers && Int(first[column]) == nil
        || areVerdicts && PairForm.verdict(first[column]) == nil
    }
  }
}
