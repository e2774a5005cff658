import LossLab
import LossPlot

/// The picture of 4,000 samples, 1200 × 1200 pixels: laying out, drawing and encoding.
func measurePicture() throws -> [Field] {
  var options = Workload.toy.options
  options.steps = 300
  let run = try train(
    Workload.toy.entry, settings: Workload.toy.settings, options: options,
    data: Workload.toy.data)
  return try measureDrawing(run, .features)
}

/// The same of very many samples, as those of a training of that size: eight clouds.
func measureManySamples(_ count: Int) throws -> [Field] {
  let classes = 8
  var generator = SplitMix64(seed: 1, stream: 5)
  var elements = generator.normals(2 * count)
  let labels = (0..<count).map { $0 % classes }
  for sample in 0..<count {
    let (sine, cosine) = sinCos(2 * .pi * Double(labels[sample]) / Double(classes))
    elements[2 * sample] = 6 * cosine + elements[2 * sample]
    elements[2 * sample + 1] = 6 * sine + elements[2 * sample + 1]
  }
  return try measureDrawing(clouds(elements, labels: labels, classes: classes), .features)
}

/// The same of very many classes with four samples each, in all directions.
func measureManyClasses(_ classes: Int) throws -> [Field] {
  var generator = SplitMix64(seed: 1, stream: 6)
  let count = 4 * classes
  let labels = (0..<count).map { $0 % classes }
  let noise = generator.normals(2 * count)
  var elements: [Double] = []
  for (sample, label) in labels.enumerated() {
    let direction = 2 * .pi * (Double(label) + 0.2 * noise[2 * sample]) / Double(classes)
    let (sine, cosine) = sinCos(direction)
    let length = 6 + noise[2 * sample + 1]
    elements += [length * cosine, length * sine]
  }
  return try measureDrawing(clouds(elements, labels: labels, classes: classes), .features)
}

private func clouds(_ elements: [Double], labels: [Int], classes: Int) -> Run {
  Run(
    features: Matrix(rows: labels.count, columns: 2, elements: elements), labels: labels,
    isTest: nil, classNames: (0..<classes).map { "\($0)" }, title: "clouds", weights: nil,
    bias: [], entry: nil, settings: LossSettings())
}

extension FigureStyle {
  fileprivate static var features: FigureStyle {
    var style = FigureStyle()
    style.views = [.features]
    return style
  }
}

private func measureDrawing(_ run: Run, _ style: FigureStyle) throws -> [Field] {
  var bytes = 0
  let format = PictureFormat.png(pixelsPerPoint: 2)
  _ = try render(runScene(run, style: style), as: format)
  let scene = Timing(repeats: 9) { _ = runScene(run, style: style) }
  let picture = try Timing(repeats: 9) {
    bytes = try render(runScene(run, style: style), as: format).bytes.count
  }
  let size = runScene(run, style: style)
  return scene.fields("scene") + picture.fields()
    + [Field("bytes", Double(bytes)), Field("pixels", size.width * size.height * 4)]
}
