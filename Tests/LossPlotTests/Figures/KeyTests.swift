import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// The keys of pictures have what is drawn, and nothing else.
struct KeyTests {
  private func key(
    _ made: FormulaRun, _ views: [RunView], names: [String]? = nil
  ) throws -> [String] {
    var style = FigureStyle()
    style.views = views
    style.classNames = names
    let drawn = RunScene(try made.run, style: style)
    let footer = try #require(drawn.scene.groups("footer").first)
    return footer.scene.texts.map(\.content.text)
  }

  @Test func theSphereSaysWhatItsPointsAndCirclesAre() throws {
    let words = try key(FormulaRun(dimensions: 3), [.features])
    #expect(words.contains("class weight, near half"))
    #expect(words.contains("rule of a class, with its margin, near half"))
    let plain = try key(FormulaRun(loss: "normface", dimensions: 3), [.features])
    #expect(!plain.contains { $0.hasPrefix("rule of a class") })
    let large = try key(
      FormulaRun(change: { $0["m"] = .number(1.9) }, dimensions: 3), [.features])
    #expect(large.contains("no circle around 6 of 6: the margin does not fit"))
  }

  @Test func aMapOfPullsSaysWhatItsArrowsAre() throws {
    let words = try key(FormulaRun(loss: "arcface"), [.pull])
    #expect(words.contains { $0.hasPrefix("whereto a feature is pulled") })
    #expect(words.contains("class weight") && words.contains("decision boundary"))
    let both = try key(FormulaRun(loss: "arcface"), [.features, .pull])
    #expect(both.filter { $0 == "class weight" }.count == 1)
    var style = FigureStyle()
    style.views = [.pull]
    let scene = RunScene(try FormulaRun(loss: "arcface").run, style: style).scene
    #expect(!scene.texts.contains { $0.content.text.contains("$") })
  }

  /// Along a class's own direction next to nothing pulls, wherever cells of the map happen to lie.
  @Test func aMapOfPullsHasNoBeads() throws {
    let entry = LossEntry.cosface
    let run = try FormulaRun(loss: "cosface").run
    let weights = (0..<6).map { Point(angle: Double($0) * .pi / 3) }
    var parameters = run.parameters
    parameters.weights = Matrix(rows: 6, columns: 2, elements: weights.flatMap { [$0.x, $0.y] })
    let map = PullMap(entry, run.settings, parameters, limit: 10, own: nil)
    let scale = PullMap.scale(of: [map])
    let sizes = map.meanMagnitudes
    let shares = stride(from: 4.0, to: 9, by: 0.05).map { radius -> Double in
      let place = (weights[1] * radius + Point(x: 10, y: 10)) * (Double(PullMap.columns) / 20)
      return PullMap.share(sizes[Int(place.y) * PullMap.columns + Int(place.x)], on: scale)
    }
    let steps = zip(shares, shares.dropFirst()).map { abs($1 - $0) }
    #expect(steps.allSatisfy { $0 < 0.08 }, "\(steps.max() ?? 0)")
  }

