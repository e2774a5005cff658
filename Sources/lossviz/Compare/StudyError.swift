/// What a comparison ends with when trainings fail.
enum StudyError: CommandFailure, Equatable {
  /// One did not stay finite or collapsed, and the others were not tried.
  case settingFailed(name: String, message: String, hint: String)
  /// With `--keep-going`: the others are done.
  case someFailed(names: [String], of: Int)
}

extension StudyError {
  var status: CommandStatus { .unstable }

  /// One lower-case clause without a full stop.
  var message: String {
    switch self {
    case .settingFailed(let name, let message, _): return "\(name): \(message)"
    case .someFailed(let names, let all):
      let shown = names.prefix(5).joined(separator: "; ")
      let rest = names.count > 5 ? "; and \(names.count - 5) more" : ""
      return "\(names.count) of \(all) trainings failed: \(shown)\(rest)"
    }
  }

  var hint: String {
    switch self {
    case .settingFailed(_, _, let hint):
      (hint.isEmpty ? "" : hint + "; ") + "--keep-going does the other settings"
    case .someFailed: "the table and the panels say why"
    }
  }
}
