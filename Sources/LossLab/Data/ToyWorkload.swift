/// The workload that lossviz is compared with other programs on: 8 classes of 500 samples in 64
/// inputs, bit for bit what a NumPy script of the same recipe writes.
///
/// x = 4 u + t v + 0.6 (t² − 1) w + e, as in `Identities` but nearer together, without hard samples,
/// and drawn from whole matrices: streams 1, 2, 3 are the directions, 4 and 5 give t and e of the
/// training samples, 6 and 7 those of the test samples. Sample i is of class i mod 8.
package func toyWorkload(seed: UInt64 = 1) -> Dataset {
  let classes = 8
  let directions = (1...3).map { stream in
    var generator = SplitMix64(seed: seed, stream: UInt64(stream))
    return (0..<classes).map { _ in unit(generator.normals(64)) }
  }
  return Dataset(
    name: "toy", title: "\(classes) toy classes", classNames: (0..<classes).map { "\($0)" },
    train: toySamples(directions: directions, seed: seed, stream: 4),
    test: toySamples(directions: directions, seed: seed, stream: 6))
}

/// 500 samples a class: the factor from `stream`, the noise from the one after it.
private func toySamples(directions: [[[Double]]], seed: UInt64, stream: UInt64) -> LabelledSamples {
  let classes = directions[0].count
  var factors = SplitMix64(seed: seed, stream: stream)
  var noise = SplitMix64(seed: seed, stream: stream + 1)
  var factor = factors.normals(500 * classes).makeIterator()
  return LabelledSamples(inTurn: classes, each: 500, columns: 64) { label, elements in
    let t = factor.next() ?? 0
    let (u, v, w) = (directions[0][label], directions[1][label], directions[2][label])
    let e = noise.normals(64)
    for k in 0..<64 {
      elements.append(Float(4 * u[k] + t * v[k] + 0.6 * (t * t - 1) * w[k] + e[k]))
    }
  }
}
