import CLibrary

/// What went wrong with a file, in words for the person who named it.
public enum FileError: Error, Equatable, Sendable {
  /// The system would not open or read it.
  case unreadable(path: String, reason: String, hint: String)
  /// The system would not make or write it.
  case unwritable(path: String, reason: String, hint: String)
  /// It was read, but holds something else than it should.
  case malformed(path: String, place: Place, problem: String, hint: String)
  /// Nobody reads standard output any more: the command ends quietly.
  case outputClosed

  /// Where in a file something is wrong.
  public enum Place: Equatable, Sendable {
    /// No one place.
    case whole
    /// Counted from 0, in the bytes after inflating.
    case byte(Int)
    /// Counted from 1.
    case line(Int)
    /// A value of a JSON document: `runs[3].label`.
    case key(String)
  }

  /// Of a file as a whole.
  package static func malformed(_ path: String, _ problem: String, hint: String) -> FileError {
    .malformed(path: path, place: .whole, problem: problem, hint: hint)
  }
}

extension FileError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason, _): "cannot read \(FileError.source(path)): \(reason)"
    case .unwritable(let path, let reason, _):
      "cannot write \(path == "-" ? "standard output" : "'\(path)'"): \(reason)"
    case .malformed(let path, let place, let problem, _):
      switch place {
      case .whole: "\(FileError.source(path)): \(problem)"
      case .byte(let offset): "\(FileError.source(path)), byte \(offset): \(problem)"
      case .line(let number): "\(FileError.source(path)), line \(number): \(problem)"
      case .key(let key): "\(FileError.source(path)), \(key): \(problem)"
      }
    case .outputClosed: "standard output was closed"
    }
  }

  /// What to do next; empty where there is nothing to say.
  public var hint: String {
    switch self {
    case .unreadable(let path, _, let hint):
      hint.isEmpty ? nearbyName(path) ?? "give a file that is there and may be read" : hint
    case .unwritable(_, _, let hint):
      hint.isEmpty ? "choose another place with -o" : hint
    case .malformed(_, let place, _, let hint):
      hint.isEmpty ? FileError.usualHint(place) : hint
    // Nobody is there to read it.
    case .outputClosed: ""
    }
  }

  private static func usualHint(_ place: Place) -> String {
    switch place {
    case .whole: "make or fetch the file again"
    case .byte: "the file is damaged, or of another kind: make or fetch it again"
    case .line: "correct that line"
    case .key(let key): "correct '\(key)' there, or let lossviz write the file again"
    }
  }

  private static func source(_ path: String) -> String {
    path == "-" ? "standard input" : "'\(path)'"
  }

  /// What the system's error number says about writing a path.
  static func unwritable(_ path: String, code: Int32) -> FileError {
    let hint =
      switch code {
      case ENOSPC, EDQUOT: "free some, or choose another place with -o"
      case EFBIG: "ulimit -f raises the limit; --scale or another format makes the file smaller"
      default: "choose another with -o"
      }
    return .unwritable(path: path, reason: reason(code), hint: hint)
  }

  /// What the system's error number means, without its jargon.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ENOSPC, EDQUOT: "no space left"
    case EFBIG: "the file would be larger than files may be here"
    case EROFS: "the file system is read-only"
    case ENAMETOOLONG: "the name is too long"
    case EPIPE: "its reader has gone"
    case ELOOP: "too many symbolic links"
    case EMFILE, ENFILE: "too many open files"
    default: String(cString: strerror(code))
    }
  }
}
