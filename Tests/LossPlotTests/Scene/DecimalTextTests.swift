import LossPlot
import Testing

@testable import LossScene

struct DecimalTextTests {
  @Test(arguments: [
    (0.005, "0.01"), (0.125, "0.13"), (-0.004, "0.00"), (-1.5, "−1.50"), (12, "12.00"),
    (.infinity, "∞"), (-.infinity, "−∞"),
  ])
  func twoDecimalsRoundToNearest(value: Double, text: String) {
    #expect(decimalText(value, places: 2) == text)
  }

  @Test func noPlacesMeansNoPoint() {
    #expect(decimalText(-10, places: 0) == "−10")
    #expect(decimalText(.nan, places: 0) == "nan")
  }

  @Test func hugeNumbersKeepTheirMagnitude() {
    #expect(decimalText(-1e300, places: 2) == "−1e+300")
  }

  @Test func wholeNumbersKeepTheirZeros() {
    #expect(shortText(100, places: 0) == "100")
    #expect(shortText(10.04, places: 1) == "10")
  }

  @Test(arguments: [(1.0, "1"), (0.5, "0.5"), (100, "100"), (-0.25, "-0.25"), (0.001, "0")])
  func shortTextHasNoIdleZeros(value: Double, text: String) {
    #expect(shortText(value) == text)
  }
}
