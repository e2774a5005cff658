// LossLab and LossPlot without the command: how tight ArcFace makes its classes, and one picture.

import LossLab
import LossPlot

@main
struct Tightness {
  static func main() throws {
    let (data, _) = try DataRequest().load()
    for margin in [0, 0.25, 0.5] {
      var settings = LossEntry.arcface.settings(classes: data.classCount)
      settings["m"] = .number(margin)
      let run = try train(.arcface, settings: settings, options: TrainingOptions(), data: data)
      print("m = \(margin): within a class \(run.metrics.intra * 180 / .pi)°")
      let picture = try render(runScene(run), as: .png(pixelsPerPoint: 2))
      try writeWhole(picture.bytes, to: "output/library-m\(margin).png")
    }
  }
}
