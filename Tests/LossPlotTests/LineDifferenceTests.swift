import TestSupport
import Testing

@Suite struct LineDifferenceTests {
  @Test func equalTextsDifferInNoLine() {
    #expect(LineDifference(from: "a\nb\n", to: "a\nb\n").text.isEmpty)
  }

  @Test func onlyTheLinesThatDifferAreShownWithTheirNumbers() {
    let difference = LineDifference(from: "a\nb\nc\nd\n", to: "a\nB\nc\nd\ne\n")
    #expect(difference.text == "- 2: b\n+ 2: B\n+ 5: e")
  }

  @Test func ofALongLineThatPartIsShownWhichDiffers() {
    let start = String(repeating: "x", count: 500)
    let text = LineDifference(from: start + "old", to: start + "new").text
    #expect(text.contains("xold") && text.contains("xnew") && text.count < 400)
  }

  @Test func manyLinesAreCounted() {
    let text = LineDifference(from: "", to: String(repeating: "a\n", count: 100)).text
    #expect(text.hasSuffix("lines more"))
  }

  @Test func aNewLineAtTheEndCounts() {
    #expect(!LineDifference(from: "a", to: "a\n").text.isEmpty)
  }
}
