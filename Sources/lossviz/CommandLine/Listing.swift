import LossLab
import LossPlot

/// A registry as a table of names with what they are.
struct Listing: Sendable {
  let name: String
  let rows: @Sendable () -> [Row]

  struct Row: Sendable {
    let name: String
    let columns: [String]
  }

  static let all = [losses, figures, data, palettes]

  /// - Throws: `UsageError.badValue` with near names.
  static func named(_ word: String) throws(UsageError) -> Listing {
    if let listing = all.first(where: { $0.name == word.lowercased() }) { return listing }
    let names = all.map(\.name)
    throw .badValue(
      label: "list", value: word, expected: names.alternatives,
      nearest: nearestWords(to: word.lowercased(), in: names))
  }

  private static let losses = Listing(name: "losses") {
    // By the year of the paper, in the order of the registry within one.
    LossEntry.all.enumerated().sorted {
      ($0.element.year ?? 0, $0.offset) < ($1.element.year ?? 0, $1.offset)
    }.map { _, entry in
      Row(
        name: entry.name,
        columns: [entry.year.map { "\($0)" } ?? "–", entry.summary, entry.aliases.listed])
    }
  }

  private static let figures = Listing(name: "figures") { figureRows }

  private static let data = Listing(name: "data") {
    DataSource.all.map { Row(name: $0.name, columns: [$0.summary]) }
  }

  private static let palettes = Listing(name: "palettes") {
    Palette.all.map { Row(name: $0.name, columns: [$0.summary]) }
  }

  /// Lines with the columns under one another.
  static func aligned(_ rows: [Row], stream: TextStream) -> [String] {
    let columns = rows.map(\.columns.count).max() ?? 0
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.columns.count ? $0.columns[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = stream.style(.name, row.name) + padding(nameWidth - row.name.count)
      for (column, text) in row.columns.enumerated() where !text.isEmpty {
        line += "  " + text
        let isLast = row.columns[(column + 1)...].allSatisfy(\.isEmpty)
        if !isLast { line += padding(widths[column] - text.count) }
      }
      return line
    }
  }

  private static func padding(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
