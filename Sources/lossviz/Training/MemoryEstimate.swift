import LossLab

/// About how much memory a training takes, to refuse what no machine has before it is asked for.
struct MemoryEstimate {
  let bytes: Double

  init(_ options: TrainingOptions, data: Dataset, entry: LossEntry) {
    let inputs = Double(data.train.samples.columns)
    let batch = Double(options.batch)
    let classes = Double(data.classCount)
    var widths: [Double] = [inputs]
    switch options.network {
    case .mlp(let hidden): widths += hidden.map { Double($0) }
    // Pairs of 32, 64 and 128 feature maps, each pair over a quarter of the pixels before.
    case .lenet: widths += [64 * inputs, 32 * inputs, 16 * inputs]
    }
    widths.append(Double(options.dimensions))
    var activations = 0.0
    for width in widths { activations += 2 * width * batch }
    var parameters = 0.0
    for (from, to) in zip(widths, widths.dropFirst()) { parameters += from * to }
    // Of pairs, a loss keeps distances and slopes; else a few values of each class and sample.
    let head = entry.kind == .metric ? 3 * batch * batch : 4 * batch * classes
    bytes = 4 * activations + 16 * parameters + 8 * head
  }

  /// - Parameter available: the memory of the machine, in bytes.
  /// - Throws: `UsageError.conflict`.
  func check(available: Double) throws(UsageError) {
    guard bytes > available else { return }
    throw .conflict(
      "these sizes need about \(gigabytes(bytes)) GB of memory, and here are"
        + " \(gigabytes(available))",
      hint: "lower --batch or the widths of --network")
  }

  private func gigabytes(_ bytes: Double) -> Int { Int((bytes / 1e9).rounded(.up)) }
}
