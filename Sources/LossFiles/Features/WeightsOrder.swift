import LossLab

extension WeightsOrder.Sequence {
  /// The order in which classes stand by themselves: see `LabelSpelling.order`.
  static func usual(for names: [String]) -> Self {
    names.allSatisfy { LabelSpelling.plainNumber($0) != nil } ? .natural : .bytes
  }

  /// For each class its row of as many, or more, rows.
  ///
  /// - Parameters:
  ///   - names: in the usual order.
  ///   - appearance: the classes as the labels come; each once.
  /// - Returns: `nil` where the names do not say it.
  func rowOfClass(_ names: [String], appearance: [Int], rows: Int) -> [Int]? {
    guard rows == names.count else { return numberedRows(names, of: rows) }
    let all = Array(names.indices)
    switch self {
    case .natural:
      return Self.places(all.sorted { names[$0].isBeforeNaturally(names[$1]) })
    case .bytes:
      return Self.places(all.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) })
    case .appearance: return appearance.count == rows ? Self.places(appearance) : nil
    case .rowAfter: return all.map { ($0 + 1) % rows }
    case .rowBefore: return all.map { ($0 + rows - 1) % rows }
    }
  }

  /// With more rows than classes, names that are numbers say which row is theirs.
  private func numberedRows(_ names: [String], of rows: Int) -> [Int]? {
    let shift: Int
    switch self {
    case .natural: shift = 0
    case .rowAfter: shift = 1
    case .rowBefore: shift = -1
    case .bytes, .appearance: return nil
    }
    guard names.count < rows else { return nil }
    let places = names.compactMap { LabelSpelling.wholeNumber($0) }.map { $0 + shift }
    let areOwn = places.count == names.count && Set(places).count == places.count
    return areOwn && places.allSatisfy { (0..<rows).contains($0) } ? places : nil
  }

  /// For each class where it stands in an order.
  private static func places(_ order: [Int]) -> [Int] {
    var places = Array(repeating: 0, count: order.count)
    for (row, label) in order.enumerated() { places[label] = row }
    return places
  }
}

extension String {
  /// Whether a name comes before another where digits within names count as numbers.
  func isBeforeNaturally(_ other: String) -> Bool {
    if let first = decimalNumber(Array(utf8)[...]),
      let second = decimalNumber(Array(other.utf8)[...]),
      first.isFinite, second.isFinite, first != second
    {
      return first < second
    }
    let (a, b) = (Self.parts(Array(utf8)), Self.parts(Array(other.utf8)))
    for (first, second) in zip(a, b) where first != second {
      guard let x = first.first, let y = second.first, Self.isDigit(x), Self.isDigit(y) else {
        return first.lexicographicallyPrecedes(second)
      }
      let (left, right) = (first.drop { $0 == 48 }, second.drop { $0 == 48 })
      if left.count != right.count { return left.count < right.count }
      if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
    }
    if a.count != b.count { return a.count < b.count }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Runs of digits and of other bytes, by turns.
  private static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for byte in bytes {
      if let last = parts.last?.last, isDigit(last) == isDigit(byte) {
        parts[parts.count - 1].append(byte)
      } else {
        parts.append([byte])
      }
    }
    return parts
  }
}
