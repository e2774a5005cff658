@testable import LossLab

/// Samples around random directions, and their classes.
func clusters(classes: Int, each: Int, dimensions: Int) -> (FeatureRows, [Int]) {
  var generator = SplitMix64(seed: 11)
  var elements: [Double] = []
  var labels: [Int] = []
  for index in 0..<classes {
    let center = generator.normals(dimensions)
    for _ in 0..<each {
      let noise = generator.normals(dimensions)
      elements += zip(center, noise).map { $0 + 1.1 * $1 }
      labels.append(index)
    }
  }
  return (
    FeatureRows(Matrix(rows: labels.count, columns: dimensions, elements: elements)), labels
  )
}
