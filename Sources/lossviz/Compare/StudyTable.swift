import LossPlot

/// The table of a comparison: a line for each setting.
struct StudyTable: Sendable {
  let outcome: StudyOutcome
  private var study: Study { outcome.study }

  /// The options that tell the settings apart; the loss where nothing else does.
  private var options: [String] { study.swept.isEmpty ? ["loss"] : study.swept }

  private func value(_ option: String, _ row: StudyOutcome.Row) -> String {
    row.setting.recipe[option]?.text(separator: ",") ?? ""
  }

  private var metrics: [ComparedMetric] { ComparedMetric.all.filter(\.isTelling) }
  private var hasFailures: Bool { outcome.rows.contains { !$0.failures.isEmpty } }

  private func head(_ language: PageLanguage) -> [String] {
    options + metrics.map { language == .zh ? $0.chinese : $0.title }
      + (hasFailures ? [Wording("failed", zh: "失败")[language]] : [])
  }

  /// Cells as a person reads them.
  private func cells(_ row: StudyOutcome.Row) -> [String] {
    var cells = options.map { value($0, row) } + metrics.map { $0.text(row.runs) }
    if hasFailures {
      cells.append(
        row.failures.isEmpty
          ? ""
          : study.seeds.count == 1
            ? row.failures[0].message
            : "\(row.failures.count) of \(study.seeds.count): \(row.failures[0].message)")
    }
    return cells
  }

  /// Lines for a terminal; numbers to the right.
  func lines(_ stream: TextStream) -> [String] {
    let rows = [head(study.values.picture.language)] + outcome.rows.map(cells)
    let lines = alignedCells(rows, gap: 2, isNumber: isMetric)
    return [stream.style(.heading, lines[0])] + lines.dropFirst()
  }

  private func isMetric(_ column: Int) -> Bool {
    (options.count..<options.count + metrics.count).contains(column)
  }

  var markdown: String { markdownTable(head(.en), outcome.rows.map(cells), isNumber: isMetric) }

  /// All metrics with all their digits: means, and standard deviations over the seeds.
  var csv: String {
    let head =
      options + ["name", "seeds", "failed"]
      + ComparedMetric.all.flatMap { [$0.key, $0.key + "_sd"] }
    let rows = outcome.rows.map { row in
      options.map { value($0, row) } + [row.name, "\(row.runs.count)", "\(row.failures.count)"]
        + ComparedMetric.all.flatMap { metric -> [String] in
          let values = metric.values(row.runs)
          guard !values.isEmpty else { return ["", ""] }
          return [numberText(mean(values)), numberText(standardDeviation(values))]
        }
    }
    return ([head] + rows).map { $0.map(tableCell).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }

  var json: JSONValue {
    .list(
      outcome.rows.map { row in
        var fields: [String: JSONValue] = [
          "name": .text(row.name), "seeds": .number(Double(row.runs.count)),
          "failed": .list(
            row.failures.map {
              ["seed": .number(Double($0.seed)), "message": .text($0.message)]
            }),
        ]
        for option in options { fields[option] = row.setting.recipe.jsonValue(option) }
        for metric in ComparedMetric.all {
          let values = metric.values(row.runs)
          fields[metric.key] =
            values.isEmpty
            ? .null
            : ["mean": .number(mean(values)), "sd": .number(standardDeviation(values))]
        }
        return .object(fields)
      })
  }
}

extension Recipe {
  /// The value of an option as a part of a document; null where it has none.
  func jsonValue(_ option: String) -> JSONValue {
    guard case .object(let fields) = value else { return .null }
    return fields[option] ?? .null
  }
}
