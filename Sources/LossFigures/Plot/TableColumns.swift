/// Where the columns of a table end, so that their words fit.
struct TableColumns {
  /// Of the words.
  let size: Double
  /// Between lines.
  let leading: Double
  /// Of all lines.
  let height: Double
  /// Room for what the rows are called.
  let names: Double
  private let width: Double
  private let gap: Double
  /// Of each column's widest value and the gap left of it.
  private let widths: [Double]
  /// What more there is, for each column.
  private let spare: Double
  /// Whether values stand below the names of their rows.
  private let isStacked: Bool
  private let measure: TextMeasure

  static let gap = 12.0
  private static let leastGap = 6.0
  private static let usualLeading = 16.0
  /// Of a table in a frame that would stay empty below it.
  private static let looseLeading = 22.0
  /// Of type and its leading.
  private static let share = 0.76

  static func usualSize(_ theme: Theme) -> Double { theme.smallSize + 0.5 }

  /// Words that need more than there is are set smaller, by a quarter at most and never below the
  /// least type; values that still have no room beside their names go below them.
  ///
  /// - Parameter isLoose: whether lines stand further apart where there is room.
  init(_ rows: [TableRow], in frame: Rectangle, theme: Theme, isLoose: Bool) {
    let usual = Self.usualSize(theme)
    func widest(_ words: [String]) -> Double {
      words.map { RichText(plain: $0).width(size: usual, by: theme.measure) }.max() ?? 0
    }
    let count = max(1, rows.map { $0.values.count }.max() ?? 1)
    // A sentence has the width of the table to itself.
    let name = widest(rows.filter { !$0.values.isEmpty }.map { $0.name })
    let values = (0..<count).map { column in
      widest(rows.compactMap { column < $0.values.count ? $0.values[column] : nil })
    }
    // A single column's words may begin left of its longest ones' end: row by row they fit.
    let needed = count > 1 ? name + values.reduce(0, +) : 0
    func fitting(_ gap: Double) -> Double {
      needed > 0 ? usual * (frame.width - gap * Double(count)) / needed : usual
    }
    let least = min(usual, max(0.75 * usual, theme.leastType))
    isStacked = count > 1 && fitting(Self.leastGap) < least
    gap = fitting(Self.gap) < least ? Self.leastGap : Self.gap
    let most = isStacked ? least : min(usual, fitting(gap))
    (measure, width) = (theme.measure, frame.width)
    let lines = rows.reduce(0) { [isStacked] in
      $0
        + Self.lines(
          $1, isStacked: isStacked, isAlone: count == 1, width: frame.width, size: most,
          by: theme.measure)
    }
    let usualLines = isLoose ? Self.looseLeading : Self.usualLeading
    leading = min(usualLines, (frame.height + 30) / Double(max(1, lines)))
    height = leading * Double(lines)
    size = max(min(usual, theme.leastType), min(most, leading * Self.share))
    let scale = size / usual
    names = isStacked ? 0 : count > 1 ? name * scale : frame.width
    widths = values.map { [gap] in $0 * scale + gap }
    spare = (frame.width - names - widths.reduce(0, +)) / Double(count)
  }

  private var count: Int { widths.count }

  /// How many lines a row takes.
  private static func lines(
    _ row: TableRow, isStacked: Bool, isAlone: Bool, width: Double, size: Double,
    by measure: TextMeasure
  ) -> Int {
    guard !row.values.isEmpty else {
      return max(1, RichText(plain: row.name).wrapped(width: width, size: size, by: measure).count)
    }
    guard !row.name.isEmpty else { return 1 }
    guard isAlone else { return isStacked ? 2 : 1 }
    let words = ([row.name] + row.values).map { RichText(plain: $0).width(size: size, by: measure) }
    return words.reduce(leastGap, +) > width ? 2 : 1
  }

  /// Whether the row's values stand below its name.
  func stacks(_ row: TableRow) -> Bool {
    !row.values.isEmpty
      && Self.lines(
        row, isStacked: isStacked, isAlone: count == 1, width: width, size: size, by: measure) > 1
  }

  /// The lines of a sentence that has the table's width.
  func sentence(_ words: String) -> [RichText] {
    RichText(plain: words).wrapped(width: width, size: size, by: measure)
  }

  /// Right of the table's left edge.
  func end(of column: Int) -> Double {
    guard count > 1 else { return width }
    return names + widths[...column].reduce(0, +) + spare * Double(column + 1)
  }

  func room(for row: TableRow, _ column: Int) -> Double {
    guard count > 1 else {
      return stacks(row)
        ? width
        : width - RichText(plain: row.name).width(size: size, by: measure) - Self.leastGap
    }
    return widths[column] + spare - gap
  }
}
