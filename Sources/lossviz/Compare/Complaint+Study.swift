/// What a comparison ends with when trainings fail.
extension Complaint {
  /// One did not stay finite or collapsed, and the others were not tried.
  static func settingFailed(name: String, message: String, hint: String) -> Complaint {
    Complaint(
      status: .unstable, message: "\(name): \(message)",
      hint: (hint.isEmpty ? "" : hint + "; ") + "--keep-going does the other settings")
  }

  /// With `--keep-going`: the others are done.
  static func someFailed(names: [String], of all: Int) -> Complaint {
    let shown = names.prefix(5).joined(separator: "; ")
    let rest = names.count > 5 ? "; and \(names.count - 5) more" : ""
    return Complaint(
      status: .unstable, message: "\(names.count) of \(all) trainings failed: \(shown)\(rest)",
      hint: "the table and the panels say why")
  }
}
