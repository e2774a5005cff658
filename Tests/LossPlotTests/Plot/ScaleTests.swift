import LossLab
import LossPlot
import Testing

@testable import LossScene

struct ScaleTests {
  @Test(arguments: [Scale.Kind.linear, .logarithmic])
  func theEndsOfTheDomainLieAtTheEndsOfTheFrame(kind: Scale.Kind) {
    let scale = Scale(0.01...100, from: 300, to: 100, kind: kind)
    #expect(abs(scale(0.01) - 300) < 1e-9)
    #expect(abs(scale(100) - 100) < 1e-9)
    for value in [0.02, 1, 50] { #expect(abs(scale.value(at: scale(value)) - value) < 1e-9) }
  }

  @Test func aDecadeIsAsLongAsTheNext() {
    let scale = Scale(1e-6...1, from: 0, to: 600, kind: .logarithmic)
    #expect(abs(scale(1e-5) - 100) < 1e-9)
    #expect(abs(scale(0.1) - 500) < 1e-9)
  }

  @Test func aDomainWithoutWidthStillHasAPlace() {
    #expect(Scale(5...5, from: 0, to: 100)(5) == 50)
    #expect(Scale(0...0, from: 0, to: 100)(0) == 50)
    #expect(Scale(0...0, from: 0, to: 100, kind: .logarithmic)(1).isFinite)
  }

  @Test(arguments: [
    (0.0...1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-15...15, 3, ["−10", "0", "10"]),
    (0...0.5, 5, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
    (-220...130, 4, ["−200", "−100", "0", "100"]),
    (0.31...0.34, 4, ["0.31", "0.32", "0.33", "0.34"]),
    (0...3e6, 3, ["0", "1000000", "2000000", "3000000"]),
  ])
  func ticksAreRoundNumbers(range: ClosedRange<Double>, count: Int, labels: [String]) {
    let ticks = Axis(count: count).ticks(on: Scale(range, from: 0, to: 1))
    #expect(ticks.map(\.label.text) == labels)
  }

  @Test func tickValuesAreExactDecimals() {
    #expect(niceNumbers(in: 0...1, about: 10).values[3] == 0.3)
  }

  @Test func powersOfTenAreSetAsSuch() {
    let ticks = Axis().ticks(on: Scale(1e-4...1, from: 0, to: 1, kind: .logarithmic))
    #expect(ticks.map(\.label.terminalText) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"])
    let short = Axis().ticks(on: Scale(1e-2...1e3, from: 0, to: 1, kind: .logarithmic))
    #expect(short.map(\.label.text) == ["0.01", "0.1", "1", "10", "100", "1000"])
  }

  @Test func ticksOutsideTheDomainAreLeftOut() {
    let axis = Axis(ticks: [Tick(-1, "a"), Tick(0, "b"), Tick(1, "c")])
    #expect(axis.ticks(on: Scale(0...1, from: 0, to: 1)).map(\.label.text) == ["b", "c"])
  }

  @Test(arguments: [
    0.0...0.0, -1e308...1e308, 0...Double.infinity, 0...Double.leastNonzeroMagnitude,
  ])
  func strangeRangesHaveNoTicksButNoCrash(range: ClosedRange<Double>) {
    #expect(niceNumbers(in: range, about: 5).values.allSatisfy { $0.isFinite })
  }
}
