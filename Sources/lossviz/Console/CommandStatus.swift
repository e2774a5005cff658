import LossLab
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

/// What is said of an error, and how the command ends with it.
struct Complaint: Equatable {
  let status: CommandStatus
  let message: String
  var hint: String

  init(failure message: String, hint: String) {
    (status, self.message, self.hint) = (.failure, message, hint)
  }

  init(_ error: any Error) {
    switch error {
    case let error as UsageError:
      (status, message, hint) = (.misuse, error.description, error.hint)
    case let error as StudyError:
      (status, message, hint) = (.unstable, error.description, error.hint)
    case let error as LabError:
      (status, message, hint) = (Complaint.status(of: error), error.description, error.hint)
    case let error as FileError:
      (status, message, hint) = (.failure, error.description, error.hint)
    case let error as RenderError:
      (status, message, hint) = (Complaint.status(of: error), error.description, error.hint)
    case let error as MemoryShortage:
      (status, message, hint) = (.failure, error.description, error.hint)
    case let error as DocumentFault:
      (status, message, hint) = (error.status, error.message, error.hint)
    case let error as DocumentFaults:
      (status, message, hint) = (error.status, error.message, error.hint)
    case let error as CheckFailure:
      (status, message, hint) = (.checkFailed, error.message, error.hint)
    default:
      (status, message, hint) = (.failure, "\(error)", "lossviz --help lists the commands")
    }
  }

  private static func status(of error: LabError) -> CommandStatus {
    switch error {
    case .unknownLoss, .outOfRange, .inapplicable: .misuse
    case .badData: .failure
    case .diverged, .collapsed: .unstable
    case .stopped: .interrupted
    }
  }

  private static func status(of error: RenderError) -> CommandStatus {
    switch error {
    case .badSize, .tooLarge: .misuse
    case .noMemory, .noFonts, .failed, .badPicture, .noRecipe: .failure
    }
  }
}

extension String {
  /// With a mark for every control character, so that no file can speak to the terminal.
  var withoutControls: String {
    var result = ""
    for scalar in unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return result
  }
}

extension Complaint {
  /// `lossviz: error: …` and, where there is something to do, `  hint: …`.
  func write(to stream: TextStream) {
    var text = stream.style(.error, "lossviz: error: ") + message.withoutControls + "\n"
    if !hint.isEmpty { text += stream.style(.quiet, "  hint: ") + hint.withoutControls + "\n" }
    do {
      try stream.write(text)
    } catch {
      // There is nobody left to tell.
    }
  }
}
