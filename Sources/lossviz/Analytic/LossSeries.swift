import LossPlot

/// Losses side by side, from options that take lists: `--loss arcface,cosface --m 0.5,0.35`.
///
/// All lists go together; one of a single value goes with every loss that has the option.
struct LossSeries: Sendable {
  /// Their labels are the loss and what was said of it: `ArcFace, m = 0.5, strict`.
  let members: [PullChart.Member]
  /// The loss that is meant where options of losses are given and none is named.
  let assumed: String?

  /// Those that there is something to draw of: they have a class layer.
  static let losses = LossEntry.all.filter { $0.kind == .softmax }
  /// Where nobody names a loss.
  static let standard = ["softmax", "sphereface", "cosface", "arcface"]
  private static let largest = 24

  /// - Parameters:
  ///   - swept: names of losses and values of their options.
  ///   - standard: the losses where nobody says anything.
  /// - Throws: `UsageError` for unlike lists, for a value out of range, and for an option that none
  ///   of the losses has.
  init(_ swept: [SweepAxis], standard: [String] = Self.standard, classes: Int = 2) throws {
    let lists = swept.filter { $0.name != Option.loss.name }
    for axis in [swept[Option.loss.name]].compactMap({ $0 }) + lists { try Self.check(axis) }
    let usual = Self.usual(for: lists, standard: standard)
    var names = swept[Option.loss.name]?.values.all ?? usual
    assumed = swept[Option.loss.name] == nil && !lists.isEmpty ? usual[0] : nil
    let count = max(names.count, lists.map(\.values.count).max() ?? 1)
    guard count <= Self.largest else {
      throw UsageError.conflict("\(count) losses are too many for one picture", hint: "at most 24")
    }
    if names.count == 1 { names = Array(repeating: names[0], count: count) }
    let lengths = [("--loss", names.count)] + lists.map { ($0.label, $0.values.count) }
    for (label, length) in lengths where length != 1 && length != count {
      throw UsageError.conflict(
        "\(label) has \(length) values where another list has \(count)",
        hint: "lists go side by side: give one value, or as many as there are losses")
    }
    let entries = try names.map { name throws(LabError) in try LossEntry.named(name) }
    for list in lists where !entries.contains(where: { $0.option(named: list.name) != nil }) {
      throw UsageError.lacking(list.label, entries[0]) { $0.option(named: list.name) != nil }
    }
    members = try entries.indices.map { index in
      var choice = LossChoice()
      choice.entry = entries[index]
      for list in lists where entries[index].option(named: list.name) != nil {
        let text = list.values[list.values.count == 1 ? 0 : index]
        choice.give(list.name, list.single(text))
      }
      return PullChart.Member(
        entry: choice.entry, settings: try choice.settings(classes: classes),
        label: try Self.label(choice, classes: classes))
    }
  }

  private static func check(_ axis: SweepAxis) throws(UsageError) {
    guard axis.values.count > largest else { return }
    throw .conflict(
      "\(axis.label) has \(groupedText(axis.values.count)) values, too many for one picture",
      hint: "at most \(largest): a larger step makes fewer")
  }

  /// Where nobody names a loss: some to compare, or the usual one with what was said of it.
  ///
  /// As `compare --m 0:0.5:0.1` is about the usual loss.
  static func usual(
    for given: [SweepAxis], standard: [String] = Self.standard
  ) -> [String] {
    guard !given.isEmpty else { return standard }
    let names = [LossEntry.standard.name] + Self.standard + LossEntry.all.map(\.name)
    let fitting = names.first { name in
      guard let entry = LossEntry.all.first(where: { $0.name == name }) else { return false }
      return given.allSatisfy { entry.option(named: $0.name) != nil }
    }
    return [fitting ?? LossEntry.standard.name]
  }

  /// With the margin, whether it was given or not, and every other option that was.
  private static func label(
    _ choice: LossChoice, classes: Int
  ) throws(UsageError) -> RichText {
    let settings = try choice.settings(classes: classes)
    var label = RichText(plain: choice.entry.title)
    for option in choice.entry.options {
      let isGiven = choice.given.contains { $0.option == option.name }
      guard isGiven || option.name.hasPrefix("m"), option.name != "mining", option.name != "metric"
      else { continue }
      switch settings[option.name] {
      case .number(let value)?:
        label = label + ", \(formula: option.symbol) = \(TypedText.text(value))"
      case nil: break
      case .word(let word)?: label = label + RichText(plain: ", \(word)")
      }
    }
    return label
  }

  /// The heads of the losses that have a class layer.
  ///
  /// - Throws: `UsageError.conflict` for a loss that compares samples with one another.
  func heads() throws(UsageError) -> [NamedHead] {
    try members.map { member throws(UsageError) in
      guard let head = member.entry.make(member.settings).classifier else {
        throw .conflict(
          "\(member.entry.name) has no class layer, so no target logit",
          hint: "leave it out, or give a loss of classes, as --loss cosface: losses of pairs and"
            + " triplets compare features with one another")
      }
      return NamedHead(head: head, label: member.label)
    }
  }
}
