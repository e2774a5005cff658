import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossRender
@testable import LossScene

/// What holds the frames of a film together.
struct FilmFrameTests {
  private func filmed(
    _ made: FormulaRun, _ views: [RunView], names: [String]? = nil
  ) throws -> (Run, RunFilm, Int) {
    let run = try made.run
    let schedule = FilmSchedule(steps: run.options.steps, fps: 6, seconds: 2)
    let moments = schedule.moments.map { made.moment($0, of: run, trainRows: []) }
    var style = FigureStyle()
    style.views = views
    style.classNames = names
    return (run, RunFilm(run, moments: moments, schedule: schedule, style: style), moments.count)
  }

  @Test func aFilmShowsTheStillPictureAtBothEnds() {
    let frames = FilmSchedule(steps: 700, fps: 12, seconds: 5).frames(isTurning: false)
    #expect(frames.first?.moment == nil && frames.first?.ticks == 9)
    #expect(frames.last?.moment == nil && frames.last?.ticks == 24)
    #expect(frames[1].moment == 0)
    let glides = frames.dropFirst().map(\.glide)
    #expect(glides == glides.sorted() && glides.first == 0 && glides.last == 1)
  }

  @Test func namesAreBoundToTheirRegionFromTheFirstFrameOn() throws {
    let (run, made, count) = try filmed(FormulaRun(classes: 5), [.features])
    let film = made.film
    let regions = RunScene(run, style: FigureStyle(), film: nil).regionVectors
    func places(_ frame: Int) -> [Point] {
      let names = film.scene(frame).groups("names").flatMap { $0.scene.texts }
      return (0..<5).compactMap { index in
        names.first { $0.content.text == "\(index)" }?.position
      }
    }
    #expect(places(1).count == 5)
    let frame = try #require(film.scene(1).groups("regions").first?.clip?.rectangle)
    for (place, vector) in zip(places(1), regions) {
      let turn = atan2(frame.midY - place.y, place.x - frame.midX) - atan2(vector[1], vector[0])
      #expect(abs(signedTurn(turn)) < 1e-3)
    }
    // Weights stand still in these moments: so do names, until they go to those of the still.
    for index in 2..<count / 2 {
      for (now, first) in zip(places(index), places(1)) { #expect((now - first).length < 1e-6) }
    }
    for index in 1...count {
      for (now, next) in zip(places(index), places(index + 1)) {
        #expect((next - now).length < 25)
      }
    }
  }

  /// Before there are bars, names do not float where the tallest will end.
  @Test func namesBesideTheCircleStandWhereBarsEnd() throws {
    let run = try FormulaRun(classes: 5, tested: 40).run
    let scene = RunScene(run, style: FigureStyle())
    let ends = scene.barEnds(toward: scene.classVectors, full: scene.fullBin)
    #expect(zip(ends, scene.roseTips).allSatisfy { $0 >= $1 - 1e-9 && $0 <= RunScene.roseEnd })
    let early = scene.barEnds(toward: scene.classVectors, full: 1_000_000)
    #expect(early.allSatisfy { $0 < RunScene.roseStart + 0.01 })
    let still = FilmStill(scene, plane: Rectangle(x: 0, y: 0, width: 200, height: 200))
    func tips(_ glide: Double) -> [Double] {
      FilmFrame(still: still, classVectors: still.classVectors, barEnds: early, glide: glide)
        .roseTips
    }
    #expect(tips(0) == early && tips(1) == still.roseTips)
    let jump = FilmNames.envelope((0..<20).map { [$0 == 9 ? 1.4 : 1.03] }).map { $0[0] }
    #expect(zip(jump, jump.dropFirst()).allSatisfy { abs($0 - $1) < 0.07 } && jump[9] > 1.39)
  }

  /// Long names are off the samples in the still picture, and in a film where it has them.
  @Test func longNamesStandAsInTheStillPicture() throws {
    let names = (0..<4).map { "\($0)_Schwarzenegger" }
    let (_, made, count) = try filmed(
      FormulaRun(classes: 4, tested: 80), [.features], names: names)
    func places(_ frame: Int) -> [Point] {
      let texts = made.film.scene(frame).groups("names").flatMap { $0.scene.texts }
      return names.compactMap { name in texts.first { $0.content.text == name }?.position }
    }
    let still = places(0)
    let panel = try #require(made.film.scene(0).groups("regions").first?.clip?.rectangle)
    #expect(still.count == 4)
    // One at least had to leave its place on the axis.
    #expect(abs(still[0].y - panel.midY) > 10)
    // The regions of the last frame are not quite those of the still picture.
    for (now, end) in zip(places(count), still) { #expect((now - end).length < 4) }
    #expect(abs(places(1)[0].y - still[0].y) < 10)
  }

  @Test(arguments: [[RunView.histogram], [.angles], [.features]])
  func nothingLeavesItsFrame(views: [RunView]) throws {
    let (_, made, count) = try filmed(FormulaRun(loss: "arcface", classes: 4, tested: 40), views)
    let film = made.film
    for index in 1...count {
      let scene = film.scene(index)
      for group in scene.groups("bars") {
        let clip = try #require(group.clip?.rectangle)
        for case .path(let path, _, _) in group.items {
          for case .line(let point) in path.segments {
            #expect(point.y >= clip.y - 1e-6)
            #expect(point.x <= clip.maxX + 1e-6)
          }
        }
      }
      for group in scene.groups("samples") {
        let clip = try #require(group.clip?.rectangle)
        let centers = group.scene.dots.flatMap(\.centers)
        #expect(centers.filter { !clip.contains($0) }.count <= centers.count / 20)
      }
    }
  }

  /// One layout through the film: panels, key and notes stand where the still picture has them.
  @Test(arguments: [[RunView.features, .angles], [.histogram]])
  func nothingMovesBetweenFrames(views: [RunView]) throws {
    let (_, made, count) = try filmed(FormulaRun(loss: "arcface", classes: 4, tested: 40), views)
    let film = made.film
    func places(_ frame: Int) -> [Scene.Text] {
      film.scene(frame).groups("footer").flatMap { $0.scene.texts }.filter {
        $0.size < 12
      }
    }
    func clips(_ frame: Int) -> [Rectangle] {
      (film.scene(frame).groups("regions") + film.scene(frame).groups("bars")).compactMap {
        $0.clip?.rectangle
      }
    }
    func ticks(_ frame: Int) -> [Scene.Text] {
      film.scene(frame).groups("axes").flatMap { $0.scene.texts }
    }
    #expect(!ticks(0).isEmpty)
    #expect(ticks(count + 1) == ticks(0))
    for frame in 1...count {
      #expect(places(frame) == places(0))
      #expect(clips(frame) == clips(0))
      #expect(ticks(frame) == ticks(0))
    }
  }

  /// Gaps below −10° have more signs than the place of the still picture's.
  @Test func numbersNeverTouchTheWordsThatFollow() throws {
    let (_, made, count) = try filmed(
      FormulaRun(loss: "arcface", classes: 9, tested: 40, spread: 0.9), [.features, .angles])
    let film = made.film
    for frame in 1...count {
      let facts = film.scene(frame).groups("footer").flatMap { $0.scene.texts }.filter {
        $0.size == 12
      }
      #expect(facts.count >= 4)
      for (one, next) in zip(facts, facts.dropFirst()) where one.position.y == next.position.y {
        let end = one.position.x + one.content.width(size: 12, by: .pango)
        #expect(next.position.x - end > 6, "\(one.content.text) \(next.content.text)")
      }
    }
  }
}
