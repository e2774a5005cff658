/// Where class names stand in the frames of a film: where their regions are, without the tremor.
struct FilmNames {
  /// For each frame the directions of the classes.
  private let vectors: [[[Double]]]

  init(_ vectors: [[[Double]]]) {
    self.vectors = vectors
  }

  /// The mean over the frames around each one, fewer towards the ends.
  var steady: [[[Double]]] {
    vectors.indices.map { index in
      let reach = min(Self.reach, index, vectors.count - 1 - index)
      return vectors[index].indices.map { name in
        var sum = Array(repeating: 0.0, count: vectors[index][name].count)
        for other in index - reach...index + reach {
          let length = max(norm(vectors[other][name]), 1e-12)
          for k in sum.indices { sum[k] += vectors[other][name][k] / length }
        }
        return norm(sum) > 1e-9 ? sum : vectors[index][name]
      }
    }
  }

  /// The largest values of the frames around each one, without their jumps.
  static func envelope(_ values: [[Double]]) -> [[Double]] {
    func around(_ values: [[Double]], _ join: ([Double]) -> Double) -> [[Double]] {
      values.indices.map { index in
        let reach = min(reach, index, values.count - 1 - index)
        return values[index].indices.map { name in
          join((index - reach...index + reach).map { values[$0][name] })
        }
      }
    }
    return around(around(values) { $0.max() ?? 0 }, mean)
  }

  /// Frames on either side.
  private static let reach = 3
}
