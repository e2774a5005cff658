/// About how much memory a training takes, to refuse what no machine has before it is asked for.
package struct MemoryEstimate: Sendable {
  package let bytes: Double

  package init(_ options: TrainingOptions, data: Dataset, entry: LossEntry) {
    let inputs = Double(data.train.samples.columns)
    let batch = Double(options.batch)
    let classes = Double(data.classCount)
    let dimensions = Double(options.dimensions)
    var activations: Double
    var parameters: Double
    switch options.network {
    case .mlp(let hidden):
      let widths = [inputs] + hidden.map { Double($0) } + [dimensions]
      activations = widths.reduce(0, +)
      parameters = 0
      for (from, to) in zip(widths, widths.dropFirst()) { parameters += from * to }
    case .lenet:
      // Pairs of 32, 64 and 128 feature maps, each pair over a quarter of the pixels before.
      activations = (64 + 32 + 16) * inputs
      parameters = 25 * (32 + 32 * 32 + 32 * 64 + 64 * 64 + 64 * 128 + 128 * 128)
    case .lenet5:
      // 16 feature maps, and 16 over a quarter of the pixels; a dense layer over a quarter of them.
      activations = (16 + 4 + 4 + 1) * inputs
      parameters = 25 * (16 + 16 * 16) + 128 * inputs
    }
    activations *= 2 * batch
    // Of pairs, a loss keeps distances and slopes; else a few values of each class and sample.
    let head = entry.kind == .metric ? 3 * batch * batch : 4 * batch * classes
    bytes = 4 * activations + 16 * parameters + 8 * head
  }

  package init(_ training: Training) {
    self.init(training.options, data: training.data, entry: training.entry)
  }
}
