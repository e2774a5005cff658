/// The manual page of section 1, made from the table of options.
struct ManualPage {
  var text: String { lines.joined(separator: "\n") + "\n" }

  private var lines: [String] {
    [".TH LOSSVIZ 1 \"\" \"lossviz \(Lossviz.version)\" \"User Commands\""]
      + [".SH NAME"] + Roff.lines("lossviz \\- " + Roff.escaped(Command.train.summary))
      + [".SH SYNOPSIS"] + synopsis
      + [".SH COMMANDS"] + Command.all.flatMap(command)
      + [".SH OPTIONS"] + options(Command.train.allOptions)
      + Command.all.dropFirst().flatMap(ownOptions)
      + [".SH ENVIRONMENT"] + paragraph(environment)
      + [".SH \"EXIT STATUS\""] + statuses.flatMap { item(Roff.bold($0.code), [$0.meaning]) }
      + [".SH EXAMPLES"]
      + Command.all.flatMap(\.examples).flatMap { item(Roff.bold($0), [$1]) }
  }

  private var synopsis: [String] {
    Roff.lines(Roff.bold("lossviz") + " [" + Roff.italic("OPTIONS") + "]") + [".br"]
      + Roff.lines(
        Roff.bold("lossviz") + " " + Roff.italic("COMMAND") + " [" + Roff.italic("OPTIONS") + "]")
  }

  private func command(_ command: Command) -> [String] {
    let isDefault = command.name == Command.train.name
    let usage = (isDefault ? "\(command.name) " : "") + command.usage
    return item(Roff.bold(usage), [command.summary + (isDefault ? " The default." : "")])
  }

  /// The options of a command that the default one has not, or not with that meaning.
  private func ownOptions(_ command: Command) -> [String] {
    let own = command.allOptions.filter { option in
      !Command.train.allOptions.contains { $0.hasMeaning(of: option) }
    }
    let shared = command.options.filter { option in
      Command.train.allOptions.contains { $0.hasMeaning(of: option) }
    }
    guard !own.isEmpty || !shared.isEmpty else { return [] }
    var lines = [".SH \"OPTIONS OF \(Roff.escaped(command.name.uppercased()))\""] + options(own)
    guard !shared.isEmpty else { return lines }
    if !own.isEmpty { lines.append(".PP") }
    let names = shared.map { Roff.bold("--\($0.name)") }.joined(separator: ", ")
    lines += Roff.lines("As above: \(names).")
    return lines
  }

  private func options(_ options: [Option]) -> [String] {
    OptionGroup.allCases.flatMap { group in
      let members = options.filter { $0.group == group }
      guard !members.isEmpty else { return [String]() }
      return [".SS \"\(Roff.escaped(group.rawValue))\""] + members.flatMap(option)
    }
  }

  private func option(_ option: Option) -> [String] {
    var name = option.spellings.map { Roff.bold($0) }.joined(separator: ", ")
    if let placeholder = option.placeholder { name += " " + Roff.italic(placeholder) }
    return item(name, option.paragraphs)
  }

  /// A name, escaped already, with what is said of it.
  private func item(_ name: String, _ paragraphs: [String]) -> [String] {
    var lines = [".TP", name]
    for (index, text) in paragraphs.enumerated() {
      if index > 0 { lines.append(".br") }
      lines += paragraph(text)
    }
    return lines
  }

  private func paragraph(_ text: String) -> [String] { Roff.lines(Roff.escaped(text)) }

  private let environment =
    "Every option that a configuration may have is read from LOSSVIZ_NAME, too: LOSSVIZ_LOSS,"
    + " LOSSVIZ_WEIGHT_DECAY. An option on the command line wins over it, and it over --config."

  private let statuses: [(code: String, meaning: String)] = [
    (CommandStatus.success, "all went well"),
    (.failure, "a file cannot be read or written, or holds something else than it should"),
    (.misuse, "an unknown word, or a value out of range"),
    (.unstable, "a training did not stay finite, or collapsed"),
    (.checkFailed, "what was to be checked does not hold"),
    (.interrupted, "interrupted"),
    (.terminated, "told to end"),
  ].map { status, meaning in ("\(status.rawValue)", meaning) }
}

extension Option {
  /// Whether both are described by the same words.
  fileprivate func hasMeaning(of other: Option) -> Bool {
    name == other.name && help == other.help && range == other.range
      && defaultText == other.defaultText && details.map(\.text) == other.details.map(\.text)
  }
}
