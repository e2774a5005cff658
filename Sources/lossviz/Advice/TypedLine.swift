import LossPlot

/// The words of a command line, to be changed word by word.
struct TypedLine: Hashable, Sendable {
  var words: [String]

  /// As a shell reads it.
  var text: String { (["lossviz"] + words).map { shellQuoted($0) }.joined(separator: " ") }

  /// Where an option stands, and where its value does.
  struct Place {
    let option: Int
    /// `nil` where the value hangs on the option, or there is none.
    let value: Int?
    let text: String?
  }

  /// - Parameters:
  ///   - label: `--m` or `-o`, as a message says it.
  ///   - value: of several, the one with this value.
  ///   - isSwitch: whether no value follows.
  func place(of label: String, value: String? = nil, isSwitch: Bool = false) -> Place? {
    for (index, word) in words.enumerated().reversed() {
      let place: Place
      if word == label {
        let hasNext = !isSwitch && index + 1 < words.count
        place = Place(
          option: index, value: hasNext ? index + 1 : nil, text: hasNext ? words[index + 1] : nil)
      } else if word.hasPrefix(label + "=") {
        place = Place(option: index, value: nil, text: String(word.dropFirst(label.count + 1)))
      } else if !label.hasPrefix("--"), word.hasPrefix(label), word.count > label.count {
        place = Place(option: index, value: nil, text: String(word.dropFirst(label.count)))
      } else {
        continue
      }
      if value == nil || place.text == value || place.text == nil { return place }
    }
    return nil
  }

  /// With other words in the place of an option and its value.
  func replacing(_ place: Place, by new: [String]) -> TypedLine {
    var result = words
    let end = place.value ?? place.option
    result.replaceSubrange(place.option...end, with: new)
    return TypedLine(words: result)
  }

  func replacing(at index: Int, by new: [String]) -> TypedLine {
    var result = words
    result.replaceSubrange(index...index, with: new)
    return TypedLine(words: result)
  }

  func adding(_ new: [String]) -> TypedLine { TypedLine(words: words + new) }

  /// With that value of an option, in the place of the one that is there.
  func setting(_ label: String, to value: String) -> TypedLine {
    setting(place(of: label), of: label, to: value)
  }

  func setting(_ place: Place?, of label: String, to value: String) -> TypedLine {
    place.map { replacing($0, by: [label, value]) } ?? adding([label, value])
  }

  /// With a command in front, in the place of the one that is there.
  func calling(_ name: String) -> TypedLine {
    let hasCommand = words.first.flatMap(Command.named) != nil
    let isDefault = name == Command.train.name
    return TypedLine(words: (isDefault ? [] : [name]) + words.dropFirst(hasCommand ? 1 : 0))
  }

  /// The command that the first word calls.
  var command: Command { words.first.flatMap(Command.named) ?? .train }

  /// The option of that command that a message calls so: `--m`, `-o`.
  func option(_ label: String) -> Option? {
    let name = String(label.drop { $0 == "-" })
    return command.allOptions.first {
      label.hasPrefix("--") ? $0.name == name : $0.short.map { String($0) } == name
    }
  }
}
