import LossPlot
import TestSupport
import Testing

@testable import LossLab
@testable import LossScene

/// The pictures of one training as text: what people see most.
@Suite struct PictureGoldenTests {
  private func expect(
    _ run: Run, _ name: String, _ change: (inout FigureStyle) -> Void = { _ in }
  ) throws {
    var style = FigureStyle()
    change(&style)
    try expectGolden(runScene(run, style: style).condensedSummary, "picture-\(name)")
  }

  @Test func theUsualPictureIsAsItWasLookedAt() throws {
    try expect(FormulaRun().run, "plane")
    try expect(FormulaRun().run, "plane-dark") { $0.theme = .dark }
  }

  @Test func allViewsAreAsTheyWereLookedAt() throws {
    try expect(FormulaRun(loss: "arcface", classes: 3).run, "views") {
      $0.views = RunView.allCases
      $0.title = "Four views"
      $0.classNames = ["one", "two", "three"]
    }
  }

  @Test func theSphereIsAsItWasLookedAt() throws {
    try expect(FormulaRun(dimensions: 3).run, "sphere")
    try expect(FormulaRun(dimensions: 3).run, "sphere-dark") { $0.theme = .dark }
  }

  @Test func aLossWithoutAClassLayerIsAsItWasLookedAt() throws {
    try expect(FormulaRun(loss: "triplet", classes: 4).run, "triplet")
  }

  @Test func wrongLabelsAndWarningsAreSaidAsTheyWere() throws {
    var run = try FormulaRun(loss: "softmax", classes: 4).run
    run.facts.noise = 0.1
    run.facts.noiseKind = "flip"
    run.warnings = [.sharedDirections([.init(first: "1", second: "2")])]
    try expect(run, "warned")
  }

  @Test func manyClassesAreAsTheyWereLookedAt() throws {
    try expect(FormulaRun(loss: "sphereface", classes: 30, tested: 3, trained: 2).run, "crowd")
  }

  @Test func theFramesOfAFilmAreAsTheyWereLookedAt() throws {
    let made = FormulaRun(classes: 4, tested: 5, trained: 4)
    let run = try made.run
    let schedule = FilmSchedule(steps: run.options.steps, fps: 4, seconds: 1.5)
    let rows = RunFilm.trainRows(
      test: run.test.labels.count, train: run.train.labels.count, data: run.facts.data,
      style: FigureStyle())
    let moments = schedule.moments.map { made.moment($0, of: run, trainRows: rows) }
    for theme in [Theme.light, .dark] {
      var style = FigureStyle()
      style.theme = theme
      let film = RunFilm(run, moments: moments, schedule: schedule, style: style).film
      let name = theme.paper == Theme.light.paper ? "film" : "film-dark"
      // The still picture comes before the first moment.
      for moment in theme.paper == Theme.light.paper ? [0, 3, 5] : [3] {
        try expectGolden(film.scene(moment + 1).condensedSummary, "\(name)-\(moment)")
      }
      let isStill = film.scene(moments.count + 1) == runScene(run, style: style)
      #expect(isStill)
    }
  }
}
