import LossLab
import LossPlot

/// Losses side by side, from options that take lists: `--loss arcface,cosface --m 0.5,0.35`.
///
/// All lists go together; one of a single value goes with every loss that has the option.
struct LossSeries: Sendable {
  struct Member: Sendable {
    let entry: LossEntry
    let settings: LossSettings
    /// The loss and what was said of it: `ArcFace, m = 0.5, strict`.
    let label: RichText
  }

  let members: [Member]

  /// Where nobody names a loss.
  static let standard = ["softmax", "sphereface", "cosface", "arcface"]
  private static let largest = 24

  /// - Throws: `UsageError` for unlike lists, for a value out of range, and for an option that none
  ///   of the losses has.
  init(_ given: [LossChoice.GivenValue], names: GivenText?, classes: Int = 2) throws {
    var names = try names.map { try Self.list($0) } ?? Self.usual(for: given)
    let lists = try given.map {
      (option: $0.option, value: $0.value, parts: try Self.list($0.value))
    }
    let count = max(names.count, lists.map(\.parts.count).max() ?? 1)
    guard count <= Self.largest else {
      throw UsageError.conflict("\(count) losses are too many for one picture", hint: "at most 24")
    }
    if names.count == 1 { names = Array(repeating: names[0], count: count) }
    let lengths = [("--loss", names.count)] + lists.map { ($0.value.label, $0.parts.count) }
    for (label, length) in lengths where length != 1 && length != count {
      throw UsageError.conflict(
        "\(label) has \(length) values where another list has \(count)",
        hint: "lists go side by side: give one value, or as many as there are losses")
    }
    let entries = try names.map { name throws(LabError) in try LossEntry.named(name) }
    for list in lists where !entries.contains(where: { $0.option(named: list.option) != nil }) {
      throw UsageError.optionOfOtherLosses(
        label: list.value.label, loss: entries[0].name,
        others: LossEntry.all.filter { $0.option(named: list.option) != nil }.map(\.name))
    }
    members = try entries.indices.map { index in
      var choice = LossChoice()
      choice.entry = entries[index]
      for list in lists where entries[index].option(named: list.option) != nil {
        var value = list.value
        value.text = list.parts.count == 1 ? list.parts[0] : list.parts[index]
        choice.given.append(.init(option: list.option, value: value))
      }
      return Member(
        entry: choice.entry, settings: try choice.settings(classes: classes),
        label: try Self.label(choice, classes: classes))
    }
  }

  private static func list(_ given: GivenText) throws(UsageError) -> [String] {
    let values: SweepValues
    do throws(ValueProblem) {
      values = try SweepValues(given.text)
    } catch {
      throw .badValue(
        label: given.label, value: given.text, expected: error.expected, nearest: error.nearest)
    }
    guard values.count <= largest else {
      throw .conflict(
        "\(given.label) has \(TypedText.grouped(values.count)) values, too many for one picture",
        hint: "at most \(largest): a larger step makes fewer")
    }
    return (0..<values.count).map { values[$0] }
  }

  /// Where nobody names a loss: some to compare, or the usual one with what was said of it.
  ///
  /// As `compare --m 0:0.5:0.1` is about the usual loss.
  static func usual(for given: [LossChoice.GivenValue]) -> [String] {
    guard !given.isEmpty else { return standard }
    let names = [LossEntry.standard.name] + standard + LossEntry.all.map(\.name)
    let fitting = names.first { name in
      guard let entry = LossEntry.all.first(where: { $0.name == name }) else { return false }
      return given.allSatisfy { entry.option(named: $0.option) != nil }
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
  func heads() throws(UsageError) -> [(head: MarginSoftmax, label: RichText)] {
    var heads: [(head: MarginSoftmax, label: RichText)] = []
    for member in members {
      guard let head = member.entry.make(member.settings).classifier else {
        throw .conflict(
          "\(member.entry.name) has no class layer, so no target logit",
          hint: "leave it out, or give a loss of classes, as --loss cosface: losses of pairs and"
            + " triplets compare features with one another")
      }
      heads.append((head, member.label))
    }
    return heads
  }
}
