import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossScene

struct MarkGoldenTests {
  /// Every mark once, with round numbers.
  static let scene: Scene = {
    let panel = Panel(
      equalIn: Rectangle(x: 20, y: 10, width: 200, height: 200), x: -1...1, y: -1...1,
      theme: .light)
    let style = ClassStyle(color: Color(hex: 0x0072B2), label: .black, shape: .square)
    let data = [Point(0.5, 0.25), Point(-0.5, 0.75)]
    let marks = [
      panel.region(panel.wedge(from: .zero, start: 0, end: 2), color: style.color),
      panel.band(panel.wedge(from: .zero, start: 1.75, end: 2.25)),
      panel.sector(outer: 0.5, start: 0, end: 1, fill: style.color),
      panel.circle(radius: 0.5, stroke: Stroke(.black)),
      panel.arc(radius: 0.25, start: 0, end: 1, style: .dotted),
      panel.ray(direction: 2),
      panel.line(data, style: .dashed),
      panel.dots(data, style),
      panel.dots(data, style, look: .pale),
      panel.dots(data, style, look: .hollow),
      panel.rings(data),
      panel.arrow(from: .zero, to: Point(0.5, 0)),
      panel.rose(
        AngularBins([0.1, 0.2, 1], count: 8), radius: 0.5, height: 0.25, full: 2,
        color: style.color),
      panel.histogram([0.25, 0.5], over: -0.5...0.5, color: style.color),
      panel.bar(from: 0, to: 0.5, height: -0.5, color: style.color),
      panel.area(under: data, color: style.color),
      panel.ribbon(lower: data, upper: data.map { $0 + Point(0, 0.1) }, color: style.color),
      panel.errorBars([SpreadValue(x: 0, mean: 0.5, low: 0.25, high: 0.75)], color: .black),
      panel.heat([0, 0.5, 1, .nan], columns: 2, colors: .heat(.light)),
      panel.label("words", at: Point(0.5, 0.5)),
      panel.border, panel.heading("heading"),
    ]
    return Scene(
      width: 240, height: 240,
      items: [
        panel.clipped("marks", title: "all of them", marks),
        panel.axes(x: Axis(grid: true, count: 4), y: Axis(count: 4)),
      ])
  }()

  @Test func everyMarkIsDrawnAsRecorded() throws {
    try expectGolden(Self.scene.summary, "marks")
  }

  @Test func everyMarkIsDrawnInEveryFormat() throws {
    for format in PictureMetadataTests.formats {
      #expect(try render(Self.scene, as: format).bytes.count > 1000)
    }
  }
}
