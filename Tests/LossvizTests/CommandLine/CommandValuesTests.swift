import LossLab
import LossPlot
import Testing

@testable import lossviz

/// What a command depends on is what its options say.
struct CommandValuesTests {
  /// What options take; of each the first that fits and changes something is enough.
  private static let texts = [
    "yes", "no", "2", "3", "7", "0.3", "20", "100", "none", "a", "a,b", "a.svg", "a.npy", "a.json",
    "a.html", "0.3,0.6",
    "1,2", "2,3", "1,2,3,4", "1/2", "mlp:8", "62x47", "{loss}",
  ]

  @Test(arguments: Command.all.filter { $0.name != Command.replay.name }.map(\.name))
  func everyOptionChangesWhatItsCommandAsksFor(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    // Configurations are read before there are values.
    for option in command.options where option.name != Option.config.name {
      #expect(changes(option, of: command), "\(name) --\(option.name)")
    }
  }

  private func changes(_ option: Option, of command: Command) -> Bool {
    let loss = command.options.first { $0.name == Option.loss.name }
    // Some options are for some losses.
    let losses = option.group == .loss && option.name != Option.loss.name ? LossEntry.all : []
    let contexts =
      [[]] + losses.compactMap { entry in loss.map { [Self.given($0, entry.name)] } }
    return contexts.contains { context in
      guard let usual = text(command, context) else { return false }
      return (option.words + Self.texts).filter(option.takes).contains { value in
        let other = text(command, context + [Self.given(option, value)])
        return other != nil && other != usual
      }
    }
  }

  /// As a configuration has it: what is typed is kept as such, whatever becomes of it.
  private static func given(_ option: Option, _ text: String) -> Assignment {
    Assignment(
      option: option,
      value: GivenText(
        text: text, source: .configuration(file: "a.json", key: option.name)))
  }

  /// All that a command asks for, as text; `nil` where it refuses the call.
  private func text(_ command: Command, _ given: [Assignment]) -> String? {
    let needed = command.options.filter {
      $0.name == "classes" && command.name == Command.advise.name
    }.map { Self.given($0, "10") }
    let operand = command.operands.words.first ?? "x.npy"
    do {
      let call = try Call(
        Arguments(
          assignments: needed + given,
          operands: command.operands.count.upperBound == 0 ? [] : [operand]), of: command)
      return Self.text(try command.values(call))
    } catch {
      return nil
    }
  }

  /// Without which options were given, and how they stand in a recipe: that is no use of them.
  private static func text(_ value: Any) -> String {
    if value is GivenOptions || value is Recipe { return "" }
    if let entry = value as? LossEntry { return entry.name }
    let children = Mirror(reflecting: value).children
    return children.isEmpty
      ? "\(value)"
      : "(" + children.map { "\($0.label ?? ""):\(text($0.value))" }.joined(separator: ",") + ")"
  }
}
