import LossLab
import LossPlot

@testable import LossScene

extension Scene {
  /// A little of everything.
  static let sample = Scene(
    width: 60, height: 40, title: "Two <classes>", description: "A red dot & a word.",
    items: [
      .group(
        Group(
          "class 0", title: "class “0”",
          clip: Path(rectangle: Rectangle(x: 0, y: 0, width: 50, height: 40)),
          items: [
            .dots(Dots([Point(10, 10), Point(55, 10)], radius: 5, fill: Color(hex: 0xFF0000))),
            .dots(
              Dots([Point(40, 10)], shape: .star, radius: 3, fill: nil, stroke: Stroke(.black))),
          ])),
      .path(
        Path(sector: Point(20, 30), inner: 2, outer: 6, start: 0, end: 1.5),
        fill: Color(hex: 0x00FF00, opacity: 0.5), stroke: Stroke(.black, dash: [2, 1])),
      .text(Text("$θ_y$ & \("<类>")", at: Point(30, 30), size: 12, color: .black, halo: .white)),
      .raster(
        Raster(
          columns: 1, rows: 2, pixels: [0, 0, 255, 255, 0, 0, 0, 0],
          frame: Rectangle(x: 50, y: 12, width: 5, height: 8))),
    ])
}

extension PictureMetadata {
  static let sample = PictureMetadata(
    software: "lossviz 0.1.0", recipe: #"{"loss":"cosface","names":["类 /Keywords (<&>)\\"]}"#)
}
