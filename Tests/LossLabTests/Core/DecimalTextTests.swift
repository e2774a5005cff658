import LossLab
import Testing

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
}
