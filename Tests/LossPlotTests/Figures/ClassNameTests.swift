import LossLab
import LossPlot
import Testing

@testable import LossPictures
@testable import LossScene

/// Names as people have them stay in their panel and off the samples.
struct ClassNameTests {
  private static let people = [
    "Alejandro_Toledo_Manrique", "Gloria_Macapagal_Arroyo", "Luiz_Inacio_Lula_da_Silva",
    "阿里巴巴与四十大盗的故事", "Jean-Claude Van Damme Jr.", "محمد علي كلاي الملاكم",
  ]

  private func scene(_ names: [String], width: Double? = nil) throws -> RunScene {
    var style = FigureStyle()
    style.classNames = names
    style.fit.width = width
    return RunScene(try FormulaRun().run, style: style, film: nil)
  }

  /// Under a heading the circle leaves room for the name beyond the highest rose.
  @Test(arguments: [190.0, 267, 400])
  func noNameOfARoseTouchesTheHeading(side: Double) throws {
    let drawn = RunScene(
      try FormulaRun(classes: 8).run, style: FigureStyle(), film: nil)
    let frame = Rectangle(x: 50, y: 100, width: side, height: side)
    let items = [drawn.anglePanel(in: frame, heading: "ArcFace, m = 0.5, by angle")]
    let texts = Scene(width: 1, height: 1, background: nil, items: items).texts
    let heading = try #require(texts.first { $0.anchor == .start })
    let names = texts.filter { $0.anchor == .middle }
    #expect(names.count == 8)
    for name in names {
      // Letters are 0.73 high, and reach 0.24 below the line.
      let top = name.position.y - 0.37 * name.size
      #expect(top > heading.position.y + 0.24 * heading.size, "\(name.content.text)")
    }
  }

