import Testing

@testable import LossLab

@Suite struct ShortVectorTests {
  /// cos θ = x · W / (max(‖x‖, 1e-12) max(‖W‖, 1e-12)), and θ is its arc cosine.
  @Test(arguments: [1e-13, 5e-13, 1e-20, 1e-200, .leastNonzeroMagnitude], [2, 3])
  func angleAndCosineAgree(_ length: Double, _ columns: Int) throws {
    let x = [0.6 * length, 0.8 * length] + Array(repeating: 0.0, count: columns - 2)
    var weights = Matrix<Double>(rows: 2, columns: columns)
    weights[0, 0] = 1
    weights[1, 1] = 1
    var settings = LossSettings()
    settings.margin = 0.5
    settings["s"] = 10
    settings[.variant] = .strict
    let output = try LossEntry.named("arcface").make(settings).evaluate(
      LossInput(
        features: Matrix(rows: 1, columns: columns, elements: x), labels: [0],
        parameters: ClassParameters(weights: weights)))
    let own = 10 * cos(acos(x[0] / 1e-12) + 0.5)
    let other = 10 * (x[1] / 1e-12)
    #expect(abs(output.value - log1p(exp(other - own))) < 1e-10)
    #expect(output.featureGradient.elements.allSatisfy { $0.isFinite })
  }
}
