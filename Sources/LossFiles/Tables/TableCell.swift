/// A text as it stands in a table divided by commas.
///
/// A spreadsheet takes a cell that begins with one of some signs for a formula, quoted or not, and
/// runs it. A `'` before it makes it text; numbers stay numbers. Lines end rows, so a line end in
/// a text becomes a space, and a zero byte, which no text file may have, a replacement character.
package func tableCell(_ text: String) -> String {
  var cell = text
  if startsFormula(text.utf8) && !isPlainNumber(text) || isMarkedText(text.utf8) {
    cell = "'" + text
  }
  guard cell.unicodeScalars.contains(where: { ",;\t\"\n\r\0".unicodeScalars.contains($0) }) else {
    return cell
  }
  var quoted = "\""
  for scalar in cell.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\"\""
    case "\n", "\r": quoted += " "
    case "\0": quoted += "\u{FFFD}"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// The text that `tableCell` made such a cell of: without the `'` that only keeps it from being a
/// formula.
func cellText(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  isMarkedText(cell) ? cell.dropFirst() : cell
}

/// Whether it begins with one `'` or more and then a sign that starts a formula.
///
/// A text that does so by itself gets one more, so that each comes back as it was.
private func isMarkedText(_ bytes: some Collection<UInt8>) -> Bool {
  let rest = bytes.drop { $0 == UInt8(ascii: "'") }
  return rest.startIndex != bytes.startIndex && startsFormula(rest)
}

/// The signs, and the wide forms of them that some spreadsheets take for the same.
private let formulaSigns: [[UInt8]] = ["=", "+", "-", "@", "\t", "\r", "\n", "=", "+", "-", "@"]
  .map { Array($0.utf8) }

private func startsFormula(_ bytes: some Collection<UInt8>) -> Bool {
  formulaSigns.contains { bytes.starts(with: $0) }
}

private func isPlainNumber(_ text: String) -> Bool {
  guard !text.utf8.contains(32), let number = decimalNumber(Array(text.utf8)[...]) else {
    return false
  }
  return number.isFinite
}

extension String {
  /// As it stands in a cell of a Markdown table.
  package var markdownCell: String {
    var cell = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "|", "\\": cell += "\\\(scalar)"
      case "<": cell += "&lt;"
      case _ where scalar.properties.generalCategory == .control: cell += " "
      case "\u{2028}", "\u{2029}": cell += " "
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cell
  }
}

/// A Markdown table; line ends in a cell are kept as `<br>`.
///
/// - Parameter isNumber: whether the cells of a column stand to the right.
package func markdownTable(
  _ headings: [String], _ rows: [[String]], isNumber: (_ column: Int) -> Bool = { _ in false }
) -> String {
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
  let cells = ([headings] + rows).map { row in
    row.map { cell in
      cell.split(separator: "\n").map { String($0).markdownCell }.joined(separator: "<br>")
    }
  }
  let rule = headings.indices.map { isNumber($0) ? "---:" : "---" }
  return ([cells[0], rule] + cells.dropFirst()).map(line).joined()
}
