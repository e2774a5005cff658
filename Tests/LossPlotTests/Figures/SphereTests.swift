import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// Names around the sphere, and its turn in a film.
struct SphereTests {
  @Test(arguments: [6, 10, 15])
  func namesStandOutsideOfTheSphereAndApart(classes: Int) throws {
    let run = try FormulaRun(classes: classes, dimensions: 3).run
    var style = FigureStyle()
    style.views = [.features]
    let drawn = RunScene(run, style: style, film: nil)
    let frame = drawn.placed.frames[0]
    let radius = min(frame.width, frame.height) / 2 / drawn.sphereReach(frame)
    let sphere = try #require(drawn.scene.groups("sphere").first).scene
    let names = try #require(sphere.groups("names").first).scene.texts
    #expect(names.count == classes)
    for (index, name) in names.enumerated() {
      #expect((name.position - frame.center).length > radius)
      #expect(frame.inset(by: -13).contains(name.position))
      for other in names.dropFirst(index + 1) {
        #expect((other.position - name.position).length > 8)
      }
    }
  }

  @Test(arguments: [6, 10])
  func longNamesTouchNoSphere(classes: Int) throws {
    var style = FigureStyle()
    style.views = [.features]
    style.classNames = (0..<classes).map { "\($0)_Schwarzenegger" }
    let drawn = RunScene(
      try FormulaRun(classes: classes, dimensions: 3).run, style: style, film: nil)
    let frame = drawn.placed.frames[0]
    let radius = min(frame.width, frame.height) / 2 / drawn.sphereReach(frame)
    let sphere = try #require(drawn.scene.groups("sphere").first).scene
    let names = try #require(sphere.groups("names").first).scene.texts
    #expect(names.count == classes)
    for name in names {
      let half = name.content.width(size: name.size, by: .pango) / 2
      let out = name.position - frame.center
      let nearest = Point(x: max(0, abs(out.x) - half), y: max(0, abs(out.y) - 0.4 * name.size))
      #expect(nearest.length > radius, "\(name.content.text)")
      #expect(abs(out.x) + half <= frame.width / 2 + 0.5, "\(name.content.text)")
    }
    style.classNames = nil
    let short = RunScene(
      try FormulaRun(classes: classes, dimensions: 3).run, style: style, film: nil)
    #expect(drawn.sphereReach(frame) <= short.sphereReach(frame) / 0.84)
  }

  /// Long names come to stand at all sides of a sphere that turns: they are numbers there.
  @Test func longNamesDoNotShrinkTheSphereOfAFilm() throws {
    let made = FormulaRun(classes: 6, dimensions: 3)
    let run = try made.run
    let schedule = FilmSchedule(steps: run.options.steps, fps: 6, seconds: 2)
    let moments = schedule.moments.map { made.moment($0, of: run, trainRows: []) }
    func radii(_ names: [String]?) -> [Double] {
      var style = FigureStyle()
      style.views = [.features]
      style.classNames = names
      let film = RunFilm(run, moments: moments, schedule: schedule, style: style).film
      return [0, 1, film.ticks.count / 2, film.ticks.count - 1].map { index in
        guard case .path(let disc, _, _)? = film.scene(index).groups("sphere").first?.items.first,
          case .arc(_, let radius, _, _)? = disc.segments.first(where: {
            if case .arc = $0 { true } else { false }
          })
        else { return 0 }
        return radius
      }
    }
    let (short, long) = (radii(nil), radii((0..<6).map { "\($0)_Schwarzenegger" }))
    #expect(short[0] > 50 && Set(short).count == 1 && Set(long).count == 1)
    #expect(long[0] >= 0.84 * short[0])
  }

  @Test(arguments: [[0, 0, 0, 0.1], [6.2, 0.01, 3], [1, 2, 3, 4, 5, 6, 0.5, 1.5]])
  func directionsAreSpreadAsLittleAsTheyMust(wanted: [Double]) {
    let spread = spreadDirections(wanted, apart: 0.2)
    for (index, first) in spread.enumerated() {
      for second in spread.dropFirst(index + 1) {
        #expect(abs(signedTurn(first - second)) > 0.19)
      }
      #expect(abs(signedTurn(first - wanted[index])) < 0.4)
    }
    #expect(spreadDirections([1, 2, 3], apart: 0.2) == [1, 2, 3])
  }

  @Test func namesWanderWhereAClassPassesTheMiddle() {
    // Half a turn between two pictures, and two names that change places.
    let frames = (0..<40).map { $0 < 20 ? [0.1, 1.0, 1.3] : [0.1 + 3, 1.3, 1.0] }
    let steady = frames.indices.map { index in
      let reach = min(5, index, frames.count - 1 - index)
      return steadyDirections(Array(frames[index - reach...index + reach]))
    }
    for (one, next) in zip(steady, steady.dropFirst()) {
      for name in one.indices { #expect(abs(signedTurn(next[name] - one[name])) < 0.31) }
    }
    #expect(steady[0] == frames[0] && steady[39] == frames[39])
    #expect(abs(signedTurn(steady[26][0] - 3.1)) < 1e-9)
  }

  @Test func aFilmTurnsItOnce() throws {
    let schedule = FilmSchedule(steps: 700, fps: 12, seconds: 5)
    let frames = schedule.frames(isTurning: true)
    #expect(frames.count == 62)
    #expect(frames.dropFirst().dropLast().allSatisfy { $0.ticks == 1 })
    let times = frames.dropFirst().map(\.time)
    #expect(times == times.sorted() && times.first == 0 && times.last == 1)
    // After a whole turn everything is where it was.
    let (start, end) = (SphereView(), SphereView(turnedBy: 2 * .pi))
    let quarter = SphereView(turnedBy: .pi / 2)
    for vector in [[1, 0, 0], [0.3, -0.2, 0.9]] as [[Double]] {
      let (here, there) = (start.project(vector).point, end.project(vector).point)
      #expect((here - there).length < 1e-9)
      #expect((quarter.project(vector).point - here).length > 0.1)
    }
  }
}
