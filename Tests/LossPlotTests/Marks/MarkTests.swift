import LossLab
import LossPlot
import Testing

@testable import LossScene

struct MarkTests {
  let panel = Panel(
    equalIn: Rectangle(x: 0, y: 0, width: 200, height: 200), x: -1...1, y: -1...1, theme: .light)
  let style = ClassStyle(color: Color(hex: 0x0072B2), label: .black)

  @Test func wedgesAllAroundCoverTheFrameOnce() {
    let apex = Point(x: 0.3, y: -0.2)
    let directions = [0.1, 1.2, 2.9, 4.0, 6.0, 0.1 + 2 * Double.pi]
    let areas = zip(directions, directions.dropFirst()).map {
      area(panel.wedge(from: apex, start: $0, end: $1))
    }
    #expect(areas.allSatisfy { $0 > 0 })
    #expect(abs(areas.reduce(0, +) - 4) < 1e-12)
  }

  @Test func aWedgeOfMoreThanHalfATurnHasTheFramesCorners() {
    let wedge = panel.wedge(from: .zero, start: -0.5, end: 4)
    #expect(wedge.count == 6)
    #expect(
      abs(area(wedge) - (4 - area(panel.wedge(from: .zero, start: 4, end: 5.783185307)))) < 1e-6)
  }

  @Test func aWedgeFromOutsideOrWithoutWidthIsEmpty() {
    #expect(panel.wedge(from: Point(x: 2, y: 0), start: 0, end: 1).isEmpty)
    #expect(panel.wedge(from: .zero, start: 1, end: 1).isEmpty)
    #expect(panel.wedge(from: .zero, start: .nan, end: 1).isEmpty)
  }

  @Test(arguments: [0, 0.7, .pi / 2, 3, -1.2, 100.0])
  func aRayEndsOnTheFrame(direction: Double) throws {
    let end = try #require(panel.edge(from: Point(x: 0.1, y: 0.1), direction: direction))
    #expect(abs(max(abs(end.x), abs(end.y)) - 1) < 1e-12)
    let way = end - Point(x: 0.1, y: 0.1)
    #expect(abs(sin(way.angle - direction)) < 1e-9 && cos(way.angle - direction) > 0)
  }

  @Test func anArrowsTipIsOnItsEnd() {
    let items = arrowItems(
      from: .zero, to: Point(x: 30, y: 40), color: .black, width: 1.5)
    guard case .path(let head, _, nil)? = items.last else { return #expect(Bool(false)) }
    #expect(head.segments.first == .move(Point(x: 30, y: 40)))
    #expect(arrowItems(from: .zero, to: .zero, color: .black, width: 1).isEmpty)
  }

  @Test func anArrowShorterThanItsHeadDoesNotReachBack() {
    let items = arrowItems(from: .zero, to: Point(x: 2, y: 0), color: .black, width: 2)
    guard case .path(let head, _, nil)? = items.last else { return #expect(Bool(false)) }
    for segment in head.segments {
      if case .line(let point) = segment { #expect(point.x >= -1e-12) }
    }
  }

  @Test func anglesOfAnyTurnFallInTheirBin() {
    let bins = AngularBins([0.01, -0.01, 2 * .pi + 0.01, .nan, .pi, -2 * .pi], count: 4)
    #expect(bins.counts == [3, 0, 1, 1])
    #expect(AngularBins([], count: 0).highest == 0)
  }

  @Test func aTinyNegativeAngleIsInTheLastBin() {
    #expect(AngularBins([-1e-18], count: 4).counts.reduce(0, +) == 1)
  }

  @Test func theFullBarOfARoseHasTheFullHeight() {
    let item = panel.rose(
      AngularBins([0.1, 0.1], count: 4), radius: 0.5, height: 0.2, full: 2, color: .black)
    guard case .path(let path, _, _) = item,
      case .arc(_, let outer, _, _)? = path.segments.dropFirst().first,
      case .arc(_, let inner, _, _)? = path.segments.dropFirst(2).first
    else { return #expect(Bool(false)) }
    #expect(abs(outer - 70) < 1e-9)
    #expect(abs(inner - 50) < 1e-9)
  }

  @Test func dotsOutsideTheFrameAreLeftOut() {
    let data = [Point(0, 0), Point(1.5, 0), Point(0, .nan), Point(1, 1)]
    guard case .dots(let dots) = panel.dots(data, style, look: .hollow) else {
      return #expect(Bool(false))
    }
    #expect(dots.centers == [Point(100, 100), Point(200, 0)])
    #expect(dots.fill == nil && dots.stroke?.color == style.color)
  }

  @Test func manyDotsAreSmallerAndNeverVanish() {
    #expect(Panel.dotRadius(count: 100) == 2.3)
    #expect(Panel.dotRadius(count: 10_000) < 1.5)
    #expect(Panel.dotRadius(count: 10_000_000) == 0.7)
  }

  @Test func aLineIsInterruptedWhereItIsNotFinite() {
    let item = panel.line([Point(0, 0), Point(0.5, .nan), Point(0.5, 0), Point(1, 0)])
    guard case .path(let path, nil, _) = item else { return #expect(Bool(false)) }
    #expect(
      path.segments == [
        .move(Point(100, 100)), .move(Point(150, 100)), .line(Point(200, 100)),
      ])
  }

  @Test func theLowestRowOfAHeatMapIsAtTheBottom() {
    let ramp = ColorRamp([.white, .black])
    let item = panel.heat([1, 1, 0, .nan], columns: 2, colors: ramp)
    guard case .raster(let raster) = item else { return #expect(Bool(false)) }
    #expect(raster.frame == panel.frame)
    #expect(raster.pixels[0..<4] == [255, 255, 255, 255])
    #expect(raster.pixels[7] == 0)
    #expect(raster.pixels[8..<12] == [0, 0, 0, 255])
  }

  @Test func barsStandOnTheAxisEvenWhenTheyHang() {
    let item = panel.bar(from: 0, to: 0.5, height: -0.5, color: .black, gap: 0)
    guard case .path(let path, _, _) = item else { return #expect(Bool(false)) }
    #expect(path == Path(rectangle: Rectangle(x: 100, y: 100, width: 50, height: 50)))
  }

  @Test(arguments: [0, 0.8, 1.6, 3.1, 4.5])
  func rimLabelsStayInsideTheFrame(direction: Double) {
    let item = panel.rimLabel("a long name", at: Point(angle: direction, radius: 0.95))
    guard case .text(let text) = item else { return #expect(Bool(false)) }
    let half = text.content.width(size: text.size, by: .pango) / 2
    #expect(text.position.x - half >= 0 && text.position.x + half <= 200)
    #expect(text.position.y - 5 >= 0 && text.position.y + 5 <= 200)
  }

  @Test func aLabelMovedFromItsLineGetsAThread() {
    let labels = [0.5, 0.5].map { EndLabel("x", at: Point(1, $0), color: .black) }
    guard case .group(let group) = panel.endLabels(labels) else { return #expect(Bool(false)) }
    #expect(group.items.count == 4)
  }

  private func area(_ polygon: [Point]) -> Double {
    let next = polygon.dropFirst() + polygon.prefix(1)
    return zip(polygon, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
  }
}
