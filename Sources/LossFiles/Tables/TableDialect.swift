/// How the fields of a table are divided and its numbers written.
struct TableDialect {
  let delimiter: UInt8
  let hasDecimalComma: Bool
  /// The cells of the first lines, all with as many; empty where the lines do not agree.
  let rows: [[[UInt8]]]

  /// In the order in which they are believed where several divide all lines alike.
  static let delimiters: [UInt8] =
    [9, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), TableFields.blank]

  init(_ sample: TableSample) {
    var best: (delimiter: UInt8, rows: [[[UInt8]]], share: Double)?
    for delimiter in Self.delimiters {
      guard let rows = sample.rows(dividedBy: delimiter) else { continue }
      let cells = rows.dropFirst(rows.count > 1 ? 1 : 0).flatMap { $0 }
      let numbers = cells.filter { TableCellKind($0, delimiter: delimiter).isNumeric }
      let share = Double(numbers.count) / Double(max(1, cells.count))
      if best.map({ share > $0.share }) ?? true { best = (delimiter, rows, share) }
    }
    let first = sample.lines.first ?? []
    let fallback = [UInt8(ascii: ","), 9, UInt8(ascii: ";")].first { first.contains($0) }
    delimiter = best?.delimiter ?? fallback ?? UInt8(ascii: ",")
    rows = best?.rows ?? []
    let own = delimiter
    hasDecimalComma =
      own != UInt8(ascii: ",")
      && rows.contains { row in row.contains { TableCellKind.hasDecimalComma($0) } }
      && !rows.contains { row in
        row.contains { $0.contains(UInt8(ascii: ".")) && decimalNumber($0[...]) != nil }
      }
  }
}
