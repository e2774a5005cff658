import LossLab
import LossPlot

@testable import LossScene

extension FigureContext {
  /// A few steps on little data: enough to draw from, far too little to prove anything.
  static var tiny: FigureContext {
    FigureContext(seeds: [1]) { request in
      request.steps = 24
      request.data.options.samplesPerClass = 12
      request.options.batch = 24
      request.options.warmup = 2
      request.options.network = .mlp([12])
      if request.options.snapshotInterval > 0 { request.options.snapshotInterval = 8 }
    }
  }
}
