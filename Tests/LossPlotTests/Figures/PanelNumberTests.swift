import LossLab
import LossPlot
import Testing

@testable import LossScene

struct PanelNumberTests {
  /// The numbers with a unit in the headings of the panels.
  private func numbers(_ name: String, seeds: [UInt64]) throws -> [Double] {
    var context = FigureContext.tiny
    context.seeds = seeds
    let figure = try #require(Figure.named(name))
    let scene = try figure.scene(figure.make(context), theme: .light, language: .en)
    return scene.texts.filter { $0.size == Theme.light.textSize }.flatMap { heading in
      heading.content.text.matches(of: /(\d+\.\d+)\s*[°%]/).compactMap { Double($0.output.1) }
    }
  }

  /// One panel shows the features of one seed, and the claims below tell means: a number over it
  /// must be the mean, too.
  @Test(arguments: ["lsoftmax-m", "sphereface-sphere", "theta-histograms"])
  func aNumberOverAPanelIsTheMeanOfTheSeeds(name: String) throws {
    let both = try numbers(name, seeds: [1, 2])
    let (first, second) = try (numbers(name, seeds: [1]), numbers(name, seeds: [2]))
    #expect(both.count >= 4 && first != second)
    #expect(first.count == both.count && second.count == both.count)
    for index in both.indices {
      // Each of them is rounded to a tenth.
      #expect(abs((first[index] + second[index]) / 2 - both[index]) < 0.11, "\(both)")
    }
  }

  @Test(arguments: Figure.all.filter { $0.data.trains }.map(\.name))
  func noOtherPanelHasANumberOfOneSeed(name: String) throws {
    guard !["lsoftmax-m", "sphereface-sphere", "theta-histograms"].contains(name) else { return }
    #expect(try numbers(name, seeds: [1]).isEmpty)
  }
}
