import LossPlot

/// A registry as a table of names with what they are.
struct Listing: Sendable {
  let name: String
  /// Of the table in Markdown.
  let headings: [String]
  /// The name, then what it is.
  let rows: @Sendable () -> [[String]]
  /// The rows of the table in Markdown, where they say more than those of a terminal.
  var cells: (@Sendable () -> [[String]])?

  static let all = [losses, figures, data, palettes]

  /// - Throws: `UsageError.badValue` with near names.
  static func named(_ word: String) throws(UsageError) -> Listing {
    if let listing = all.first(where: { $0.name == word.lowercased() }) { return listing }
    throw .badValue("list", word, ValueProblem(word: word, words: all.map(\.name)))
  }

  private static let losses = Listing(
    name: "losses",
    headings: ["loss", "year", "target logit, or loss", "options [default]", "source"],
    rows: { byYear.map { [$0.name, year(of: $0), $0.summary, $0.aliases.listed] } },
    cells: {
      byYear.map { entry in
        let options = LossOptionWords.own(of: entry).map { option in
          "`\(option.name)`" + (option.symbol.map { " (\($0))" } ?? "") + " " + option.text
        }
        return [
          entry.title + "\n" + ([entry.name] + entry.aliases).map { "`\($0)`" }.listed,
          year(of: entry),
          RichText(formula: entry.formula).terminalText + "\n" + entry.summary,
          options.joined(separator: "\n"), entry.citation,
        ]
      }
    })

  /// By the year of the paper, in the order of the registry within one.
  private static var byYear: [LossEntry] {
    LossEntry.all.enumerated().sorted {
      ($0.element.year ?? 0, $0.offset) < ($1.element.year ?? 0, $1.offset)
    }.map(\.element)
  }

  private static func year(of entry: LossEntry) -> String { entry.year.map { "\($0)" } ?? "–" }

  private static let figures = Listing(
    name: "figures", headings: ["figure", "shows", "from", "data"], rows: { figureRows })

  private static let data = Listing(
    name: "data", headings: ["data", "are"],
    rows: { DataSource.all.map { [$0.name, $0.summary] } })

  private static let palettes = Listing(
    name: "palettes", headings: ["palette", "has"],
    rows: { Palette.all.map { [$0.name, $0.summary] } })

  /// All of it as a Markdown table.
  var markdown: String {
    markdownTable(headings, cells?() ?? rows().map { ["`\($0[0])`"] + $0.dropFirst() })
  }

  /// Lines with the columns under one another.
  static func aligned(_ rows: [[String]], stream: TextStream) -> [String] {
    zip(rows, alignedCells(rows, gap: 2)).map { row, line in
      stream.style(.name, row[0]) + line.dropFirst(row[0].count)
    }
  }
}
