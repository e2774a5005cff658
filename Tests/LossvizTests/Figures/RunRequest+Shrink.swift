import LossPlot

extension RunRequest {
  /// A few steps on little data: enough to draw from, far too little to prove anything.
  mutating func shrink() {
    steps = 24
    data.options.samplesPerClass = 12
    options.batch = 24
    options.warmup = 2
    options.network = .mlp([12])
    if options.snapshotInterval > 0 { options.snapshotInterval = 8 }
  }
}
