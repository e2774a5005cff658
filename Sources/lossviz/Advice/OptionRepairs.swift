import LossPlot

/// An option that a command does not take, or that has no effect here.
struct OptionRepairs {
  let label: String
  let line: TypedLine
  private let command: Command
  /// Without dashes.
  private let name: String

  init(_ label: String, in line: TypedLine) {
    self.label = label
    self.line = line
    command = line.command
    name = String(label.drop { $0 == "-" })
  }

  func unknown(nearest: [String]) -> [Repair] {
    let near = nearest.compactMap { near in
      place().map { Repair(renamed($0, near), "did you mean \(near)?") }
    }
    return longName + spelling + foreign + near + removed("leave it out")
  }

  func ofOthers(_ others: [String]) -> [Repair] {
    let isTraining = [Command.train.name, Command.compare.name].contains(command.name)
    let elsewhere = others.filter { $0 != Command.replay.name }.map { other in
      Repair(line.calling(other), "it belongs to \(other)", isTraining ? .meant : .leftOut)
    }
    let left = removed("it belongs to \(others.listed); leave it out", .meant)
    return longName + operand + foreign + (isTraining ? elsewhere + left : left + elsewhere)
  }

  /// A loss that has the option, the usual one first.
  func ofOtherLosses(_ others: [String]) -> [Repair] {
    let usual = others.filter { $0 == LossEntry.standard.name }
    let changed = (usual + others).map {
      Repair(line.setting("--loss", to: $0), "losses that have it: \(others.listed)")
    }
    return changed + removed("leave it out")
  }

  func withoutEffect(adding words: [String]) -> [Repair] {
    var repairs: [Repair] = []
    if let first = words.first, let place = line.place(of: first) {
      repairs.append(Repair(line.replacing(place, by: words), "to have it"))
    }
    if !words.isEmpty { repairs.append(Repair(line.adding(words), "to have it")) }
    return repairs + removed("leave it out", .meant)
  }

  /// With a value that the option takes.
  var withoutValue: [Repair] {
    guard let option = line.option(label), let place = line.place(of: label, isSwitch: true) else {
      return []
    }
    return option.examples(for: line).map { example in
      Repair(line.replacing(place, by: [label, example]), "for example", .example)
    } + [Repair(line.replacing(place, by: []), "leave it out", .leftOut)]
  }

  /// A command that needs a word more.
  static func ofMissingOperand(in line: TypedLine) -> [Repair] {
    let command = line.command
    let word =
      command.name == Command.explain.name
      ? line.place(of: "--loss")?.text ?? LossEntry.standard.name : command.operands.words.first
    if command.name == Command.figure.name {
      return [Repair(TypedLine(words: [command.name, "--list"]), "for their names")]
    }
    return word.map { [Repair(line.adding([$0]), "for example", .example)] } ?? []
  }

  /// A known switch takes no value; of any other word that follows, nobody knows.
  private func place() -> TypedLine.Place? {
    let known = Command.all.flatMap(\.allOptions).first { $0.name == name }
    guard let place = line.place(of: label, isSwitch: known?.isSwitch ?? false) else { return nil }
    guard let value = place.value else { return place }
    let next = line.words[value]
    let isValue = !next.hasPrefix("-") || TypedText.number(next) != nil || next == "-"
    return isValue
      ? place : TypedLine.Place(option: place.option, value: nil, text: nil)
  }

  private func removed(
    _ reason: String, _ confidence: Repair.Confidence = .leftOut
  ) -> [Repair] {
    guard let place = place() else { return [] }
    var repairs = [Repair(line.replacing(place, by: []), reason, confidence)]
    let isKnown = Command.all.contains { $0.allOptions.contains { $0.name == name } }
    if place.value != nil, !isKnown {
      repairs.append(Repair(line.replacing(at: place.option, by: []), reason, confidence))
    }
    return repairs
  }

  private func renamed(_ place: TypedLine.Place, _ label: String) -> TypedLine {
    let name = String(label.drop { $0 == "-" })
    let isSwitch = command.allOptions.first { $0.name == name }?.isSwitch ?? false
    guard !isSwitch, let text = place.text else {
      return line.replacing(at: place.option, by: [label])
    }
    return line.replacing(place, by: [label, text])
  }

  /// `-m 0.35`, `-loss cosface`, `-m0.35`: a name needs two dashes.
  private var longName: [Repair] {
    guard !label.hasPrefix("--"),
      let index = line.words.lastIndex(where: { $0.hasPrefix(label) && !$0.hasPrefix("--") })
    else { return [] }
    let body = line.words[index].dropFirst()
    let names = Set(Command.all.flatMap(\.allOptions).map(\.name))
    var words: [String] = []
    let whole = String(body.prefix { $0 != "=" })
    if names.contains(whole) || !ForeignWords.option(whole).isEmpty {
      words = ["--" + body]
    } else if let known = names.filter({ body.hasPrefix($0) }).min(by: { $0.count < $1.count }) {
      let rest = body.dropFirst(known.count)
      words = ["--" + known + (rest.isEmpty || rest.hasPrefix("=") ? "" : "=") + rest]
    }
    guard !words.isEmpty else { return [] }
    return [Repair(line.replacing(at: index, by: words), "a name has two dashes")]
  }

  /// `--Weight_Decay`, `--no-bias`.
  private var spelling: [Repair] {
    guard let place = place() else { return [] }
    let plain = name.lowercased().replacing("_", with: "-")
    var repairs: [Repair] = []
    if plain != name { repairs.append(Repair(renamed(place, "--" + plain), "it is spelt so")) }
    for prefix in ["no-", "disable-", "without-"] where plain.hasPrefix(prefix) {
      let rest = String(plain.dropFirst(prefix.count))
      repairs.append(
        Repair(line.replacing(at: place.option, by: ["--\(rest)=no"]), "to turn it off"))
    }
    for prefix in ["use-", "with-", "enable-"] where plain.hasPrefix(prefix) {
      let rest = String(plain.dropFirst(prefix.count))
      repairs.append(Repair(renamed(place, "--" + rest), "it is called so"))
    }
    return repairs
  }

  private var operand: [Repair] {
    guard command.operands.count.upperBound > 0, let place = place(), let text = place.text,
      ["data", "loss", "input", "features"].contains(name)
    else { return [] }
    return [Repair(line.replacing(place, by: [text]), "it stands alone")]
  }

  private var foreign: [Repair] {
    guard let place = place() else { return [] }
    return ForeignWords.option(name).compactMap { meaning in
      switch meaning {
      case .option(let name):
        guard command.allOptions.contains(where: { $0.name == name }) else { return nil }
        let here = name == "output" ? "-o" : "--" + name
        return Repair(renamed(place, here), "it is \(here) here")
      case .words(let words):
        let isFlag = place.text.map { TypedText.flag($0) != nil } ?? false
        return Repair(
          isFlag
            ? line.replacing(place, by: words) : line.replacing(at: place.option, by: words),
          "it is \(words.joined(separator: " ")) here")
      case .inverse(let name):
        guard let value = place.text.flatMap({ TypedText.number($0) }), value > 0 else {
          return nil
        }
        let scale = decimalText(1 / value, places: 2)
        return Repair(
          line.replacing(place, by: ["--" + name, scale]), "a temperature is 1 / \(name)")
      case .operand:
        guard command.operands.count.upperBound > 0, let text = place.text else { return nil }
        return Repair(line.replacing(place, by: [text]), "it stands alone")
      case .none(let reason): return removed(reason, .meant).first
      }
    }
  }
}
