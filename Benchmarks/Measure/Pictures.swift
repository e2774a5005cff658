import LossLab
import LossPlot

/// The picture of 4,000 samples, 1200 × 1200 pixels: laying out, drawing and encoding.
func measurePicture() throws -> [Field] {
  var options = Workload.toy.options
  options.steps = 300
  let run = try train(
    Workload.toy.entry, settings: Workload.toy.settings, options: options,
    data: Workload.toy.data)
  var style = FigureStyle()
  style.views = [.features]
  return try measureDrawing(run, style)
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
  let features = Matrix(rows: count, columns: 2, elements: elements)
  let given = GivenFeatures(
    features: features, labels: labels, isTest: nil, classNames: (0..<classes).map { "\($0)" },
    title: "clouds", weights: nil, bias: [], entry: nil, settings: LossSettings())
  let run = given.run
  var style = FigureStyle()
  style.views = [.features]
  return try measureDrawing(run, style)
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
