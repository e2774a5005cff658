import LossLab
import LossPlot

/// About how much memory a training takes, to refuse what no machine has before it is asked for.
struct MemoryEstimate {
  let bytes: Double

  init(_ options: TrainingOptions, data: Dataset, entry: LossEntry) {
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
    }
    activations *= 2 * batch
    // Of pairs, a loss keeps distances and slopes; else a few values of each class and sample.
    let head = entry.kind == .metric ? 3 * batch * batch : 4 * batch * classes
    bytes = 4 * activations + 16 * parameters + 8 * head
  }

  init(_ plan: TrainingPlan) {
    self.init(plan.options.training, data: plan.data, entry: plan.entry)
  }

  /// - Throws: `UsageError.conflict` for what the whole machine does not have, `MemoryShortage` for
  ///   what is not to be had now.
  func check() throws {
    let hint = "lower --batch or the widths of --network"
    let all = MemoryRoom.wholeMachine
    guard bytes <= all else {
      throw UsageError.conflict(
        "these sizes need about \(MemoryShortage.size(bytes)) of memory, and this machine has"
          + " \(MemoryShortage.size(all))", hint: hint)
    }
    try MemoryRoom.check(bytes, for: "these sizes", hint: hint)
  }
}
