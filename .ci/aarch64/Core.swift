import LossLab

@_silgen_name("putchar") private func put(_ character: Int32) -> Int32

/// Trains some losses for a moment and prints each with what its numbers come to, bit by bit: the
/// same lines on every processor.
@main struct Core {
  private static let losses: [LossEntry] = [
    .softmax, .cosface, .arcface, .sphereface, .center, .triplet, .supcon, .adaface, .sphereface2,
  ]

  static func main() {
    for entry in losses {
      for byte in "\(entry.name) \(summary(entry))\n".utf8 { _ = put(Int32(byte)) }
    }
  }

  private static func summary(_ entry: LossEntry) -> String {
    do throws(LabError) {
      let source = Identities(seed: 1).source(classes: 6, samples: 60)
      var dataset = DatasetOptions()
      dataset.samplesPerClass = 60
      let data = try Dataset(source, options: dataset)
      var options = TrainingOptions()
      options.steps = 60
      let run = try train(
        entry, settings: entry.settings(classes: 6), options: options, data: data)
      var sum = Checksum()
      sum.add(run.train.features.elements + run.test.features.elements)
      sum.add(run.parameters.weights.elements + run.history.map { $0.loss })
      sum.add([run.metrics.loss, run.metrics.intra, run.metrics.gap, run.metrics.violations])
      return "\(sum.value)"
    } catch {
      return "failed"
    }
  }
}

/// FNV-1a over the bits of numbers.
private struct Checksum {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ numbers: [Double]) {
    for number in numbers { value = (value ^ number.bitPattern) &* 0x100_0000_01b3 }
  }
}
