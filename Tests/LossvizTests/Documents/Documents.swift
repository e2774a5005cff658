import LossPlot

@testable import lossviz

/// A folder with a document.
struct Documents {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let tiny = "--samples 20 --steps 20 --network mlp:8 --batch 32"

  static func block(_ options: String, _ body: String = "", end: String = "\n") -> String {
    "<!-- lossviz: \(options) -->\(end)\(body)<!-- /lossviz -->"
  }

  func docs(_ words: String...) -> Outcome {
    Outcome(words: ["docs", "-q", "--runs", folder.path("runs")] + words)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try readFile(folder.path(name)), as: UTF8.self)
  }
}
