import LossPlot
import Testing

@testable import lossviz

/// What no file can hold is refused before anything is trained.
struct LargePictureTests {
  @Test(arguments: [
    (["--width", "10000", "--scale", "10", "-o", "a.png"], "100000 × "),
    (["--width", "10000", "--scale", "10", "-o", "a.gif"], "50000 × "),
    (["--width", "10000", "--scale", "10", "-o", "a.apng"], "50000 × "),
    (["--scale", "10", "--fps", "50", "--seconds", "30", "-o", "a.gif"], "1501 frames of "),
    (
      ["compare", "--width", "10000", "--scale", "10", "--m", "0,0.1", "-o", "a.png"], "100000 × "
    ),
    (
      ["figure", "cosface-toy", "--width", "10000", "--scale", "10", "-o", "a.png"], "100000 pixels"
    ),
  ])
  func theNumberIsSaidBeforeTheTraining(words: [String], number: String) throws {
    let folder = try TemporaryFolder()
    // A training that begins all the same ends soon, with another status.
    let training =
      switch words[0] {
      case "figure": [String]()
      case "--scale":
        ["--loss", "softmax", "--steps", "1000000", "--rate", "1000", "--clip", "none"]
      default: ["--steps", "1", "--samples", "2"]
      }
    let placed = words.map { $0.hasPrefix("a.") ? folder.path($0) : $0 }
    let outcome = Outcome(words: placed + training)
    #expect(outcome.status == .misuse, "\(outcome.messages)")
    #expect(outcome.messages.contains(number), "\(outcome.messages)")
    #expect(outcome.messages.contains("  hint: at most "))
    #expect(try folder.contents == [])
  }
}
