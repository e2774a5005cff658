/// Where the labels stand in a text of labels: a column of their own, or one of several.
struct LabelLayout {
  typealias Problem = ColumnRoles.Problem

  let delimiter: UInt8
  let column: Int
  /// Of the names of the samples' files.
  let sampleNames: Int?
  let hasHeader: Bool

  /// Never in a line: a text with one label a line has all that stands there.
  private static let nothing: UInt8 = 0

  init(_ sample: TableSample) throws(Problem) {
    guard let (delimiter, rows) = Self.divided(sample), let first = rows.first else {
      self.delimiter = Self.nothing
      column = 0
      sampleNames = nil
      hasHeader =
        sample.lines.first.map { ColumnRoles.labelColumn(of: [ColumnRoles.plainName($0)]) } == 0
      return
    }
    self.delimiter = delimiter
    let names = first.map(ColumnRoles.plainName)
    let named = ColumnRoles.labelColumn(of: names)
    var files = Self.fileColumns(rows[...])
    var isHeader = named != nil
    if files.isEmpty, rows.count > 1 {
      files = Self.fileColumns(rows.dropFirst())
      isHeader = isHeader || !files.isEmpty
    }
    let others = names.indices.filter { !files.contains($0) }
    guard let column = named ?? (others.count == 1 && files.count > 0 ? others[0] : nil) else {
      throw Problem(
        text: "expected one label a line, found \(names.count) columns",
        hint: Self.hint(forFirstLine: names))
    }
    self.column = column
    sampleNames = files.first { $0 != column }
    hasHeader = isHeader
  }

  /// Spaces divide only where there are names of files: a label may be of several words.
  private static func divided(_ sample: TableSample) -> (UInt8, [[[UInt8]]])? {
    for delimiter in TableDialect.delimiters {
      guard let rows = sample.rows(dividedBy: delimiter) else { continue }
      if delimiter != TableFields.blank || !fileColumns(rows[...]).isEmpty {
        return (delimiter, rows)
      }
    }
    return nil
  }

  /// Those that hold the names of files.
  private static func fileColumns(_ rows: ArraySlice<[[UInt8]]>) -> [Int] {
    (rows.first ?? []).indices.filter { column in ColumnRoles.areFiles(rows.map { $0[column] }) }
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
