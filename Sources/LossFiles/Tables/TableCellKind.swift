/// What a cell holds, by itself.
enum TableCellKind: Equatable {
  case empty
  case number
  /// So many numbers in one cell.
  case vector(Int)
  case text

  var isNumeric: Bool {
    switch self {
    case .number, .vector: true
    case .empty, .text: false
    }
  }

  init(_ cell: [UInt8], delimiter: UInt8) {
    if Self.isMissing(cell[...]) {
      self = .empty
    } else if decimalNumber(cell[...]) != nil
      || delimiter != UInt8(ascii: ",") && Self.hasDecimalComma(cell)
    {
      self = .number
    } else if let numbers = vectorNumbers(cell[...]), numbers.count > 1 {
      self = .vector(numbers.count)
    } else {
      self = .text
    }
  }

  /// Nothing, or what programs write for a number that is not there.
  static func isMissing(_ cell: ArraySlice<UInt8>) -> Bool {
    guard cell.count <= 6 else { return cell.allSatisfy { $0 == 32 } }
    return missingWords.contains(
      String(decoding: cell, as: UTF8.self).lowercased().filter { $0 != " " })
  }

  private static let missingWords: Set<String> = [
    "", "na", "n/a", "<na>", "nan", "null", "none", "?", ".", "-", "nil",
  ]

  /// `-0,3`: one comma with digits on either side, which would be a number with a point.
  static func hasDecimalComma(_ cell: [UInt8]) -> Bool {
    guard let comma = cell.firstIndex(of: UInt8(ascii: ",")) else { return false }
    var plain = cell
    plain[comma] = UInt8(ascii: ".")
    return decimalNumber(plain[...]).map(\.isFinite) ?? false
  }
}

/// The numbers of a cell that holds several, `[0.1, 0.2]` or `0.1 0.2`; `nil` for anything else.
func vectorNumbers(_ cell: ArraySlice<UInt8>) -> [Double]? {
  var inside = cell
  if let open = cell.firstIndex(where: { "[({".utf8.contains($0) }) {
    // tensor([…]) and array([…]) as they are printed.
    guard let close = cell.lastIndex(where: { "])}".utf8.contains($0) }), open < close else {
      return nil
    }
    inside = cell[(open + 1)..<close]
    while let first = inside.first, "[( ".utf8.contains(first) { inside = inside.dropFirst() }
    while let last = inside.last, "]) ".utf8.contains(last) { inside = inside.dropLast() }
  }
  let parts = inside.split { [32, 9, 10, 13, UInt8(ascii: ","), UInt8(ascii: ";")].contains($0) }
  var numbers: [Double] = []
  for part in parts {
    guard let number = decimalNumber(part) else { return nil }
    numbers.append(number)
  }
  return numbers.isEmpty ? nil : numbers
}
