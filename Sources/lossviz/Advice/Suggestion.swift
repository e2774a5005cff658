import LossPlot

/// The command line that somebody meant who typed one that is refused.
///
/// Repairs are tried one after another, and what they make is checked as if it had been typed:
/// what is suggested is accepted.
enum Suggestion {
  /// A line that was refused, and why.
  private struct Refused {
    let line: TypedLine
    let error: any Error
    /// Of the first repair.
    let reason: String?
  }

  /// Longer lines are no help to read.
  private static let longest = 400
  private static let deepest = 4
  private static let mostTries = 150

  /// A word or two of what was wrong, and the line to type: `for the loss: lossviz --loss arcface`.
  ///
  /// - Parameter error: what the words end with.
  static func hint(
    for words: [String], error: any Error, environment: Environment
  ) -> String? {
    guard error is UsageError || error is LabError || error is DataMisuse,
      words.reduce(0, { $0 + $1.utf8.count }) <= longest,
      // Standard input is not there to be tried.
      !(words.contains("-") && words.contains { $0.hasPrefix("--config") })
    else { return nil }
    let start = Refused(line: TypedLine(words: words), error: error, reason: nil)
    return Repair.Confidence.allCases.lazy.compactMap { search(from: start, $0, environment) }.first
  }

  private static func hint(_ reason: String, _ line: TypedLine) -> String {
    let sign = reason.hasSuffix("?") ? " " : reason.contains(": ") ? "; as in " : ": "
    return reason + sign + line.text
  }

  /// Few changes before many.
  private static func search(
    from start: Refused, _ confidence: Repair.Confidence, _ environment: Environment
  ) -> String? {
    var known: Set<TypedLine> = [start.line]
    var queue = [start]
    var tries = 0
    for _ in 0..<deepest {
      var next: [Refused] = []
      for refused in queue {
        for repair in Repair.all(of: refused.error, in: refused.line)
        where repair.confidence.rawValue <= confidence.rawValue {
          guard tries < mostTries else { return nil }
          guard known.insert(repair.line).inserted else { continue }
          tries += 1
          let reason = refused.reason ?? repair.reason
          guard let error = Lossviz.refusal(of: repair.line.words, environment: environment) else {
            return hint(reason, repair.line)
          }
          next.append(Refused(line: repair.line, error: error, reason: reason))
        }
      }
      queue = next
    }
    return nil
  }
}

/// One change of a command line, and why.
struct Repair {
  let reason: String
  let line: TypedLine
  let confidence: Confidence

  /// How sure it is that this was meant; what is less sure is tried after all that is more.
  enum Confidence: Int, CaseIterable {
    case meant
    /// A value that the option takes in the place of one that means nothing.
    case example
    /// Without the word.
    case leftOut
  }

  init(_ line: TypedLine, _ reason: String, _ confidence: Confidence = .meant) {
    self.reason = reason
    self.line = line
    self.confidence = confidence
  }

  /// What may be meant, the likeliest first.
  static func all(of error: any Error, in line: TypedLine) -> [Repair] {
    let typography = Typography.repaired(line).map { Repair($0, "dashes and quotes are plain") }
    let own: [Repair] =
      switch error {
      case let error as UsageError: repairs(of: error, in: line)
      case LabError.unknownLoss(let name, let nearest, _):
        line.words.indices.filter { line.words[$0].lowercased() == name.lowercased() }
          .flatMap { index in
            LossWords.meant(by: name, nearest: nearest).map {
              Repair(line.replacing(at: index, by: [$0]), "did you mean \($0)?")
            }
          }
      case LabError.misfit, is DataMisuse: dataRepairs(in: line)
      default: []
      }
    return [typography].compactMap { $0 } + own
  }

  private static func repairs(of error: UsageError, in line: TypedLine) -> [Repair] {
    switch error {
    case .unknownCommand(let word, _, _): WordRepairs(word, in: line, isFirst: true).all
    case .unexpectedOperand(let word, _): WordRepairs(word, in: line, isFirst: false).all
    case .missingOperand: OptionRepairs.ofMissingOperand(in: line)
    case .unknownOption(let label, let nearest):
      OptionRepairs(label, in: line).unknown(nearest: nearest)
    case .optionOfOthers(let label, _, let others):
      OptionRepairs(label, in: line).ofOthers(others)
    case .missingValue(let label, _): OptionRepairs(label, in: line).withoutValue
    case .badValue(let label, let value, _, let nearest):
      ValueRepairs(label, value, nearest: nearest, in: line).all
    case .optionOfOtherLosses(let label, _, let others):
      OptionRepairs(label, in: line).ofOtherLosses(others)
    case .withoutEffect(let label, _, let adding):
      OptionRepairs(label, in: line).withoutEffect(adding: adding)
    case .noFormat(let path): FormatRepairs(path: path, line: line).all
    case .unknownKey, .conflict: []
    }
  }

  private static func dataRepairs(in line: TypedLine) -> [Repair] {
    guard let place = line.place(of: "--data"), let text = place.text else { return [] }
    return nearestWords(to: text.lowercased(), in: Option.data.words).map {
      Repair(line.replacing(place, by: ["--data", $0]), "did you mean \($0)?")
    }
  }
}
