import Foundation
import LossPlot
import Testing

@testable import lossviz

/// `--palette grey` is for print without color: no picture of any command has a hue.
struct GreyPaletteTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let tiny = [
    "--steps", "20", "--samples", "12", "--network", "mlp:8", "--batch", "16",
  ]

  private static let calls: [[String]] = [
    tiny + ["--view", "features,angles,histogram,curve,pull"],
    tiny + ["--classes", "24", "--loss", "softmax"],
    tiny + ["--dim", "3"],
    tiny + ["--noise", "0.2"],
    ["compare"] + tiny + ["--loss", "cosface,softmax", "--seeds", "2"],
    ["compare"] + tiny + ["--m", "0,0.2", "--s", "8,16"],
    ["gallery"] + tiny,
    ["curve", "--loss", "softmax,cosface,arcface,sphereface,li-arcface,combined,sphereface2"],
    ["curve", "--slope"], ["boundary"], ["boundary", "--plane", "angle"],
    ["boundary", "--plane", "cosine"], ["pull"],
    ["plot", "features.csv"], ["plot", "features.csv", "--view", "roc,cmc,openset,lengths"],
    ["plot", "features.csv", "other.csv"],
  ]

  /// The colors of an SVG that are no greys.
  private func hues(_ svg: String) -> Set<String> {
    let colors = svg.matches(of: /"#([0-9a-f]{6})"/).map { String($0.1) }
    return Set(colors).filter { $0 != String(repeating: String($0.prefix(2)), count: 3) }
  }

  @Test(arguments: calls, ["light", "dark"])
  func nothingHasAHue(call: [String], theme: String) throws {
    let files = FeatureFiles()
    for name in ["features.csv", "other.csv"] {
      try Data(files.table.utf8).write(to: URL(filePath: folder.path(name)))
    }
    let words = call.map { $0.hasSuffix(".csv") || $0.hasSuffix(".svg") ? folder.path($0) : $0 }
    let path = folder.path("a.svg")
    let outcome = Outcome(words: words + ["--palette", "grey", "--theme", theme, "-q", "-o", path])
    #expect(outcome.status == .success, "\(outcome.messages)")
    let pictures = try folder.contents.filter { $0.hasSuffix(".svg") }
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let svg = try String(contentsOf: URL(filePath: folder.path(picture)), encoding: .utf8)
      #expect(svg.contains("\"#"))
      #expect(hues(svg).isEmpty, "\(call) \(picture)")
    }
  }

  /// The colors of a GIF that are no greys, in the table of all its frames.
  private func hues(ofGIF bytes: [UInt8]) -> Int {
    // Six bytes of signature, seven of size and flags; then the table.
    let count = 3 << (Int(bytes[10] & 7) + 1)
    return stride(from: 13, to: 13 + count, by: 3).count {
      bytes[$0] != bytes[$0 + 1] || bytes[$0] != bytes[$0 + 2]
    }
  }

  private static let films: [[String]] = [
    tiny + ["--view", "features,angles"], ["compare"] + tiny + ["--loss", "cosface,softmax"],
    tiny + ["--dim", "3"], tiny + ["--classes", "24", "--loss", "softmax"],
  ]

  @Test(arguments: films, ["light", "dark"])
  func noFrameOfAFilmHasAHue(call: [String], theme: String) throws {
    func film(_ words: String...) throws -> [UInt8] {
      let path = folder.path("a.gif")
      let outcome = Outcome(
        words: call + words + [
          "--theme", theme, "-q", "-o", path, "--fps", "3", "--seconds", "1", "--scale", "0.4",
        ])
      #expect(outcome.status == .success, "\(outcome.messages)")
      return try readFile(path)
    }
    #expect(hues(ofGIF: try film("--palette", "grey")) == 0, "\(call)")
    #expect(hues(ofGIF: try film()) > 0, "\(call)")
  }

  @Test func thePictureOfAnotherPaletteHasHues() throws {
    let path = folder.path("a.svg")
    #expect(Outcome("boundary", "--palette", "tab10", "-o", path).status == .success)
    #expect(!hues(try String(contentsOf: URL(filePath: path), encoding: .utf8)).isEmpty)
  }
}
