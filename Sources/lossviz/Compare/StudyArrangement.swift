import LossPlot

/// How the settings of a cross product stand in a picture: the longest list along the rows, a block
/// for each loss.
struct StudyArrangement {
  /// The rows of the outcome in the order of the cells.
  let order: [Int]
  let blocks: [Comparison.Block]
  /// Cells in a row of a block; `nil` for one list.
  let columns: Int?
  /// Cells of one list, where a block has several; `nil` for none.
  let list: Int?
  /// The options that the names of the blocks say, and the others.
  private let named: [String]
  private let rest: [String]
  private let wording: SettingWording
  private let language: PageLanguage

  /// More values than this have no room in a row.
  private static let longestRow = 8

  init(_ outcome: StudyOutcome) {
    let rows = outcome.rows
    let swept = outcome.study.swept
    wording = SettingWording(outcome.study)
    language = outcome.study.values.picture.language
    guard swept.count > 1, !outcome.study.values.compare.zips,
      let along = Self.longest(swept.filter { $0 != "loss" }, rows)
    else {
      (order, blocks, columns, list, named, rest) = (Array(rows.indices), [], nil, nil, [], [])
      return
    }
    let count = Self.values(of: along, rows).count
    let others = swept.filter { $0 != along }
    // Each list that is too long for one row is a block of its own.
    let named =
      count > Self.longestRow
      ? others : others.contains("loss") ? ["loss"] : Array(others.dropLast(1).prefix(1))
    self.named = named
    let lines = (count + Self.longestRow - 1) / Self.longestRow
    columns = (count + lines - 1) / lines
    list = lines == 1 ? count : nil
    let names = rows.map { Self.title($0, of: named) }
    let rest = others.filter { !named.contains($0) } + [along]
    self.rest = rest
    // By blocks, then by the values of the other lists.
    let places = rows.indices.map { row in
      [names.firstIndex { $0.text == names[row].text } ?? 0]
        + rest.map { option in
          rows[row].setting.recipe[option].flatMap {
            Self.values(of: option, rows).firstIndex(of: $0)
          } ?? 0
        }
    }
    order = rows.indices.sorted {
      places[$0] == places[$1] ? $0 < $1 : places[$0].lexicographicallyPrecedes(places[$1])
    }
    blocks = Self.blocks(order.map { names[$0] })
  }

  /// A block for each stretch of one name.
  private static func blocks(_ names: [RichText]) -> [Comparison.Block] {
    names.reduce(into: []) { blocks, name in
      if let last = blocks.last, last.title.text == name.text {
        blocks[blocks.count - 1].count += 1
      } else {
        blocks.append(Comparison.Block(name, count: 1))
      }
    }
  }

  /// What differs within a block.
  func title(_ row: StudyOutcome.Row) -> RichText {
    guard !blocks.isEmpty else { return row.title }
    let own = row.labels.map(\.option).filter { !named.contains($0) }
    // The heading has the name of the loss; here is why it stands alone.
    return own.isEmpty ? without : Self.title(row, of: own)
  }

  /// "no m, s".
  private var without: RichText {
    RichText(plain: Wording("no ", zh: "无 ")[language])
      + rest.map { wording.symbol($0) }.joined(separator: ", ")
  }

  private static func title(_ row: StudyOutcome.Row, of options: [String]) -> RichText {
    row.labels.filter { options.contains($0.option) }.map(\.text).joined(separator: ", ")
  }

  /// In the order in which they were given.
  private static func values(of option: String, _ rows: [StudyOutcome.Row]) -> [Recipe.Value] {
    rows.compactMap { $0.setting.recipe[option] }.withoutRepeats
  }

  /// The one with the most values, the last among equals.
  private static func longest(_ options: [String], _ rows: [StudyOutcome.Row]) -> String? {
    options.reversed().max { values(of: $0, rows).count < values(of: $1, rows).count }
  }
}
