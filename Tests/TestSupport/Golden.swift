import Foundation
import Testing

/// Compares a text with `Golden/<name>.txt` of the calling test's target, character by character.
///
/// `RECORD_GOLDEN=1 swift test` writes the files instead: look at what changed before committing.
/// Where they differ, the failure says which lines.
package func expectGolden(
  _ text: String, _ name: String, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column
) throws {
  let file = goldenFolder(of: filePath).appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("\(name).txt is missing; RECORD_GOLDEN=1 writes it", sourceLocation: location)
    return
  }
  // Not as characters: some that differ count as equal.
  if text.utf8.elementsEqual(golden.utf8) { return }
  Issue.record(
    """
    \(name).txt has other lines (- recorded, + now); RECORD_GOLDEN=1 writes them:
    \(LineDifference(from: golden, to: text).text)
    """, sourceLocation: location)
}

/// What is recorded in `Golden/<name>.txt` of the calling test's target.
package func goldenText(_ name: String, filePath: String = #filePath) throws -> String {
  try String(contentsOf: goldenFolder(of: filePath).appending(path: "\(name).txt"), encoding: .utf8)
}

/// `Tests/<target>/Golden`, of the target in which a file lies.
private func goldenFolder(of filePath: String) -> URL {
  var folder = URL(filePath: filePath).deletingLastPathComponent()
  while folder.deletingLastPathComponent().lastPathComponent != "Tests", folder.path != "/" {
    folder.deleteLastPathComponent()
  }
  return folder.appending(path: "Golden")
}
