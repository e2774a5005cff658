import Foundation
import LossPlot
import Testing

@testable import lossviz

struct CompareFilmTests {
  private let folder: StudyFolder

  init() throws { folder = try StudyFolder() }

  private func run(_ words: String...) -> Outcome {
    Outcome(
      words: [
        "compare", "-q", "--network", "mlp:8", "--batch", "16", "--samples", "20", "--steps", "12",
        "--scale", "0.5", "--fps", "4", "--seconds", "1", "--runs", folder.path("runs"),
      ] + words)
  }

  private func bytes(_ name: String) throws -> [UInt8] { try readFile(folder.path(name)) }

  @Test(arguments: ["gif", "apng"])
  func settingsAreFilmedInStepAndAlone(ending: String) throws {
    let outcome = run("--m", "0,0.4", "-o", folder.path("out/a.\(ending)"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(try folder.names(in: "out") == ["a.\(ending)"])
    #expect(outcome.output == folder.path("out/a.\(ending)") + "\n")
  }

  @Test func aReplayIsTheSameFilm() throws {
    #expect(run("--loss", "softmax,arcface", "-o", folder.path("a.gif")).status == .success)
    let again = Outcome(
      "replay", folder.path("a.gif"), "-q", "-o", folder.path("b.gif"), "--runs",
      folder.path("runs"))
    #expect(again.status == .success, "\(again.messages)")
    #expect(try bytes("a.gif") == bytes("b.gif"))
  }

  @Test func theLastFrameIsTheStillPictureOnTheAxesOfTheFilm() throws {
    let study = try Study(
      CompareValues(
        Command.compare.call(
          ["--m", "0,0.4", "--network", "mlp:8", "--samples", "20", "--steps", "40"],
          environment: Environment { _ in nil })))
    let names = try SettingNames(study).names
    let outcomes = try Trainings().run(study.settings.map { $0.plans[0].training })
    let outcome = StudyOutcome(study, names: names, results: outcomes)
    let figures = StudyFigures(outcome: outcome)
    let console = CapturedConsole().console()
    let moments = try StudyFilm(outcome: outcome, jobs: 1, console: console).record()
    let schedule = FilmSchedule(study.values.picture, steps: study.training.steps)
    #expect(moments.map(\.count) == moments.map { _ in schedule.moments.count })
    let film = ComparisonFilm(
      figures.comparison, moments: moments, schedule: schedule,
      style: figures.style(.light)
    ) { RichText(plain: figures.numbers([$0])) }.film
    let last = film.scene(film.ticks.count - 1)
    let grid = figures.grid(.light)
    #expect(last.width == grid.width && last.height == grid.height)
    #expect(last.description == grid.description)
    func axes(_ items: [Scene.Item], _ isWithin: Bool = false) -> [Scene.Text] {
      items.flatMap { item -> [Scene.Text] in
        switch item {
        case .group(let group): axes(group.items, isWithin || group.name == "axes")
        case .text(let text): isWithin ? [text] : []
        case .path, .dots, .raster: []
        }
      }
    }
    for frame in film.ticks.indices { #expect(axes(film.scene(frame).items) == axes(last.items)) }
    #expect(!axes(last.items).isEmpty)
    let opening = film.scene(0)
    #expect(opening == last)
    let first = film.scene(1)
    #expect(first != last)
    #expect(first.width == last.width && first.height == last.height)
  }

  @Test func aTrendCannotBeFilmed() throws {
    let trend = run("--m", "0,0.4", "--only", "trend", "-o", folder.path("t.gif"))
    #expect(trend.status == .misuse)
  }

  @Test func theFooterSaysWhoseAxesThePanelsHave() throws {
    func facts(_ words: String...) throws -> [String] {
      let study = try Study(
        CompareValues(
          Command.compare.call(
            words + ["--samples", "20", "--steps", "3"], environment: Environment { _ in nil })))
      let failure = TrainingOutcome.failure(TrainingFailure(message: "", hint: ""))
      let outcome = StudyOutcome(
        study, names: try SettingNames(study).names,
        results: Array(repeating: failure, count: study.runCount))
      return StudyFigures(outcome: outcome).comparison.facts.map(\.text)
    }
    #expect(try facts("--m", "0,0.4").contains { $0.hasSuffix("axes") })
    #expect(try facts("--loss", "softmax,arcface").contains { $0.contains("axes of its own") })
    #expect(
      try facts("--loss", "softmax,arcface", "--axes", "equal").contains { $0.hasSuffix("axes") })
    #expect(try facts("--m", "0,0.4", "--axes", "own").contains { $0.contains("axes of its own") })
  }
}
