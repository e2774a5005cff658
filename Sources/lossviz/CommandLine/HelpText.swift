import LossPlot

/// The help of a command, made from its table of options.
struct HelpText {
  let command: Command
  let stream: TextStream

  private static let column = 30

  /// Everything: what it does, how it is called, every option with range and default.
  var text: String {
    var lines = [command.summary, ""]
    lines += usage
    lines += examples
    if isDefault { lines += commands }
    for group in OptionGroup.allCases {
      let options = command.allOptions.filter { $0.group == group && $0.isListed }
      guard !options.isEmpty else { continue }
      lines += ["", heading(group.rawValue)]
      for option in options { lines += self.lines(of: option) }
    }
    return (lines + unlisted).joined(separator: "\n") + "\n"
  }

  /// Options whose explanation is that of another command.
  private var unlisted: [String] {
    let names = command.allOptions.filter { !$0.isListed }.map { "--" + $0.name }
    guard !names.isEmpty else { return [] }
    return [
      "", heading("Options of the command that drew it (lossviz COMMAND --help explains them)"),
    ] + wrap(names.listed, width: TwoColumns.width - 2).map { "  " + $0 }
  }

  private var isDefault: Bool { command.name == Command.train.name }

  private var usage: [String] {
    [stream.style(.heading, "Usage:") + " lossviz \(command.usage)"]
      + (isDefault ? ["       lossviz COMMAND --help"] : [])
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    let width = (command.examples.map(\.key.count).max() ?? 0) + 3
    return ["", heading("Examples")]
      + command.examples.map { line, does in
        "  " + stream.style(.name, line) + String(repeating: " ", count: width - line.count) + does
      }
  }

  private var commands: [String] {
    ["", heading("Commands")]
      + Command.all.filter { $0.name != command.name }.flatMap {
        entry("  \($0.usage)", [$0.summary])
      }
  }

  private func heading(_ text: String) -> String {
    stream.style(.heading, text)
  }

  private func lines(of option: Option) -> [String] {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.placeholder.map { " \($0)" } ?? ""
    return entry("  \(short)--\(option.name)\(value)", option.paragraphs)
  }

  private func entry(_ name: String, _ paragraphs: [String]) -> [String] {
    TwoColumns(column: Self.column, stream: stream).lines(name, paragraphs)
  }
}

extension Option {
  /// What it is, its range and default; then what it means to some losses.
  var paragraphs: [String] {
    let text =
      help + (range.isEmpty ? "" : "; \(range)") + (defaultText.isEmpty ? "" : " [\(defaultText)]")
    return (text.isEmpty ? [] : [text]) + details.map { "\($0.label): \($0.text)" }
  }
}
