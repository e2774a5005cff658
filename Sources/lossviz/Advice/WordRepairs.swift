import LossPlot

/// A word that stands where none is expected, or a command that there is not.
struct WordRepairs {
  let word: String
  let line: TypedLine
  /// Whether it stands in the place of the command.
  let isFirst: Bool
  private let place: Int
  /// Whether it may be a command: only options stand before it.
  private let canLead: Bool

  init(_ word: String, in line: TypedLine, isFirst: Bool) {
    self.word = word
    self.line = line
    self.isFirst = isFirst
    place = isFirst ? 0 : line.words.lastIndex(of: word) ?? 0
    canLead = isFirst || line.words.first?.hasPrefix("-") == true
  }

  var all: [Repair] {
    guard !line.words.isEmpty else { return [] }
    var repairs = isFirst ? [] : misplaced
    repairs += names + foreignCommand + file + assignment
    repairs += LossWords.exactly(word).prefix(1).flatMap { loss($0) }
    repairs += near
    if let names = LossWords.parts(of: word) { repairs += [losses(names)] }
    if !isFirst {
      repairs.append(Repair(line.replacing(at: place, by: []), "leave it out", .leftOut))
    }
    return repairs
  }

  /// Words that are right in another place, or part of another word.
  private var misplaced: [Repair] {
    var repairs: [Repair] = []
    if Command.named(word) != nil, place > 0 {
      let rest = line.replacing(at: place, by: [])
      repairs.append(Repair(rest.calling(word), "the command comes first"))
    }
    if word.hasPrefix("-"), let dashes = line.words.firstIndex(of: "--") {
      repairs.append(Repair(line.replacing(at: dashes, by: []), "options come without --"))
    }
    guard place > 0 else { return repairs }
    let before = line.words[place - 1]
    if TypedText.flag(word) != nil, before.hasPrefix("--") {
      let joined = line.replacing(at: place, by: []).replacing(
        at: place - 1, by: ["\(before)=\(word)"])
      repairs.append(Repair(joined, "a switch takes its value after ="))
    }
    guard Command.named(word) == nil else { return repairs }
    // --m 0.1 0.2 0.3
    if place > 1, line.words[place - 2].hasPrefix("-"), !before.hasPrefix("-") {
      let end = line.words[place...].firstIndex { $0.hasPrefix("--") } ?? line.words.count
      var joined = line.words
      joined.replaceSubrange(
        place - 1..<end, with: [line.words[place - 1..<end].joined(separator: ",")])
      repairs.append(Repair(TypedLine(words: joined), "lists have commas"))
    }
    return repairs
  }

  /// With these words in front, and without the word.
  private func leading(_ words: [String]) -> TypedLine {
    TypedLine(words: words + line.replacing(at: place, by: []).words)
  }

  private func loss(_ name: String) -> [Repair] {
    let rest = line.replacing(at: place, by: [])
    guard let given = rest.place(of: "--loss"), let text = given.text else {
      return [Repair(line.replacing(at: place, by: ["--loss", name]), "for the loss")]
    }
    return [
      Repair(rest.replacing(given, by: ["--loss", "\(text),\(name)"]), "losses go in one list"),
      Repair(rest.replacing(given, by: ["--loss", name]), "for the loss", .example),
    ]
  }

  private func losses(_ names: [String]) -> Repair {
    let list = line.replacing(at: place, by: ["--loss", names.joined(separator: ",")])
    let isOne = isFirst || line.command.name == Command.train.name
    return Repair(isOne ? list.calling(Command.compare.name) : list, "losses side by side")
  }

  /// The names of losses, data, figures and lists.
  private var names: [Repair] {
    let name = word.lowercased()
    var repairs: [Repair] = []
    if let entry = LossEntry.all.first(where: { $0.isNamed(name) }) { repairs += loss(entry.name) }
    if let source = DataSource.named(name) {
      repairs.append(
        Repair(line.replacing(at: place, by: ["--data", source.name]), "for the data"))
    }
    if let figure = Figure.named(name), canLead {
      repairs.append(Repair(leading(["figure", figure.name]), "for the figure"))
    }
    if canLead, let list = Listing.all.first(where: { $0.name == name }) {
      repairs.append(Repair(TypedLine(words: ["list", list.name]), "for the list"))
    }
    if canLead, let palette = Palette.named(name) {
      repairs.append(
        Repair(line.replacing(at: place, by: ["--palette", palette.name]), "for the colors"))
    }
    return repairs
  }

  private var foreignCommand: [Repair] {
    guard canLead, let words = ForeignWords.command(word) else { return [] }
    let standsAlone = ["--version", "--help", "list"].contains(words.first)
    let reason = words.isEmpty ? "it needs no word" : "it is \(words.joined(separator: " ")) here"
    return [Repair(standsAlone ? TypedLine(words: words) : leading(words), reason)]
  }

  /// A file is for the command or the option that reads such files.
  private var file: [Repair] {
    let reader: String
    switch word.ending == "gz" ? String(word.dropLast(3)).ending : word.ending {
    case _ where isFolder(word): reader = "--data"
    case "npy", "npz", "csv", "tsv", "pt", "pth", "pkl", "pickle", "mat", "h5", "hdf5", "parquet",
      "safetensors", "xlsx":
      reader = Command.plot.name
    case "svg", "png", "pdf", "gif", "apng":
      guard fileExists(word) else {
        let reason = "inspect and replay read a picture; to write it"
        return [Repair(line.replacing(at: place, by: ["-o", word]), reason)]
      }
      reader = Command.replay.name
    case "md", "markdown", "qmd": reader = Command.docs.name
    case "json": reader = documentReader
    default: return []
    }
    if reader.hasPrefix("-") {
      return [Repair(line.replacing(at: place, by: [reader, word]), "for the file")]
    }
    return canLead ? [Repair(leading([reader, word]), "for the file")] : []
  }

  /// A JSON document says itself what it is for.
  private var documentReader: String {
    // Whoever reads what is none then says what is wrong with it.
    guard let bytes = try? readFile(word, limit: 1 << 28),
      case .object(let fields)? = try? JSONValue(parsing: bytes, path: word)
    else { return "--config" }
    if fields["cases"] != nil { return Command.evaluate.name }
    return fields["kind"] != nil && fields["facts"] != nil ? "--from-run" : "--config"
  }

  /// `m=0.35`, or `m 0.35`.
  private var assignment: [Repair] {
    let name = String(word.prefix { $0 != "=" }).lowercased().replacing("_", with: "-")
    let options = canLead ? Command.train.allOptions : line.command.allOptions
    let isKnown =
      options.contains { $0.name == name } || !ForeignWords.option(name).isEmpty
    guard isKnown, word.contains("=") || place + 1 < line.words.count else { return [] }
    return [Repair(line.replacing(at: place, by: ["--" + word]), "options begin with --")]
  }

  private var near: [Repair] {
    guard names.isEmpty, KnownData.hint(for: word) == nil else { return [] }
    let losses = LossEntry.all.flatMap { [$0.name] + $0.aliases }
    var candidates = losses + DataSource.all.filter { $0.form == .named }.map(\.name)
    if canLead {
      candidates += Command.all.map(\.name) + Figure.all.map(\.name) + Listing.all.map(\.name)
    }
    return nearestWords(to: word.lowercased(), in: candidates).flatMap { near -> [Repair] in
      if canLead, Command.named(near) != nil {
        return [Repair(leading([near]), "did you mean \(near)?")]
      }
      return WordRepairs(near, in: line.replacing(at: place, by: [near]), isFirst: isFirst).names
    }
  }
}
