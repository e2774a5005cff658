import LossLab
import LossPlot
import Synchronization
import Testing

@testable import LossScene

struct LayoutTests {
  @Test func oneUnitIsAsLongInXAsInY() {
    let panel = Panel(
      equalIn: Rectangle(x: 10, y: 20, width: 400, height: 200), x: -1...1, y: -1...1,
      theme: .light)
    #expect(panel.x.unit == 100)
    #expect(panel.y.unit == -100)
    #expect(panel.point(.zero) == Point(x: 210, y: 120))
    #expect(panel.domain == Rectangle(x: -2, y: -1, width: 4, height: 2))
  }

  @Test(arguments: [1, 2, 3, 5, 6], [1.0, nil])
  func framesAreAlikeApartAndInside(columns: Int, aspect: Double?) {
    let area = Rectangle(x: 45, y: 70, width: 819, height: 420)
    let grid = PanelGrid(in: area, rows: 2, columns: columns, aspect: aspect)
    #expect(grid.frames.count == 2 * columns)
    for (index, frame) in grid.frames.enumerated() {
      #expect(abs(frame.width - grid.frames[0].width) < 1e-9)
      #expect(area.inset(by: -1e-9).contains(Point(x: frame.x, y: frame.y)))
      #expect(area.inset(by: -1e-9).contains(Point(x: frame.maxX, y: frame.maxY)))
      for other in grid.frames[..<index] {
        #expect(other.maxX + 30 < frame.x || other.maxY + 30 < frame.y || frame.x < other.x)
      }
    }
  }

