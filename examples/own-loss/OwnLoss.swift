// A loss of one's own: written, checked, trained with and drawn.

import LossPlot

/// Li-ArcFace, arXiv:1907.12256: the target falls along a straight line in the angle.
let m = Hyperparameter.m(
  "added to the angle", unit: .radians, range: .between(0, .pi, text: "0 ≤ m ≤ π"),
  default: .fixed(0.45))
let linear = LossEntry(
  name: "linear", title: "Linear margin", formula: "s (1 − 2 (θ_y + m) / π)",
  options: [m.option, Hyperparameter.s.option]
) { settings in
  let margin = AngularMargin { angle in
    MarginValue(value: 1 - 2 * (angle.radians + settings[m]) / .pi, slope: -2 / .pi)
  }
  return MarginSoftmax(magnitude: .fixed(settings[.s]), target: margin, settings: settings).loss
}

@main
struct OwnLoss {
  static func main() throws {
    let (data, _) = try DataRequest().load()
    let settings = linear.settings(classes: data.classCount)
    let loss = linear.make(settings)
    print("gradient against differences: \(loss.gradientError(on: .example(for: loss)))")
    let run = try train(linear, settings: settings, options: TrainingOptions(), data: data)
    print("test accuracy: \(run.metrics.testAccuracy)")
    let picture = try render(runScene(run), as: .png(pixelsPerPoint: 2))
    try writeWhole(picture.bytes, to: "output/own-loss.png")
  }
}
