import Testing

@testable import LossLab

struct ElementaryTests {
  // Reference values to 17 digits, by mpmath with 60.
  @Test(arguments: [
    (-700.0, 9.859676543759770e-305), (-20.5, 1.2501528663867426e-09), (-1e-9, 0.999999999),
    (0, 1), (0.5, 1.6487212707001282), (1, 2.718281828459045), (88.7, 3.325986980250579e38),
    (709.7, 1.6549840276802644e308),
  ])
  func exponentials(x: Double, expected: Double) {
    #expect(abs(exp(x) - expected) <= 4e-16 * expected)
  }

  @Test(arguments: [
    (1e-300, -690.7755278982137), (0.1, -2.3025850929940455), (0.9999999, -1.0000000494736474e-07),
    (1, 0), (1.5, 0.4054651081081644), (2, 0.6931471805599453), (1e300, 690.7755278982137),
  ])
  func logarithms(x: Double, expected: Double) {
    #expect(abs(log(x) - expected) <= 4e-16 * abs(expected))
  }

  @Test(arguments: [
    (1e-20, 1e-20), (1e-8, 9.999999950000001e-09), (0.3, 0.26236426446749106),
    (-0.3, -0.35667494393873234), (5, 1.791759469228055),
  ])
  func logarithmsOfOnePlus(x: Double, expected: Double) {
    #expect(abs(log1p(x) - expected) <= 4e-16 * abs(expected))
  }

  @Test(arguments: [
    (0.1, 0.09983341664682815, 0.9950041652780258), (1, 0.8414709848078965, 0.5403023058681398),
    (3, 0.1411200080598672, -0.9899924966004454), (-2.5, -0.5984721441039565, -0.8011436155469337),
    (100, -0.5063656411097588, 0.8623188722876839),
    (1000.5, 0.9952739571052135, 0.09710690144438526),
  ])
  func sinesAndCosines(x: Double, sine: Double, cosine: Double) {
    #expect(abs(sin(x) - sine) <= 4e-16 && abs(cos(x) - cosine) <= 4e-16)
  }

  @Test(arguments: 0..<360)
  func anAngleComesBack(degrees: Int) {
    let angle = signedTurn(Double(degrees) * .pi / 180)
    let found = atan2(1e10 * sin(angle), 1e10 * cos(angle))
    #expect(abs(found - angle) <= 1e-15 || abs(abs(found) - .pi) < 1e-15)
    #expect(abs(acos(cos(angle)) - abs(angle)) < 1e-7)
  }

  @Test func edgesAreWhatTheyShouldBe() {
    #expect(exp(1000) == .infinity && exp(-1000) == 0 && exp(Double.nan).isNaN)
    #expect(log(0) == -.infinity && log(-1).isNaN && log(Double.infinity) == .infinity)
    #expect(atan2(0, 0) == 0 && atan2(0, -1) == .pi && atan2(-1, 0) == -.pi / 2)
    #expect(acos(1) == 0 && acos(-1) == .pi && acos(1.0000001) == 0)
    #expect(cos(Double.infinity).isNaN)
  }
}