  @Test func wordsOnAPageNeitherOverlapNorLeaveIt() throws {
    let long = RichText(plain: "a fact that is rather long 99.2 %")
    let page = Page(
      RichText(plain: String(repeating: "A title without end ", count: 6)),
      subtitle: Array(repeating: long, count: 5), facts: Array(repeating: long, count: 6),
      key: Array(repeating: KeyItem(.line(Stroke(.black)), long), count: 7),
      notes: [RichText(plain: String(repeating: "an honest remark ", count: 20)), long],
      size: Page.square, theme: .light)
    let body = page.body
    let boxes = boxes(in: page.scene([]).items)
    #expect(boxes.count > 20)
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= 40 && box.maxX <= 600 - 30, "\(box)")
      #expect(box.y >= 5 && box.maxY <= 600)
      #expect(box.maxY <= body.y || box.y >= body.maxY)
      for other in boxes[..<index] {
        let isApart =
          box.x >= other.maxX || other.x >= box.maxX || box.y >= other.maxY || other.y >= box.maxY
        #expect(isApart, "\(box) and \(other)")
      }
    }
    #expect(body.height > 200)
  }

  /// On a narrow page no word is left alone on a last line, and none is lost to a page number.
  @Test func aLongTitleTakesLinesOfLikeLength() {
    func lines(_ progress: RichText) -> [RichText] {
      var page = Page(
        "CosFace, ArcFace under different m and s", size: (311, 500), theme: .light)
      page.fitMargins()
      page.progress = progress
      page.widestProgress = progress
      return page.scene([]).texts.filter { $0.anchor == .start && $0.size > 13 }.map(\.content)
    }
    let alone = lines("")
    #expect(alone.count == 2)
    let widths = alone.map { $0.width(size: 14, by: .pango) }
    #expect(widths[1] > 0.5 * widths[0], "\(alone.map(\.text))")
    let numbered = lines("page 1 of 2").map(\.text).filter { !$0.hasPrefix("page") }
    #expect(numbered.joined(separator: " ") == "CosFace, ArcFace under different m and s")
  }

  /// A title that two lines do not hold takes a third one in a column of print.
  @Test func noTitleOfAColumnIsCut() {
    let title = "Separable is not discriminative: softmax and center loss, training and test"
    var page = Page(RichText(plain: title), size: (310, 500), theme: .light)
    page.fitMargins()
    let lines = page.scene([]).texts.filter { $0.size > 12 }.map(\.content.text)
    #expect(lines.count == 3 && lines.joined(separator: " ") == title)
  }

  /// In a film on a narrow page a title is whole, and the progress stands in the room of the
  /// sentence.
  @Test(arguments: [311.0, 500, 900])
  func progressNeverCutsATitle(width: Double) throws {
    var page = Page("Supervised", facts: ["a fact"], size: (width, 500), theme: .light)
    page.fitMargins()
    page.sentence = "One sentence under the picture."
    page.hidesSentence = true
    let body = page.body
    page.progress = "step 250 of 30000   loss 13.427"
    page.widestProgress = page.progress
    #expect(page.body == body)
    let scene = page.scene([])
    #expect(scene.texts.contains { $0.content.text == "Supervised" })
    let progress = try #require(scene.texts.filter { $0.content == page.progress }.first)
    #expect((progress.position.y < body.y) == (width > 311))
    #expect((progress.position.y > body.maxY) == (width == 311))
    let boxes = boxes(in: scene.items)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.overlaps(box) }, "\(box)")
    }
  }

  @Test func noWordIsLeftAloneUnderASentence() {
    let text: RichText =
      "Samples lie 4.0° around their class, classes 34.6° apart; half of the neighbours keep 25.4°"
    let whole = text.width(size: 12, by: .pango)
    for width in stride(from: 0.3 * whole, to: 1.1 * whole, by: 3) {
      let lines = text.wrappedEvenly(width: width, size: 12, by: .pango)
      #expect(lines.count == text.wrapped(width: width, size: 12, by: .pango).count)
      #expect(lines.map(\.text).joined(separator: " ") == text.text)
      let widths = lines.map { $0.width(size: 12, by: .pango) }
      #expect(widths.allSatisfy { $0 <= width })
      #expect(lines.count == 1 || widths[widths.count - 1] > 0.2 * width, "\(lines.map(\.text))")
    }
  }

  /// 0, 15, 45, 75 would look as if something were missing.
  @Test func evenTicksThatHaveNoRoomAreLeftOutEvenly() throws {
    let ticks = stride(from: 0.0, through: 120, by: 15).map { Tick($0, "\(Int($0))°") }
    for width in stride(from: 60.0, through: 320, by: 4) {
      let panel = Panel(
        in: Rectangle(x: 30, y: 0, width: width, height: 100), x: 0...120, y: 0...1, theme: .light)
      let items = [panel.axes(x: Axis(ticks: ticks), y: nil)]
      let words = Scene(width: 1, height: 1, background: nil, items: items).texts
      let places = words.map(\.position.x)
      let steps = zip(places, places.dropFirst()).map { $1 - $0 }
      #expect(!steps.isEmpty && steps.allSatisfy { abs($0 - steps[0]) < 1e-9 }, "\(width)")
      for (one, next) in zip(words, words.dropFirst()) {
        let halves = [one, next].map { $0.content.width(size: $0.size, by: .pango) / 2 }
        #expect(next.position.x - one.position.x > halves[0] + halves[1])
      }
    }
  }

  @Test func aPageWithoutWordsIsAllBody() {
    let body = Page("", theme: .light).body
    #expect(body.y < 30 && body.maxY > 500)
  }

  /// Capitals and descenders of all texts.
  private func boxes(in items: [Scene.Item]) -> [Rectangle] {
    items.flatMap { item in
      switch item {
      case .group(let group): return boxes(in: group.items)
      case .text(let text):
        return [
          Rectangle(
            x: text.position.x, y: text.position.y - 0.73 * text.size,
            width: text.content.width(size: text.size, by: .pango), height: 0.95 * text.size)
        ]
      case .path, .dots, .raster: return []
      }
    }
  }

  @Test func linesAreNeverWiderThanTheirBox() {
    let text: RichText = "one two *three* four $a + b + c$ five 六七八九十 six seven"
    let lines = text.wrapped(width: 70, size: 10, by: .pango)
    #expect(lines.count > 4)
    for line in lines { #expect(line.width(size: 10, by: .pango) <= 70) }
    let joined = lines.map(\.text).joined().filter { $0 != " " }
    #expect(joined == text.text.filter { $0 != " " })
    #expect(lines.contains { $0.text.contains("a + b + c") }, "formulas stay whole")
  }

  @Test func aTextThatFitsIsNotTouched() {
    #expect(RichText("short").wrapped(width: 500, size: 10, by: .pango) == ["short"])
    // The name of a file is broken where its parts end.
    let file = RichText(plain: "model_a_resnet50_arcface_ms1mv3 and others")
    let parts = file.wrapped(width: 100, size: 10, by: .pango)
    #expect(parts.map(\.text).joined() == "model_a_resnet50_arcface_ms1mv3and others")
    #expect(parts.allSatisfy { $0.width(size: 10, by: .pango) <= 100 } && parts.count > 2)
    #expect(RichText("short").truncated(width: 500, size: 10, by: .pango) == "short")
    #expect(RichText("short").size(fitting: 500, at: 10, by: .pango) == 10)
  }

  @Test func aTextThatIsCutEndsInAnEllipsis() {
    let cut = RichText("**bold** and *italic* words").truncated(width: 60, size: 10, by: .pango)
    #expect(cut.text.hasSuffix("…"))
    #expect(cut.width(size: 10, by: .pango) <= 60)
    #expect(RichText("word").truncated(width: 1, size: 10, by: .pango).text == "…")
  }

  @Test(arguments: ["", "i", "WWW ", "日本", "a $θ_y$ b ", "e\u{301}"])
  func theCutTextIsTheLongestThatFits(piece: String) {
    let text = RichText(markup: String(repeating: piece, count: 40))
    let characters = text.text.count
    for width in stride(from: 1.0, to: 400, by: 37) {
      let cut = text.truncated(width: width, size: 10, by: .pango)
      guard cut != text else {
        #expect(text.width(size: 10, by: .pango) <= width)
        continue
      }
      let kept = cut.text.count - 1
      #expect(kept < characters && cut.text.hasSuffix("…"))
      let longer = RichText(plain: String(text.text.prefix(kept + 1)) + "…")
      // Formulas are slanted, which plain text is not.
      if !piece.contains("$") { #expect(longer.width(size: 10, by: .pango) > width) }
    }
  }

  @Test func ofALongTextOnlyTheBeginningIsMeasured() {
    let measured = Mutex(0)
    let measure = TextMeasure(name: "counting") { text, size in
      measured.withLock { $0 += text.text.count }
      return Double(text.text.count) * size
    }
    let text = RichText(plain: String(repeating: "word ", count: 200_000))
    let cut = text.truncated(width: 1000, size: 10, by: measure)
    #expect(cut.text.count == 100)
    #expect(measured.withLock { $0 } < 2000)
  }

  @Test func placesThatAreFarApartStay() {
    #expect(spread([10, 30, 50], gap: 12) == [10, 30, 50])
  }

  @Test func placesTooCloseMoveAsLittleAsPossible() {
    #expect(spread([10, 10], gap: 12) == [4, 16])
    // A block that grows into its neighbour takes it along.
    let moved = spread([10, 10, 17], gap: 12)
    for (one, next) in zip(moved, moved.dropFirst()) { #expect(abs(next - one - 12) < 1e-9) }
    #expect(abs(moved.reduce(0, +) - 37) < 1e-9)
  }

  /// Where the last word of a sentence has room beside its line, but for the space before it.
  @Test func theLinesOfASentenceStayApart() {
    for width in stride(from: 150.0, through: 420, by: 0.5) {
      var page = Page(
        "", notes: ["free, 15.0 % of the samples lie in the margin. And no more."],
        size: (width, 300), theme: .light)
      page.sentence = "free, 15.0 % of the samples lie in the margin."
      let places = page.scene([]).texts.map { $0.position.y }
      #expect(Set(places).count == places.count, "at \(width)")
    }
  }
}
