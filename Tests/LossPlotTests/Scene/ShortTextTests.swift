import Testing

@testable import LossScene

struct ShortTextTests {
  @Test func wholeNumbersKeepTheirZeros() {
    #expect(shortText(100, places: 0) == "100")
    #expect(shortText(10.04, places: 1) == "10")
  }

  @Test(arguments: [(1.0, "1"), (0.5, "0.5"), (100, "100"), (-0.25, "-0.25"), (0.001, "0")])
  func shortTextHasNoIdleZeros(value: Double, text: String) {
    #expect(shortText(value) == text)
  }
}
