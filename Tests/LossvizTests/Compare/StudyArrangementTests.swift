import LossLab
import LossPlot
import Testing

@testable import lossviz

/// How the settings of several lists stand in the grid.
struct StudyArrangementTests {
  private func arranged(_ words: String...) throws -> (titles: [String], StudyArrangement) {
    let study = try Study(
      CompareValues(
        Command.compare.call(
          words + ["--samples", "20", "--steps", "3"], environment: Environment { _ in nil })))
    let outcome = StudyOutcome.untrained(study, names: study.settings.map { _ in "" })
    let arrangement = StudyArrangement(outcome)
    return (arrangement.order.map { arrangement.title(outcome.rows[$0]).text }, arrangement)
  }

  @Test func theLongestListGoesAlongTheRowsAndLossesAreBlocks() throws {
    let (titles, made) = try arranged(
      "--loss", "cosface,arcface", "--m", "0.1,0.2,0.3", "--s", "8,16")
    #expect(made.blocks.map(\.title.text) == ["CosFace", "ArcFace"])
    #expect(made.blocks.map(\.count) == [6, 6])
    #expect(made.columns == 3)
    #expect(
      titles.prefix(4) == ["m = 0.1, s = 8", "m = 0.2, s = 8", "m = 0.3, s = 8"] + [
        "m = 0.1, s = 16"
      ])
  }

  @Test func ofEquallyLongListsTheLastGoesAlongTheRows() throws {
    let (titles, made) = try arranged("--m", "0.1,0.2", "--s", "8,16")
    #expect(made.columns == 2)
    #expect(titles == ["m = 0.1, s = 8", "m = 0.1, s = 16", "m = 0.2, s = 8", "m = 0.2, s = 16"])
    #expect(made.blocks.map(\.title.text) == [""])
  }

  @Test func aLossWithoutTheListsSaysSo() throws {
    let (titles, made) = try arranged("--loss", "softmax,cosface", "--s", "8,16")
    #expect(made.blocks.map(\.count) == [1, 2])
    #expect(titles == ["no s", "s = 8", "s = 16"])
  }

  @Test func aListThatIsTooLongForARowIsABlockOfItsOwn() throws {
    let (_, made) = try arranged("--m", "0:0.36:0.03", "--s", "8,16")
    #expect(made.blocks.map(\.title.text) == ["s = 8", "s = 16"])
    #expect(made.blocks.map(\.count) == [13, 13])
    #expect(made.columns == 7)
  }

  @Test func furtherPagesOfAGridAreNumberedFiles() throws {
    var wanted = DeliveryOptions(GivenValues())
    wanted.output.files = ["out/x.svg"]
    wanted.picture.theme = .both
    let outputs = try StudyOutputs(wanted, only: nil, names: ["a"], pages: 3)
    let paths = outputs.pictures.map(\.output.path)
    #expect(
      Set(paths) == [
        "out/x.svg", "out/x-2.svg", "out/x-3.svg", "out/x-trend.svg", "out/x-a.svg",
        "out/x-dark.svg", "out/x-2-dark.svg", "out/x-3-dark.svg", "out/x-trend-dark.svg",
        "out/x-a-dark.svg",
      ])
    #expect(paths.first == "out/x.svg")
    let pages = outputs.pictures.compactMap(\.subject.page)
    #expect(pages == [0, 1, 2, 0, 1, 2])
  }

  @Test func oneListOrPairedListsStandAsTheyWereGiven() throws {
    let (one, single) = try arranged("--m", "0.3,0.1,0.2")
    #expect(single.blocks.isEmpty && single.columns == nil)
    #expect(one == ["m = 0.3", "m = 0.1", "m = 0.2"])
    let (_, paired) = try arranged("--m", "0.1,0.2", "--s", "8,16", "--zip")
    #expect(paired.blocks.isEmpty && paired.order == [0, 1])
  }
}
