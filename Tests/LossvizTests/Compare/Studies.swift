import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// The study of a command line, with little data and few steps.
func study(_ words: String...) throws -> Study {
  try Study(
    CompareValues(
      Command.compare.call(
        words + ["--samples", "20", "--steps", "3"], environment: Environment { _ in nil })))
}

/// A folder that is removed when the test is over.
final class StudyFolder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      // What stays there is for the system to remove.
    }
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// The names in a folder of it, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }
}
