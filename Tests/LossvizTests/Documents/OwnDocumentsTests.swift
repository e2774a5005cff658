import Foundation
import Testing

/// The pages of this project.
struct OwnDocumentsTests {
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  static let pages: [String] = {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: root.path)) ?? []
    let docs = (try? manager.contentsOfDirectory(atPath: root.appending(path: "docs").path)) ?? []
    return (names + docs.map { "docs/\($0)" }).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func theyAreFound() {
    #expect(Self.pages.contains("README.md") && Self.pages.contains("docs/faq.md"))
  }

  @Test(arguments: pages)
  func everyLinkLeadsToAFileAndAHeading(page: String) throws {
    let file = Self.root.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)\s]+)\)/) {
      let link = String(match.output.1)
      guard !link.hasPrefix("http") else { continue }
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target =
        parts[0].isEmpty
        ? file : file.deletingLastPathComponent().appending(path: parts[0]).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
      guard parts.count == 2, !parts[1].isEmpty else { continue }
      let headings = try String(contentsOf: target, encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
      #expect(headings.contains(parts[1]), "\(page): \(link)")
    }
  }

  /// As GitHub makes it from a heading.
  private static func anchor(_ heading: Substring) -> String {
    String(
      heading.drop { $0 == "#" || $0 == " " }.lowercased()
        .compactMap { character -> Character? in
          if character == " " { return "-" }
          return character.isLetter || character.isNumber || character == "-" ? character : nil
        })
  }
}
