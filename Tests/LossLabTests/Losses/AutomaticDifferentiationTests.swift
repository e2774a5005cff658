import Testing
import _Differentiation

@testable import LossLab

/// Gradients written by hand against those that the compiler derives from the textbook formula.
///
/// The formulas here take arccos and cos apart, as the papers print them, and share no code with
/// the library but the elementary functions.
struct AutomaticDifferentiationTests {
  enum Target: CaseIterable { case softmax, normface, cosface, arcface, sphereface }

  @Test(arguments: Target.allCases)
  func theCompilersGradientIsOurs(target: Target) throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<20 {
      let n = generator.normals(8)
      let numbers = Numbers(
        x0: n[0], x1: n[1], a0: n[2], a1: n[3], b0: n[4], b1: n[5], c0: n[6], c1: n[7])
      let (value, slope) = valueWithGradient(at: numbers) { loss($0, target) }
      let input = LossInput(
        features: Matrix(rows: 1, columns: 2, elements: [n[0], n[1]]), labels: [0],
        parameters: ClassParameters(
          weights: Matrix(rows: 3, columns: 2, elements: Array(n[2...7]))))
      let output = try library(target).evaluate(input)
      #expect(abs(value - output.value) < 1e-9 * max(1, abs(value)))
      #expect(agree(output.featureGradient.elements, [slope.x0, slope.x1], 1e-7))
      #expect(
        agree(
          output.weightGradient.elements,
          [slope.a0, slope.a1, slope.b0, slope.b1, slope.c0, slope.c1], 1e-7))
    }
  }

  func library(_ target: Target) throws -> Loss {
    var settings = LossSettings()
    settings["s"] = 8
    switch target {
    case .softmax: return LossEntry.softmax.make(settings)
    case .normface: return LossEntry.normface.make(settings)
    case .cosface:
      settings["m"] = 0.2
      return LossEntry.cosface.make(settings)
    case .arcface:
      settings["m"] = 0.5
      settings[.variant] = .strict
      return LossEntry.arcface.make(settings)
    case .sphereface:
      settings["m"] = 2
      return LossEntry.sphereface.make(settings)
    }
  }

  struct Numbers: Differentiable {
    var x0, x1, a0, a1, b0, b1, c0, c1: Double
  }

  @differentiable(reverse,wrt: n)
  func loss(_ n: Numbers, _ target: Target) -> Double {
    let size = root(n.x0 * n.x0 + n.x1 * n.x1)
    let sizeA = root(n.a0 * n.a0 + n.a1 * n.a1)
    let sizeB = root(n.b0 * n.b0 + n.b1 * n.b1)
    let sizeC = root(n.c0 * n.c0 + n.c1 * n.c1)
    let a = (n.x0 * n.a0 + n.x1 * n.a1) / (size * sizeA)
    let b = (n.x0 * n.b0 + n.x1 * n.b1) / (size * sizeB)
    let c = (n.x0 * n.c0 + n.x1 * n.c1) / (size * sizeC)
    let theta = arc(a)
    switch target {
    case .softmax: return entropy(size * sizeA * a, size * sizeB * b, size * sizeC * c)
    case .normface: return entropy(8 * a, 8 * b, 8 * c)
    case .cosface: return entropy(8 * (a - 0.2), 8 * b, 8 * c)
    case .arcface: return entropy(8 * wave(theta + 0.5), 8 * b, 8 * c)
    case .sphereface:
      let psi = a > 0 ? wave(2 * theta) : -wave(2 * theta) - 2
      return entropy(size * psi, size * b, size * c)
    }
  }
}

@differentiable(reverse)
private func entropy(_ y: Double, _ a: Double, _ b: Double) -> Double {
  natural(power(y) + power(a) + power(b)) - y
}

private func root(_ x: Double) -> Double { x.squareRoot() }
@derivative(of: root)
private func rootSlope(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  let value = x.squareRoot()
  return (value, { $0 / (2 * value) })
}

private func power(_ x: Double) -> Double { exp(x) }
@derivative(of: power)
private func powerSlope(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  let value = exp(x)
  return (value, { $0 * value })
}

private func natural(_ x: Double) -> Double { log(x) }
@derivative(of: natural)
private func naturalSlope(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  (log(x), { $0 / x })
}

private func wave(_ x: Double) -> Double { cos(x) }
@derivative(of: wave)
private func waveSlope(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  (cos(x), { -$0 * sin(x) })
}

private func arc(_ x: Double) -> Double { acos(x) }
@derivative(of: arc)
private func arcSlope(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  (acos(x), { -$0 / (1 - x * x).squareRoot() })
}
