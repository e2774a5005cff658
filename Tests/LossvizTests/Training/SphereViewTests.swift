import LossPlot
import Testing

@testable import lossviz

/// From where the sphere of three-dimensional features is seen.
struct SphereViewTests {
  private static let tiny = [
    "-q", "--dim", "3", "--samples", "20", "--steps", "20", "--network", "mlp:8", "--batch", "32",
    "--view", "features",
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func svg(_ words: String...) throws -> String {
    try folder.svg(of: Self.tiny + words)
  }

  /// What is drawn, without the recipe.
  private func drawn(_ option: String, _ value: String) throws -> String {
    try svg(option, value, "--no-metadata")
  }

  @Test func theUsualPlaceIsMinusSixtyAndTwentyTwoDegrees() throws {
    let usual = try drawn("--theme", "light")
    #expect(try drawn("--azimuth", "-60") == usual)
    #expect(try drawn("--elevation", "22") == usual)
    #expect(try drawn("--azimuth", "-59") != usual)
    #expect(try drawn("--elevation", "23") != usual)
  }

  @Test func aWholeTurnIsNoTurn() throws {
    let words = try drawn("--azimuth", "300").split(separator: "\n")
    #expect(try drawn("--azimuth", "-60").split(separator: "\n").count == words.count)
  }

  @Test func thePlaceIsInTheRecipe() throws {
    let text = try svg("--azimuth", "120", "--elevation", "-30")
    #expect(text.contains("\"azimuth\": 120") && text.contains("\"elevation\": -30"), "\(text)")
    let path = folder.path("b.svg")
    let outcome = Outcome(words: ["replay", folder.path("a.svg"), "-q", "-o", path])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try String(decoding: readFile(path), as: UTF8.self) == text)
  }

  @Test(arguments: [["--azimuth", "361"], ["--elevation", "91"], ["--elevation", "up"]])
  func whatIsNoAngleIsMisuse(words: [String]) {
    let outcome = Outcome(words: Self.tiny + words + ["-o", folder.path("c.svg")])
    #expect(outcome.status == .misuse && outcome.messages.contains(words[0]))
  }
}