  @Test(arguments: [nil, 240.0, 516])
  func longNamesStayInTheirPanelAndInFullInTheKey(width: Double?) throws {
    let drawn = try scene(Self.people, width: width)
    let placed = drawn.placed
    let scale = drawn.style.fit.scale(natural: Page.wide.width)
    let texts = drawn.scene.texts
    for (index, name) in Self.people.enumerated() {
      let short = [drawn.planeNames.short[index], drawn.roseNames.short[index]]
      // Beside the circle is room.
      let beside = [12.5, scale * drawn.roomBesideCircle(placed) + 0.5]
      for ((panel, shown), slack) in zip(zip(placed.frames, short), beside) {
        // In the order of the panels, where both have the same words.
        let found = texts.filter {
          $0.content.text == shown && $0.anchor == .middle
            && $0.content.spans.allSatisfy(\.isBold)
        }
        let text = try #require(panel == placed.frames[0] ? found.first : found.last, "\(shown)")
        let half = text.content.width(size: text.size, by: .pango) / 2
        #expect(text.position.x - half >= scale * panel.x - slack)
        #expect(text.position.x + half <= scale * panel.maxX + slack)
        expectOnPage(text, of: drawn.scene, name)
      }
      let number = drawn.roseNames.isNumbered ? "\(index + 1) " : ""
      #expect(
        texts.contains { $0.content.text == number + name && $0.anchor == .start }, "\(name)")
    }
  }

  /// Names left and right of the circle are cut before they make it much smaller.
  @Test(arguments: [3, 4, 5, 6], [["angles"], ["features", "angles"]])
  func longNamesLeaveTheCircleLarge(classes: Int, views: [String]) throws {
    /// Of the circle, in halves of its frame.
    func share(_ names: [String]) throws -> Double {
      var style = FigureStyle()
      style.classNames = names
      style.views = views.compactMap(RunView.init(rawValue:))
      let drawn = RunScene(try FormulaRun(classes: classes).run, style: style, film: nil)
      let circle = try #require(drawn.scene.groups("angular-space").first)
      let inside = try #require(circle.scene.groups("boundaries").first?.clip)
      guard case .arc(_, let radius, _, _) = inside.segments[0] else { return 0 }
      let frame = try #require(drawn.placed.frames.last)
      return 2 * radius / frame.width
    }
    let short = try share((0..<classes).map { "\($0)" })
    #expect(try share(Array(Self.people.prefix(classes))) >= 0.84 * short)
    // Above and below it there is more room.
    #expect(try share((0..<classes).map { "Alexander \($0)" }) >= 0.84 * short)
  }

  /// On narrow pages and in the cells of a comparison, too: they are numbered there.
  @Test(arguments: [240.0, 400, 516]) func theCircleOfANarrowPageIsLarge(width: Double) throws {
    func radius(_ names: [String]) throws -> Double {
      let drawn = try scene(names, width: width)
      let frame = try #require(drawn.placed.frames.last)
      let inside = try #require(drawn.scene.groups("boundaries").last?.clip)
      return radiusOfClip(inside) / frame.width
    }
    let short = try radius((0..<6).map { "\($0)" })
    #expect(short > 0.1)
    #expect(try radius(Self.people) >= 0.84 * short)
    #expect(try scene(Self.people, width: width).roseNames.isNumbered)
  }

  @Test(arguments: [nil, 516.0]) func theCirclesOfAComparisonAreLarge(width: Double?) throws {
    func radii(_ names: [String]) throws -> [Double] {
      var style = FigureStyle()
      style.classNames = names
      style.fit.width = width
      let run = try FormulaRun().run
      let scene = comparisonScene(
        Comparison(
          title: "", cells: (0..<4).map { .init(title: "m = 0.\($0)", content: .run(run)) }),
        style: style)
      return scene.groups("angular-space").compactMap {
        $0.scene.groups("boundaries").first?.clip.map { radiusOfClip($0) }
      }
    }
    let short = try radii((0..<6).map { "\($0)" })
    let long = try radii(Self.people)
    #expect(short.count == 4 && long.count == 4)
    for (one, other) in zip(long, short) { #expect(one >= 0.84 * other && other > 10) }
  }

  private func radiusOfClip(_ path: Path) -> Double {
    guard case .arc(_, let radius, _, _) = path.segments[0] else { return 0 }
    return radius
  }

  /// Samples all along the rim but for a place farther from it.
  @Test func aLongNameFindsRoomBesideItsClass() throws {
    var run = try FormulaRun(classes: 4, tested: 60).run
    let rows = run.test.labels.indices.filter { run.test.labels[$0] == 0 }
    for (index, row) in rows.enumerated() {
      run.test.features[row, 0] = 8 + 6 * Double(index % 6)
      run.test.features[row, 1] = -12 + 2.4 * Double(index / 6)
    }
    var style = FigureStyle()
    style.classNames = ["Arnold_Schwarz", "b", "c", "d"]
    let drawn = RunScene(run, style: style, film: nil)
    let panel = drawn.plane(drawn.placed.frames[0])
    let names = Scene(width: 1, height: 1, background: nil, items: drawn.names(panel)).texts
    let name = try #require(names.first { $0.content.text == "Arnold_Schwarz" })
    let half = name.content.width(size: name.size, by: .pango) / 2
    let covered = run.test.labels.indices.filter { row in
      let place = panel.point(
        Point(x: run.test.features[row, 0], y: run.test.features[row, 1]))
      return abs(place.x - name.position.x) < half + 2 && abs(place.y - name.position.y) < 8
    }
    #expect(covered.isEmpty)
    #expect(name.position.x > panel.frame.center.x)
  }

  /// However many lines of words the page has.
  @Test func thePlaneBeginsWhereTheTitleDoes() throws {
    for classes in [6, 10, 12] {
      let names = Array((Self.people + Self.dozen).prefix(classes))
      var style = FigureStyle()
      style.classNames = names
      let placed = RunScene(try FormulaRun(classes: classes).run, style: style, film: nil).placed
      #expect(abs(placed.frames[0].x - placed.page.left) < 1e-9, "\(classes) classes")
      #expect(placed.frames[1].maxX <= placed.page.width - placed.page.right + 1e-9)
    }
  }

  @Test func longNamesDoNotStretchTheAxes() throws {
    let frame = Rectangle(x: 0, y: 0, width: 392, height: 392)
    let short = try scene((0..<6).map { "\($0)" }).featureLimit(in: frame)
    #expect(try scene(Self.people).featureLimit(in: frame) <= short)
  }

  @Test func namesThatBeginAlikeAreNumbered() throws {
    let names = (0..<6).map { "The same long beginning of every name, number \($0)" }
    let shown = try scene(names).planeNames
    #expect(Set(shown.short).count == 6)
    #expect(shown.cut == Array(0..<6))
  }

  /// Twelve people as data sets have them.
  private static let dozen =
    people + [
      "George_Walker_Bush", "Junichiro_Koizumi_Tokyo", "Recep_Tayyip_Erdogan", "😀 smile", "Bo",
      "Vladimir_Vladimirovich_Putin",
    ]

  @Test(arguments: [nil, 240.0, 516])
  func manyLongNamesAreNumberedWithAKey(width: Double?) throws {
    var style = FigureStyle()
    style.classNames = Self.dozen
    style.fit.width = width
    let run = try FormulaRun(classes: 12).run
    let drawn = RunScene(run, style: style, film: nil)
    #expect(drawn.planeNames.short == (1...12).map { "\($0)" })
    #expect(drawn.roseNames.short == drawn.planeNames.short)
    let said = drawn.scene.texts.map { $0.content.text }
    for (index, name) in Self.dozen.enumerated() {
      #expect(said.contains { $0 == "\(index + 1) \(name)" }, "\(name)")
    }
  }

  @Test func numbersStandOnNoSampleOfAComparison() throws {
    var style = FigureStyle()
    style.classNames = Self.dozen
    style.views = [.features]
    let run = try FormulaRun(classes: 12).run
    let comparison = Comparison(
      title: "", cells: (0..<3).map { .init(title: "m = 0.\($0)", content: .run(run)) })
    let scene = comparisonScene(comparison, style: style)
    let dots = scene.dots.flatMap(\.centers)
    let numbers = scene.texts.filter { $0.anchor == .middle && Int($0.content.text) != nil }
      .filter { $0.content.spans.allSatisfy(\.isBold) }
    #expect(numbers.count == 36)
    for number in numbers {
      let half = number.content.width(size: number.size, by: .pango) / 2
      let box = Rectangle(
        x: number.position.x - half, y: number.position.y - 5, width: 2 * half, height: 10)
      #expect(!dots.contains { box.contains($0) }, "\(number.content.text)")
    }
  }

  @Test func firstNamesAreWholeInBothPanels() throws {
    let names = ["Anna", "Bertram", "Charlotte", "Dmitri", "Eva", "Fatima"]
    let drawn = try scene(names)
    #expect(drawn.planeNames.short == names && drawn.roseNames.short == names)
    #expect(drawn.nameKey.isEmpty)
    // Sixteen letters have room in the plane.
    let long = try scene(["Li_Papadopoulos", "Jonathan_Wu", "Ana_Garcia", "B", "C", "D"])
    #expect(long.planeNames.cut.isEmpty)
  }

  @Test func aCutNameThatRunsToTheLeftEndsOnItsLeft() throws {
    let name = "محمد عبد الرحمن الطويل بن صالح"
    let shown = try scene([name, "Anna-Katharina von Hohenzollern", "C", "D", "E", "F"])
      .planeNames
    #expect(shown.short[0].hasSuffix("…\u{200F}"))
    #expect(shown.short[1].hasSuffix("…"))
  }

  /// A comma between two names of one direction would be part of it, and turn their order.
  @Test func listedNamesKeepTheirOrder() {
    #expect("classes דוד, שרה share".keepingListOrder == "classes דוד\u{200E}, שרה share")
    #expect("a, b: c".keepingListOrder == "a, b: c")
    var page = Page("", notes: ["דוד, שרה"], theme: .light)
    page.title = "t"
    #expect(page.scene([]).texts.contains { $0.content.text == "דוד\u{200E}, שרה" })
  }

  @Test func shortNamesAreAsTheyAre() throws {
    let drawn = try scene(["0", "1", "2", "3", "4", "五"])
    #expect(drawn.planeNames.cut.isEmpty && drawn.nameKey.isEmpty)
  }

  @Test func manyClassesHaveNeitherArrowsNorRings() throws {
    let run = try FormulaRun(loss: "softmax", classes: 40, tested: 3, trained: 2).run
    let drawn = RunScene(run, style: FigureStyle(), film: nil)
    #expect(!drawn.hasArrows && !drawn.isUncrowded)
    let key = drawn.caption.key([.features], classes: drawn.classes).map { $0.words.text }
    #expect(!key.contains("class weight") && !key.contains("misclassified"))
  }

  @Test func samplesFarOutAreMarkedAtTheEdge() throws {
    var run = try FormulaRun(tested: 40).run
    run.test.features[0, 0] = 400
    let drawn = RunScene(run, style: FigureStyle(), film: nil)
    #expect(drawn.unseen.strays)
    #expect(drawn.featureReach < 100)
    #expect(drawn.scene.texts.contains { $0.content.text.contains("samples beyond it") })
    #expect(try !RunScene(FormulaRun().run, style: FigureStyle(), film: nil).unseen.strays)
  }
}
