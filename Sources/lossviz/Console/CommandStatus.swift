import LossPlot

/// How a command ends, as `$?` shows it.
enum CommandStatus: Int32 {
  case success = 0
  /// A file cannot be read or written, or holds something else than it should.
  case failure = 1
  /// An unknown word or a value out of range.
  case misuse = 2
  /// Training did not stay finite, or collapsed.
  case unstable = 3
  /// What was to be checked does not hold.
  case checkFailed = 4
  case interrupted = 130
  case terminated = 143
}

/// What is said of an error, and how the command ends with it; what only a command finds wrong is
/// thrown as this.
struct Complaint: Error, Equatable {
  let status: CommandStatus
  /// One lower-case clause without a full stop.
  var message: String
  /// What to do next; empty where there is nothing to say.
  var hint: String
}

extension Complaint {
  init(_ error: any Error) {
    switch error {
    case let error as Complaint: self = error
    case let error as UsageError:
      (status, message, hint) = (.misuse, error.description, error.hint)
    case let error as DataMisuse:
      (status, message, hint) = (.misuse, error.description, error.hint)
    case let error as LabError:
      (status, message, hint) = (Complaint.status(of: error), error.description, error.hint)
    case let error as UnfitCase:
      let inFile = error.inFile(error.cause.description, hint: error.cause.hint)
      (status, message, hint) = (.failure, inFile.description, inFile.hint)
    case let error as FileError:
      (status, message, hint) = (.failure, error.description, error.hint)
    case let error as RenderError:
      (status, message, hint) = (Complaint.status(of: error), error.description, error.hint)
    case let error as MemoryShortage:
      (status, message, hint) = (.failure, error.description, error.hint)
    default:
      (status, message, hint) = (.failure, "\(error)", "lossviz --help lists the commands")
    }
  }

  private static func status(of error: LabError) -> CommandStatus {
    switch error {
    case .unknownLoss, .outOfRange, .outOfOrder, .batchOutOfRange, .misfit: .misuse
    case .badData, .badParameter: .failure
    case .diverged, .collapsed: .unstable
    case .stopped: .interrupted
    }
  }

  private static func status(of error: RenderError) -> CommandStatus {
    switch error {
    case .badSize, .tooLarge, .tooWide, .pageTooLarge, .filmTooLarge: .misuse
    case .noMemory, .noFonts, .failed, .badPicture, .noRecipe: .failure
    }
  }

  /// `lossviz: error: …` and, where there is something to do, `  hint: …`.
  func write(to stream: TextStream) {
    var text = stream.style(.error, "lossviz: error: ") + message.withoutControls + "\n"
    if !hint.isEmpty { text += stream.style(.quiet, "  hint: ") + hint.withoutControls + "\n" }
    // If it fails there is nobody left to tell.
    try? stream.write(text)
  }
}

extension String {
  /// As one line of a message: what could speak to the terminal or turn the text around is shown by
  /// its number, and a very long text without its middle.
  var withoutControls: String { shortened.withVisibleControls }

  /// With a number for each sign that has no shape but an effect: controls, the marks that turn the
  /// direction of text, line separators, and what is no character at all.
  var withVisibleControls: String {
    guard unicodeScalars.contains(where: \.isHiddenEffect) else { return self }
    return replacingScalars { scalar in
      scalar.isHiddenEffect
        ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : nil
    }
  }

  /// Sign by sign: an accent after one makes it another character, and yet it acts as what it is.
  func replacingScalars(_ change: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let text = change(scalar) {
        result += text
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private var shortened: String {
    let longest = 2000
    guard unicodeScalars.count > longest else { return self }
    let half = longest / 2
    let left = unicodeScalars.count - 2 * half
    return String(unicodeScalars.prefix(half)) + " … (\(left) characters left out) … "
      + String(unicodeScalars.suffix(half))
  }
}

extension Unicode.Scalar {
  /// Whether it changes how other text is shown, or is no character.
  var isHiddenEffect: Bool {
    switch self {
    case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
      "\u{2028}", "\u{2029}":
      true
    default:
      properties.generalCategory == .control || properties.isNoncharacterCodePoint
    }
  }
}
