import Glibc
import Testing

/// Compares a text with `Golden/<name>.txt`, character by character.
///
/// `RECORD_GOLDEN=1 swift test` writes the files instead: look at what changed before committing.
func expectGolden(
  _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/Golden/\(name).txt"
  if getenv("RECORD_GOLDEN") != nil {
    let file = try #require(fopen(path, "w"), sourceLocation: sourceLocation)
    fputs(text, file)
    fclose(file)
    return
  }
  let file = try #require(
    fopen(path, "r"), "\(path) is missing; RECORD_GOLDEN=1 writes it",
    sourceLocation: sourceLocation)
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  let golden = String(decoding: bytes, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  // The first line that differs says more than two long texts.
  for (index, pair) in zip(lines, golden).enumerated() where pair.0 != pair.1 {
    Issue.record(
      "\(name).txt line \(index + 1):\n  is     \(pair.0)\n  golden \(pair.1)",
      sourceLocation: sourceLocation)
    return
  }
  #expect(lines.count == golden.count, "\(name).txt", sourceLocation: sourceLocation)
}
