import LossPlot

/// What holds for a picture whose recipe anybody may have written: one that is drawn again, and
/// one that a document names.
struct ReplayLimits: Sendable {
  /// By which the external data must be known again; empty for data that lossviz makes itself.
  let files: [DataFacts.File]
  /// Whether it may take as long as it takes.
  let isSure: Bool

  /// Additions and multiplications of some hours on two cores.
  private static let mostWork = 2e15
  private static let mostTrainings = 1000

  /// - Throws: `FileError.malformed` where these are not the files of the recipe.
  func check(_ found: [DataFacts.File]) throws(FileError) {
    guard !files.isEmpty else { return }
    for (index, file) in files.enumerated() {
      guard index < found.count, found[index].sha256 == file.sha256 else {
        let other = index < found.count ? found[index] : nil
        throw .malformed(
          other?.name ?? file.name, "not the '\(file.name)' that the picture was made from",
          hint: "expected SHA-256 \(file.sha256.prefix(16))…"
            + (other.map { ", found \($0.sha256.prefix(16))…" } ?? ""))
      }
    }
    guard found.count == files.count else {
      throw .malformed(
        found[files.count].name, "the picture was made without it", hint: "leave it out")
    }
  }

  /// - Throws: `UsageError.conflict` for a training that would take a day.
  func check(_ training: Training) throws(UsageError) {
    try check(
      work: training.work,
      "a training of \(groupedText(training.options.steps)) steps here may take a day")
  }

  /// - Throws: `UsageError.conflict` for trainings that together would take a day.
  func check(_ trainings: [Training]) throws(UsageError) {
    try check(
      work: trainings.reduce(0) { $0 + $1.work },
      "\(groupedText(trainings.count)) trainings of this size may take a day")
  }

  private func check(work: Double, _ problem: String) throws(UsageError) {
    guard !isSure, work > Self.mostWork else { return }
    throw .conflict(problem, hint: "--steps 700 does less; --yes does it all the same")
  }

  func check(trainings: Int) throws(UsageError) {
    guard !isSure, trainings > Self.mostTrainings else { return }
    throw .conflict(
      "these are \(groupedText(trainings)) trainings",
      hint: "--yes does them all the same")
  }
}

extension Training {
  /// Additions and multiplications, roughly.
  var work: Double {
    options.operations(inputs: data.train.samples.columns, classes: data.classCount)
  }
}
