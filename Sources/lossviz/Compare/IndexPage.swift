import LossPlot

/// The page that shows a comparison: grid, trend, table, then each setting.
struct IndexPage {
  /// By its first line the page is known again, and may be replaced.
  static let mark = "<!-- lossviz compare -->"

  let outcome: StudyOutcome
  let title: String
  let notes: [String]
  /// What was written, with the paths seen from the page.
  let pictures: [StudyPicture]
  let table: StudyTable

  var text: String {
    var parts = [Self.mark + "\n\n# \(title)"]
    let pages = pictures.compactMap(\.subject.page).max().map { $0 + 1 } ?? 0
    for page in 0..<pages {
      parts += images(
        .grid(page),
        alt: "\(title): all settings side by side"
          + (pages > 1 ? ", page \(page + 1) of \(pages)" : ""))
    }
    parts += notes.map { "> \($0)" }
    parts.append(table.markdown.trimmed)
    let trend = images(.trend, alt: "\(title): what was measured against what was varied")
    if !trend.isEmpty { parts += ["## Trend"] + trend }
    parts.append("## Settings")
    for (index, row) in outcome.rows.enumerated() {
      parts.append("### \(row.title.text)")
      for failure in row.failures { parts.append("Seed \(failure.seed): \(failure.message).") }
      if let run = row.median {
        parts += images(
          .setting(index),
          alt: run.altText(style: outcome.study.values.picture.figureStyle(.light)))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The first file of that picture; others only differ in format or theme.
  private func images(_ subject: StudyPicture.Subject, alt: String) -> [String] {
    let own = pictures.filter { $0.subject == subject }
    guard
      let picture = own.first(where: { $0.output.format.form.readers.contains(.browser) })
    else { return [] }
    return ["![\(alt.inMarkdown)](\(baseName(of: picture.output.path).inURL))"]
  }
}
