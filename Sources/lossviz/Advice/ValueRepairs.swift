import LossPlot

/// A value that an option does not take.
struct ValueRepairs {
  let label: String
  let value: String
  let nearest: [String]
  let line: TypedLine
  private let command: Command
  private let option: Option?
  private let place: TypedLine.Place?

  init(_ label: String, _ value: String, nearest: [String], in line: TypedLine) {
    self.label = label
    self.value = value
    self.nearest = nearest
    self.line = line
    command = line.command
    option = line.option(label)
    // Of a list, one part may be wrong.
    place = line.place(of: label, value: value) ?? line.place(of: label)
  }

  /// The value as it stands on the line: of a list, all of it.
  private var given: String { place?.text ?? value }

  var all: [Repair] {
    guard let option, let place else { return operand }
    var repairs: [Repair] = []
    for meaning in ForeignWords.option(option.name) {
      // A scale of 64 is that of the loss.
      guard case .option(let other) = meaning, other != option.name,
        command.allOptions.contains(where: { $0.name == other })
      else { continue }
      repairs.append(
        Repair(line.replacing(place, by: ["--" + other, given]), "it is --\(other) of the loss"))
    }
    if option.name == Option.loss.name { repairs += losses }
    if let word = ForeignWords.value(value, of: option.name) {
      repairs.append(replaced(word, "it is \(word) here"))
    }
    repairs += nearest.map { replaced($0, "did you mean \($0)?") }
    if option.isSweepable { repairs += lists }
    repairs += NumberWords.meant(by: given, of: option).map { giving($0.text, $0.reason) }
    if option.isOfLosses { repairs += MarginRepairs(line: line, place: place, option: option).all }
    if option.name == "classes" { repairs += classes(place) }
    if let first = given.split(whereSeparator: { ",:".contains($0) }).first, first != given,
      !option.isSweepable
    {
      let reason = "one value: lists are for --loss, --noise, --seed and options of losses"
      repairs.append(giving(String(first), reason, .example))
    }
    repairs += option.examples(for: line).map { giving($0, "for example", .example) }
    return repairs + [Repair(line.replacing(place, by: []), "leave it out", .leftOut)]
  }

  private func giving(
    _ text: String, _ reason: String, _ confidence: Repair.Confidence = .meant
  ) -> Repair {
    Repair(line.setting(place, of: label, to: text), reason, confidence)
  }

  /// Of a list, the one word that was wrong.
  private func replaced(_ word: String, _ reason: String) -> Repair {
    let parts = given.split(separator: ",").map { String($0).trimmed }
    let text =
      parts.count > 1
      ? parts.map { $0.lowercased() == value.lowercased() ? word : $0 }.joined(separator: ",")
      : word
    return giving(text, reason)
  }

  /// A word after a command that is none of its words.
  private var operand: [Repair] {
    guard let index = line.words.lastIndex(of: value) else { return [] }
    return nearest.map { Repair(line.replacing(at: index, by: [$0]), "did you mean \($0)?") }
      + command.operands.words.prefix(1).map {
        Repair(line.replacing(at: index, by: [$0]), "for example", .example)
      }
  }

  private var losses: [Repair] {
    func compared(_ names: [String], _ reason: String) -> [Repair] {
      let list = giving(names.joined(separator: ","), reason).line
      return [Repair(list.calling(Command.compare.name), reason)]
    }
    if let names = LossWords.parts(of: value) {
      return compared(names, "losses are not added; side by side")
    }
    let parts = given.split(separator: ",").map { String($0).trimmed }
    let names = parts.compactMap { LossWords.meant(by: $0).first }
    if parts.count > 1, names.count == parts.count {
      return compared(names, "several losses side by side")
    }
    return LossWords.exactly(value).map { giving($0, "it is \($0) here") }
  }

  /// Several values are for a comparison; lists of other languages are spelt so here.
  private var lists: [Repair] {
    let isList = given.contains { ",:".contains($0) }
    let spellings = (isList ? [given] : []) + ListWords.meant(by: given).filter { $0 != given }
    return spellings.flatMap { text -> [Repair] in
      let spelt = giving(text, "lists are 0,0.1,0.2, ranges FIRST:LAST:STEP")
      let compared = Repair(
        spelt.line.calling(Command.compare.name), "several values are for a comparison")
      return text != given ? [spelt, compared] : [compared]
    }
  }

  private func classes(_ place: TypedLine.Place) -> [Repair] {
    if ["all", "*", "any"].contains(given.lowercased()) {
      return [Repair(line.replacing(place, by: []), "all are the default")]
    }
    let bounds = given.split { ":-. ".contains($0) }.compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] < bounds[1], bounds[1] - bounds[0] < 30 else {
      let names = ListWords.plain(given)
      return names == given ? [] : [giving(names, "as a list")]
    }
    return [giving((bounds[0]...bounds[1]).map { "\($0)" }.joined(separator: ","), "as a list")]
  }
}

extension Option {
  /// Values that it takes, the usual one first.
  func examples(for line: TypedLine) -> [String] {
    var texts: [String] = []
    if isOfLosses {
      let name = line.place(of: "--loss")?.text ?? LossEntry.standard.name
      let entries = [LossEntry.all.first { $0.isNamed(name) } ?? .standard]
      for option in entries.compactMap({ $0.option(named: self.name) }) {
        switch option.values {
        case .number(_, .fixed(let value)): texts.append(TypedText.text(value))
        case .number: texts += [entries[0].name == "arcface" ? "0.5" : "0.35", "0.1"]
        case .words(let words, _): texts += words
        }
      }
    }
    texts += [defaultText, String(defaultText.prefix { !"; ".contains($0) })] + words
    switch placeholder {
    case "FILE.json": texts.append("run.json")
    case "FILE": texts.append("table.csv")
    case "TEXT": texts.append("Title")
    case "DIR": texts.append("output")
    default: texts += Self.exampleValues
    }
    return texts.filter { !$0.isEmpty && !$0.hasPrefix("{") && takes($0) }
  }

  private static let exampleValues = ["10", "1", "2", "0.5", "1/8"]
}
