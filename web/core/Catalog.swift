import LossLab
import LossPictures
import LossScene

/// The registry of losses as JSON, from which the page makes its controls.
enum Catalog {
  /// - Parameter classes: on which defaults and bounds depend.
  static func json(classes: Int) -> [UInt8] {
    let entries = LossEntry.all.map { json($0, classes: classes) }
    return Array("[\(entries.joined(separator: ",\n"))]".utf8)
  }

  private static func json(_ entry: LossEntry, classes: Int) -> String {
    let settings = entry.settings(classes: classes)
    let bounds = Bounds(entry: entry, settings: settings, classes: classes, dimensions: 2)
    let options = entry.options.map { json($0, settings) }
    let remarks = entry.typedRemarks.map { jsonText(RichText(markup: $0).terminalText) }
    return "{\"name\": \(jsonText(entry.name)), \"title\": \(jsonText(entry.title)), "
      + "\"group\": \"\(group(entry))\", \"summary\": \(jsonText(entry.summary)), "
      + "\"formula\": \(jsonText(RichText(formula: entry.formula).terminalText)), "
      + "\"citation\": \(jsonText(entry.citation)), "
      + "\"remarks\": [\(remarks.joined(separator: ", "))], "
      + "\"leastClasses\": \(entry.leastClasses), "
      + "\"bound\": \(bounds.largestMargin.map { numberText($0) } ?? "null"), "
      + "\"leastScale\": \(numberText(bounds.smallestScale)), "
      + "\"options\": [\(options.joined(separator: ", "))]}"
  }

  /// What it does to a classifier: nothing to the target logit, a margin, or no class layer at all.
  private static func group(_ entry: LossEntry) -> String {
    if entry.kind == .metric { return "metric" }
    return entry.isAnnealed || entry.options.contains { $0.risesFrom != nil } ? "margin" : "softmax"
  }

  private static func json(_ option: LossOption, _ settings: LossSettings) -> String {
    var text = "{\"name\": \(jsonText(option.name)), "
    text += "\"symbol\": \(jsonText(RichText(formula: option.symbol).terminalText)), "
    text += "\"help\": \(jsonText(option.help)), \"allowed\": \(jsonText(option.allowed)), "
    text += "\"radians\": \(option.unit == .radians ? "true" : "false"), "
    text += "\"isMargin\": \(option.risesFrom == nil ? "false" : "true"), "
    switch option.values {
    case .words(let words, let usual):
      text += "\"words\": [\(words.map { jsonText($0) }.joined(separator: ", "))], "
      text += "\"default\": \(jsonText(usual))}"
    case .number(let range, _):
      text += "\"lower\": \(numberText(range.lower)), \"upper\": \(numberText(range.upper)), "
      text += "\"excludesLower\": \(range.excludesLower ? "true" : "false"), "
      text += "\"excludesUpper\": \(range.excludesUpper ? "true" : "false"), "
      text += "\"isInteger\": \(range.isInteger ? "true" : "false"), "
      text += "\"default\": \(numberText(settings.number(option.name) ?? 0))}"
    }
    return text
  }
}
