import Foundation
import Testing

/// Compares a text with `Golden/<name>.txt`; `RECORD_GOLDEN=1` writes it instead.
func expectGolden(
  _ text: String, _ name: String, location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard text != expected else { return }
  let (lines, agreed) = (text.split(separator: "\n"), expected.split(separator: "\n"))
  let place = zip(lines, agreed).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(name).txt differs from line \(place + 1) on:
      agreed: \(place < agreed.count ? agreed[place] : "(end)")
      now:    \(place < lines.count ? lines[place] : "(end)")
    RECORD_GOLDEN=1 swift test writes it
    """, sourceLocation: location)
}
