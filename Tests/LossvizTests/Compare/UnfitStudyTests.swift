import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Comparisons of margins of which some are larger than what lies between the classes.
struct UnfitStudyTests {
  private func outcome(_ words: String...) throws -> StudyOutcome {
    let call = try Command.compare.call(
      words + ["--network", "mlp:8", "--samples", "20", "--steps", "40"],
      environment: Environment { _ in nil })
    let study = try Study(CompareValues(call))
    return StudyOutcome(
      study, names: try SettingNames(study).names,
      results: try Trainings().run(study.settings.map { $0.plans[0].training }))
  }

  @Test func aTrendHasNoWidthWhereNoneFitsAndNamesWhoseTheBoundIs() throws {
    let figures = StudyFigures(
      outcome: try outcome("--loss", "cosface,arcface", "--m", "0.2,0.4,1.2"))
    let trend = try #require(figures.trend)
    let band = try #require(trend.panels.first { $0.title.text == "Margin band" })
    for line in band.series {
      #expect(line[2].isUnfit && line[2].seeds.isEmpty)
      #expect(line[0].seeds.allSatisfy { $0 > 1 } && !line[0].isUnfit)
    }
    #expect(trend.marks.map(\.words.text) == ["bound of CosFace 0.5", "bound of ArcFace 1.047"])
    #expect(
      trend.panels.allSatisfy { $0.title.text == "Margin band" || $0.series[0][2].seeds.count == 1 }
    )
  }

  /// Nothing that was trained is missing from a trend.
  @Test func aLossWithoutWhatIsVariedIsALevelLine() throws {
    let figures = StudyFigures(
      outcome: try outcome("--loss", "softmax,arcface", "--m", "0.1,0.2,0.4"))
    let trend = try #require(figures.trend)
    #expect(trend.names.map(\.text) == ["ArcFace", "Softmax"])
    #expect(trend.notes.contains("level lines: Softmax has no m"))
    for panel in trend.panels {
      #expect(panel.series.map(\.count) == [3, 2])
      #expect(panel.series[1].map(\.x) == [0.1, 0.4])
      #expect(panel.series[1][0].seeds == panel.series[1][1].seeds, "\(panel.title.text)")
    }
    let alone = StudyFigures(outcome: try outcome("--loss", "arcface", "--m", "0.1,0.2"))
    let single = try #require(alone.trend)
    #expect(single.names.isEmpty && !single.notes.contains { $0.hasPrefix("level") })
  }

  /// What a loss is warned of is said by its name, and only on the pages that it is on.
  @Test func aPageHasTheWarningsOfItsOwnCells() throws {
    let figures = StudyFigures(
      outcome: try outcome("--loss", "cosface,arcface", "--m", "0.2,0.6", "--s", "8,16"))
    let cells = figures.comparison.cells.map(\.warnings)
    let cosface = cells.filter { !$0.isEmpty }
    #expect(!cosface.isEmpty)
    #expect(cosface.joined().contains { $0.hasPrefix("CosFace: m = 0.6 is above the bound 0.5") })
    #expect(cells.count == 8)
    // ArcFace's cells follow those of CosFace.
    #expect(!cells[4...].joined().contains { $0.contains("CosFace") })
    #expect(figures.notes.contains { $0.hasPrefix("CosFace: m = 0.6") })
    #expect(!figures.comparison.notes.contains { $0.contains("is above the bound") })
  }
}
