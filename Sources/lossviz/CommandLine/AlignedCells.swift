import LossPlot

/// Rows with their cells under one another, each column as wide as its widest cell.
///
/// - Parameters:
///   - gap: spaces between columns.
///   - isNumber: whether the cells of a column stand to the right.
/// - Returns: a line a row, without spaces at its end.
func alignedCells(
  _ rows: [[String]], gap: Int, isNumber: (_ column: Int) -> Bool = { _ in false }
) -> [String] {
  guard let first = rows.first else { return [] }
  let widths = first.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      let padding = String(repeating: " ", count: widths[column] - cell.columns)
      return isNumber(column) ? padding + cell : cell + padding
    }
    return cells.joined(separator: String(repeating: " ", count: gap)).trimmingEnd
  }
}

extension String {
  /// Without spaces at its end.
  var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
