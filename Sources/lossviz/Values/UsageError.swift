import LossPlot

/// What a command line, an environment variable or a configuration has wrong.
enum UsageError: Error, Equatable {
  /// With the loss that was meant, if one was.
  case unknownCommand(String, nearest: [String], loss: String?)
  case unknownOption(String, nearest: [String])
  /// A key of a configuration.
  case unknownKey(String, nearest: [String])
  /// An option that only other commands have.
  case optionOfOthers(String, command: String, others: [String])
  case missingValue(label: String, expected: String)
  case badValue(label: String, value: String, expected: String, nearest: [String])
  /// A hyper-parameter of other losses.
  case optionOfOtherLosses(label: String, loss: String, others: [String])
  case unexpectedOperand(String, hint: String)
  case missingOperand(String, hint: String)
  /// An option that changes nothing here, and the words that would give it something to change.
  case withoutEffect(label: String, because: String, adding: [String])
  /// A path whose ending says no format of a picture.
  case noFormat(path: String)
  /// Options that do not go together, or not with these data.
  case conflict(String, hint: String)
}

extension UsageError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  var description: String {
    switch self {
    case .unknownCommand(let word, _, _): "unknown command '\(word)'"
    case .unknownOption(let name, _): "unknown option '\(name)'"
    case .unknownKey(let label, _): "\(label) is no option"
    case .optionOfOthers(let name, let command, _): "'\(command)' has no option '\(name)'"
    case .missingValue(let label, _): "\(label) needs a value"
    case .badValue(let label, let value, let expected, _):
      "\(label) cannot be '\(value)'\(expected.isEmpty ? "" : ": it takes \(expected)")"
    case .optionOfOtherLosses(let label, let loss, _): "\(loss) has no \(label)"
    case .unexpectedOperand(let text, _): "unexpected '\(text)'"
    case .missingOperand(let what, _): "\(what) is missing"
    case .withoutEffect(let label, let why, _): "\(label) has no effect: \(why)"
    case .noFormat(let path):
      path.ending.isEmpty
        ? "'\(path)' does not say the format" : "'.\(path.ending)' is no picture format"
    case .conflict(let what, _): what
    }
  }

  /// What to do next; empty where there is nothing to say.
  var hint: String {
    switch self {
    case .unknownCommand(let word, let nearest, let loss):
      if let hint = KnownData.hint(for: word) { return hint }
      if let loss { return "for the loss: --loss \(loss)" }
      return Self.suggestion(nearest, otherwise: "lossviz --help lists the commands")
    case .unknownOption(_, let nearest):
      return Self.suggestion(nearest, otherwise: "lossviz --help lists the options")
    case .unknownKey(_, let nearest):
      return Self.suggestion(
        nearest, otherwise: "keys are options without dashes: lossviz --help lists them")
    case .optionOfOthers(_, let command, let others):
      return others.isEmpty
        ? "lossviz \(command) --help lists its options"
        : "it belongs to \(others.joined(separator: ", ")); leave it out"
    case .missingValue(let label, let expected):
      return expected.isEmpty ? "lossviz --help says what \(label) takes" : "it takes \(expected)"
    case .badValue(let label, _, let expected, let nearest):
      return Self.suggestion(
        nearest,
        otherwise: expected.isEmpty
          ? "lossviz --help says what \(label) takes" : "give \(label) \(expected)")
    case .optionOfOtherLosses(_, let loss, let others):
      return others.isEmpty
        ? "lossviz explain \(loss) lists its options"
        : "losses that have it: \(others.joined(separator: ", "))"
    case .withoutEffect(let label, _, let words):
      return words.isEmpty
        ? "leave \(label) out" : "leave it out, or add \(words.joined(separator: " "))"
    case .noFormat:
      return "end it in \(OutputFormat.endings), or give --format"
    case .unexpectedOperand(_, let hint):
      return hint.isEmpty ? "leave it out; options begin with --" : hint
    case .missingOperand(_, let hint), .conflict(_, let hint): return hint
    }
  }

  private static func suggestion(_ nearest: [String], otherwise: String) -> String {
    nearest.isEmpty ? otherwise : "did you mean \(nearest.joined(separator: ", "))?"
  }
}

extension UsageError {
  static func badValue(_ label: String, _ value: String, _ problem: ValueProblem) -> UsageError {
    .badValue(label: label, value: value, expected: problem.expected, nearest: problem.nearest)
  }

  /// An option that a loss lacks, with the losses that have it.
  static func lacking(
    _ label: String, _ loss: LossEntry, whereas has: (LossEntry) -> Bool
  ) -> UsageError {
    .optionOfOtherLosses(
      label: label, loss: loss.name, others: LossEntry.all.filter(has).map(\.name))
  }
}
