/// The rows of each person, and of those who have many a few that stand for all.
struct PersonRows: Sendable {
  /// How many rows each person has.
  let counts: [Int]
  /// For each person at most `limit` of the rows, evenly picked.
  let some: [[Int]]

  static let limit = 300

  init(_ labels: [Int]) {
    let members = rowsOfClasses(labels, classes: (labels.max() ?? -1) + 1)
    counts = members.map { $0.count }
    some = members.map { evenly($0, Self.limit) }
  }
}

extension CosineBlock {
  /// Every row of the left with every row of the right, block by block.
  mutating func forEachPair(
    _ left: UnitRows, _ right: UnitRows, _ body: (_ row: Int, _ other: Int, Double) -> Void
  ) {
    for start in stride(from: 0, to: left.count, by: CosineBlock.leftRows) {
      let lines = start..<min(left.count, start + CosineBlock.leftRows)
      forEachPair(left, lines, right, body)
    }
  }

  /// The same for a few rows of the left, and those of the right from `first` on.
  mutating func forEachPair(
    _ left: UnitRows, _ lines: Range<Int>, _ right: UnitRows, from first: Int = 0,
    _ body: (_ row: Int, _ other: Int, Double) -> Void
  ) {
    for begin in stride(from: first, to: right.count, by: CosineBlock.rightRows) {
      let columns = begin..<min(right.count, begin + CosineBlock.rightRows)
      fill(left, lines, right, columns)
      for row in lines {
        let line = (row - lines.lowerBound) * columns.count
        for column in columns { body(row, column, values[line + column - begin]) }
      }
    }
  }

  /// Every two of the rows once.
  mutating func forEachOwnPair(
    _ rows: UnitRows, _ body: (_ row: Int, _ other: Int, Double) -> Void
  ) {
    forEachPair(rows, rows) { row, other, likeness in
      if row < other { body(row, other, likeness) }
    }
  }
}
