import LossLab

/// What was typed, split into options and operands; no value is looked at yet.
struct ParsedArguments {
  var assignments: [Assignment] = []
  var operands: [String] = []

  init(_ words: [String], of command: Command) throws(UsageError) {
    let options = command.allOptions
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if let switches = bundledSwitches(word, among: options) {
        assignments += switches
        continue
      }
      let typed = TypedOption(word)
      guard let option = options.first(where: { typed.names($0) }) else {
        let owners = typed.isShort ? [] : Command.owners(of: typed.name)
        throw owners.isEmpty
          ? typed.unknown(among: options)
          : .optionOfOthers(typed.label, command: command.name, others: owners.map(\.name))
      }
      let text: String
      if let attached = typed.value {
        text = attached
      } else if option.isSwitch {
        text = "yes"
      } else if let next = rest.first, next == "-" || !isOption(next, among: options) {
        text = next
        rest.removeFirst()
      } else {
        throw .missingValue(label: typed.label, expected: option.allowed)
      }
      assignments.append(Assignment(option, typed: text, as: typed.label))
    }
  }
}

/// `-qv` as `-q -v`; `nil` where not each letter is a switch.
private func bundledSwitches(_ word: String, among options: [Option]) -> [Assignment]? {
  guard !word.hasPrefix("--") else { return nil }
  var assignments: [Assignment] = []
  for letter in word.dropFirst() {
    guard let option = options.first(where: { $0.short == letter }), option.isSwitch else {
      return nil
    }
    assignments.append(Assignment(option, typed: "yes", as: "-\(letter)"))
  }
  return assignments
}

/// Whether a word is one of the options, and so cannot be the value of the one before it.
///
/// `-1` and `-0.5` are values.
private func isOption(_ word: String, among options: [Option]) -> Bool {
  guard word.hasPrefix("-") else { return false }
  if word == "--" { return true }
  let typed = TypedOption(word)
  return options.contains { typed.names($0) }
}

/// `--name`, `--name=value`, `-n`, `-nvalue` or `-n=value`, taken apart.
private struct TypedOption {
  let word: String
  let name: String
  let isShort: Bool
  var value: String?

  init(_ word: String) {
    self.word = word
    isShort = !word.hasPrefix("--")
    let body = word.dropFirst(isShort ? 1 : 2)
    if isShort {
      name = String(body.prefix(1))
      let rest = body.dropFirst()
      if !rest.isEmpty { value = String(rest.hasPrefix("=") ? rest.dropFirst() : rest) }
    } else if let equals = body.firstIndex(of: "=") {
      name = String(body[..<equals])
      value = String(body[body.index(after: equals)...])
    } else {
      name = String(body)
    }
  }

  var label: String { (isShort ? "-" : "--") + name }

  func unknown(among options: [Option]) -> UsageError {
    guard !isShort else { return .unknownOption(word, nearest: []) }
    let near = nearestWords(to: name.lowercased(), in: options.map(\.name))
    return .unknownOption(label, nearest: near.map { "--" + $0 })
  }

  func names(_ option: Option) -> Bool {
    guard isShort else { return option.name == name }
    return option.short.map { String($0) == name } == true && !(option.isSwitch && value != nil)
  }
}
