extension SpreadValue {
  /// The mean over seeds, with what they reach from least to most.
  init(x: Double, seeds: [Double]) {
    self.init(x: x, mean: LossLab.mean(seeds), low: seeds.min() ?? 0, high: seeds.max() ?? 0)
  }
}
