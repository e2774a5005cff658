import LossLab

/// A training whose steps are timed.
struct Workload {
  let entry: LossEntry
  let margin: Double
  let options: TrainingOptions
  let data: Dataset
  /// Floating-point operations of the products of one step.
  let operations: Double

  /// 8 classes in 64 inputs, a network of 64-128-64-2, batches of 256, ArcFace.
  static var toy: Workload {
    Workload(
      entry: .arcface, margin: 0.5, options: options(.mlp([128, 64]), batch: 256, steps: 2000),
      data: toyWorkload(), widths: [64, 128, 64, 2])
  }

  /// A network of 784-256-128-2 on images of 28 × 28 bytes, batches of 256, CosFace.
  static var mnist: Workload {
    Workload(
      entry: .cosface, margin: 0.35, options: options(.mlp([256, 128]), batch: 256, steps: 234),
      data: images(), widths: [784, 256, 128, 2])
  }

  /// LeNets++ on such images, batches of 128.
  static var lenet: Workload {
    let convolutions = [
      (1, 32, 784), (32, 32, 784), (32, 64, 196), (64, 64, 196), (64, 128, 49),
      (128, 128, 49),
    ]
    let products = convolutions.reduce(0) { $0 + 25 * $1.0 * $1.1 * $1.2 }
    // Forward, and back to weights and inputs; the first layer needs no way back.
    let operations = 128 * 2 * Double(3 * (products + 1152 * 2) - 25 * 32 * 784)
    return Workload(
      entry: .cosface, margin: 0.35, options: options(.lenet, batch: 128, steps: 20),
      data: images(), operations: operations)
  }

  /// The toy with 1,000 classes.
  static var thousand: Workload {
    Workload(
      entry: .arcface, margin: 0.002, options: options(.mlp([128, 64]), batch: 256, steps: 200),
      data: classes(1000), widths: [64, 128, 64, 2])
  }

  static func named(_ name: String) -> Workload? {
    switch name {
    case "toy": toy
    case "mnist": mnist
    case "lenet": lenet
    case "thousand": thousand
    default: nil
    }
  }

  var settings: LossSettings {
    var settings = LossSettings()
    settings["m"] = .number(margin)
    settings["s"] = 16
    return settings
  }

  func trainer(_ parallel: ParallelFor) throws -> Trainer {
    try Trainer(entry, settings: settings, options: options, data: data, parallel: parallel)
  }
}

extension Workload {
  private init(
    entry: LossEntry, margin: Double, options: TrainingOptions, data: Dataset, widths: [Int]
  ) {
    var products = 0
    for (from, to) in zip(widths, widths.dropFirst()) { products += from * to }
    // The first layer needs no way back.
    let all = 3 * products - widths[0] * widths[1]
    self.init(
      entry: entry, margin: margin, options: options, data: data,
      operations: 2 * Double(options.batch * all))
  }

  private static func options(_ shape: NetworkShape, batch: Int, steps: Int) -> TrainingOptions {
    var options = TrainingOptions()
    options.network = shape
    options.batch = batch
    options.steps = steps
    options.learningRate = 0.02
    options.clip = nil
    return options
  }

  /// 60,000 images of ten classes, a blurred spot each; what a step costs does not depend on them.
  private static func images() -> Dataset {
    var generator = SplitMix64(seed: 1, stream: 1)
    let count = 60_000
    var pixels: [UInt8] = []
    pixels.reserveCapacity(count * 784)
    for sample in 0..<count {
      let label = sample % 10
      var noise = generator.next()
      for pixel in 0..<784 {
        if pixel % 8 == 0 { noise = generator.next() }
        let (row, column) = (pixel / 28 - 6 - label, pixel % 28 - 20 + label)
        let spot = max(0, 200 - 4 * (row * row + column * column))
        pixels.append(UInt8(spot + Int(noise >> (8 * UInt64(pixel % 8)) & 31)))
      }
    }
    let labels = (0..<count).map { $0 % 10 }
    let all = LabelledSamples(
      samples: .bytes(Matrix(rows: count, columns: 784, elements: pixels)), labels: labels)
    return Dataset(
      name: "images", title: "spots", classNames: (0..<10).map { "\($0)" }, train: all,
      test: all.rows(at: Array(0..<1000)), imageSize: .init(rows: 28, columns: 28))
  }

  private static func classes(_ count: Int) -> Dataset {
    var generator = SplitMix64(seed: 1, stream: 2)
    let samples = 4 * count
    let centers = generator.normals(64 * count)
    var elements: [Float] = []
    for sample in 0..<samples {
      let label = sample % count
      for (k, noise) in generator.normals(64).enumerated() {
        elements.append(Float(centers[label * 64 + k] + 0.2 * noise))
      }
    }
    let all = LabelledSamples(
      samples: .floats(Matrix(rows: samples, columns: 64, elements: elements)),
      labels: (0..<samples).map { $0 % count })
    return Dataset(
      name: "classes", title: "\(count) classes", classNames: (0..<count).map { "\($0)" },
      train: all, test: all)
  }
}