  @Test func panelsWithoutNamesHaveNoKeyOfNames() throws {
    let names = (1...6).map { "a rather long name of a class, number \($0)" }
    #expect(
      try key(FormulaRun(), [.features], names: names).contains { $0.contains("rather long") })
    #expect(
      try !key(FormulaRun(), [.histogram, .curve], names: names).contains {
        $0.contains("rather long")
      })
  }

  /// Boundaries of many classes are hairlines, in the key as in the plane.
  @Test(arguments: [6, 10, 40]) func theKeyHasTheLinesOfThePlane(classes: Int) throws {
    let run = try FormulaRun(loss: "softmax", classes: classes, tested: 3, trained: 2).run
    let scene = RunScene(run, style: FigureStyle()).scene
    let drawn = try #require(scene.groups("boundaries").first?.strokes.first { $0.dash.isEmpty })
    let footer = try #require(scene.groups("footer").first)
    let shown = try #require(footer.strokes.first)
    #expect(shown.width == drawn.width)
    #expect(shown.color.opacity >= drawn.color.opacity)
    #expect(shown.color.opacity <= max(0.4, drawn.color.opacity))
  }

  /// In the plane both bounds are one, and no paper chose ArcFace's m there.
  @Test(arguments: [2, 512]) func marginsSayWhatIsThere(dimensions: Int) throws {
    let chart = MarginChart(
      classes: 10, dimensions: dimensions, entry: .arcface, style: FigureStyle())
    let scene = chart.scene(theme: .light)
    let words = try #require(scene.groups("footer").first).scene.texts.map(\.content.text)
    #expect(words.contains("default of lossviz"))
    #expect(words.contains("papers") == (dimensions > 2))
    #expect(words.contains { $0.hasPrefix("some spread") } == (dimensions > 2))
  }

  /// None alone on the last line where others can join it.
  @Test func factsStandInLinesOfLikeLength() throws {
    let facts = (0..<7).map { RichText(plain: "a fact of some length \($0)") }
    // Two, three, four, five and six on a line.
    for width in [440.0, 600, 760, 920, 1080] {
      let page = Page("t", facts: facts, size: (width, 400), theme: .light)
      let texts = page.scene([]).texts.filter { $0.content.text.hasPrefix("a fact") }
      let lines = Dictionary(grouping: texts) { $0.position.y }.sorted { $0.key < $1.key }
      #expect(texts.count == 7)
      guard let last = lines.last, lines.count > 1 else { continue }
      #expect(last.value.count > 1 || lines[lines.count - 2].value.count < 3, "\(width)")
    }
  }

  @Test func whatStandsInBracketsIsNotBroken() {
    let words = RichText(plain: "margin band (dashed: the two margined rules)")
    let measure = TextMeasure.pango
    let width = 0.8 * words.width(size: 10, by: measure)
    let lines = words.wrapped(width: width, size: 10, by: measure, keepingBrackets: true)
    #expect(lines.map(\.text) == ["margin band", "(dashed: the two margined rules)"])
    // What has no room in a line is broken as ever.
    let narrow = words.wrapped(width: 0.3 * width, size: 10, by: measure, keepingBrackets: true)
    #expect(narrow.count > 2)
  }

  /// Of a curve that leaves the frame near its left edge the name stands at its right.
  @Test(arguments: [240.0, 316, 400, 516])
  func namesOfCurvesStayOnThePage(width: Double) throws {
    var chart = TargetLogitChart(
      heads: try ["softmax", "sphereface", "cosface", "arcface"].map { name in
        let entry = try LossEntry.named(name)
        let margin = ["sphereface": ", m = 4", "cosface": ", m = 0.35", "arcface": ", m = 0.5"]
        return NamedHead(
          head: try #require(entry.head()),
          label: RichText(plain: entry.title + (margin[name] ?? "")))
      }, style: FigureStyle())
    chart.style.fit = PageFit(width: width)
    let scene = chart.scene(theme: .light)
    // In a column the names stand in the key, and the curves have its width.
    let leaving = width < 300 ? "↓" : "SphereFace, m = 4 ↓"
    #expect(scene.texts.contains { $0.content.text == leaving })
    let frame = try #require(scene.groups("curves").last?.clip)
    let xs = frame.segments.compactMap { segment -> Double? in
      switch segment {
      case .move(let point), .line(let point): point.x
      default: nil
      }
    }
    let share = ((xs.max() ?? 0) - (xs.min() ?? 0)) / width
    #expect(share > (width < 300 ? 0.8 : 0.6))
    for text in scene.texts { expectOnPage(text, of: scene, "at \(width)") }
  }

  /// All losses that have a target logit: those with the same share a line, and the key makes the
  /// page longer, not the panel flatter.
  @Test(arguments: [240.0, 900]) func manyCurvesLeaveRoomToThePanel(width: Double) throws {
    let names = [
      "softmax", "modified-softmax", "normface", "l2-softmax", "lsoftmax", "sphereface", "cosface",
      "arcface", "combined", "center", "focal", "li-arcface", "sphereface-r", "adacos",
      "mv-softmax", "curricularface", "magface", "adaface", "elasticface", "subcenter-arcface",
      "circle", "ring", "sphereface2", "uniface",
    ]
    var chart = TargetLogitChart(
      heads: try names.map { name in
        let entry = try LossEntry.named(name)
        return NamedHead(
          head: try #require(entry.head()), label: RichText(plain: entry.title))
      }, style: FigureStyle())
    chart.style.fit = PageFit(width: width)
    let scene = chart.scene(theme: .light)
    for text in scene.texts { expectOnPage(text, of: scene, "at \(width)") }
    let corners = scene.groups("curves").compactMap(\.clip).flatMap { clip in
      clip.segments.compactMap { segment -> Point? in
        switch segment {
        case .move(let point), .line(let point): point
        default: nil
        }
      }
    }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (wide, high) = try (
      #require(xs.max()) - #require(xs.min()), #require(ys.max()) - #require(ys.min())
    )
    #expect(high > (width < 300 ? 0.48 : 0.42) * wide, "\(high) of \(wide)")
    var usual = TargetLogitChart(heads: Array(chart.heads[6...7]), style: FigureStyle())
    usual.style.fit = PageFit(width: width)
    #expect(usual.scene(theme: .light).height <= (width < 300 ? 240 : 533))
    let words = scene.texts.map(\.content.text)
    #expect(words.filter { $0.hasPrefix("Softmax +") }.count == 1)
    #expect(words.contains { $0.hasPrefix("one line: L-Softmax") })
  }

  @Test(arguments: [240.0, 960]) func theTargetLogitIsNamedInFull(width: Double) throws {
    for loss in ["softmax", "cosface", "elasticface"] {
      var style = FigureStyle()
      style.views = [.features, .angles, .histogram, .curve, .pull]
      style.fit.width = width
      let words = RunScene(try FormulaRun(loss: loss).run, style: style).scene.texts
      #expect(words.contains { $0.content.text.contains("θ") })
      let group = RunScene(try FormulaRun(loss: loss).run, style: style).scene.groups(
        "target-logit")
      let cut = group.flatMap(\.scene.texts).map(\.content.text).filter { $0.contains("…") }
      #expect(cut.isEmpty, "\(cut)")
    }
  }

  @Test func aCurveThatFallsFarLeavesTheFrameAndSaysHowFarItGoes() throws {
    func chart(_ names: [String]) throws -> TargetLogitChart {
      TargetLogitChart(
        heads: try names.map { name in
          NamedHead(
            head: try #require(LossEntry.named(name).head()),
            label: RichText(plain: try LossEntry.named(name).title))
        }, style: FigureStyle())
    }
    let mixed = try chart(["sphereface", "cosface", "arcface"])
    let lowest = try #require(mixed.lowestShown)
    #expect(lowest < -1.35 && lowest > -3)
    #expect(
      mixed.scene(theme: .light).texts.contains {
        $0.content.text == "SphereFace: goes on below, to −7 at 180°"
      })
    #expect(try chart(["cosface", "arcface"]).lowestShown == nil)
    #expect(try chart(["sphereface", "lsoftmax"]).lowestShown == nil)
  }
}
