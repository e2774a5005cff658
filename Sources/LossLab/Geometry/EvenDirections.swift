/// Unit class weights spread evenly: round the circle, or over the sphere.
///
/// On a circle classes cannot pass one another, so where they start decides where they end; an even
/// start gives each class its place. In more than three dimensions the directions are random ones,
/// always the same: there is room, and any two are nearly at right angles.
package func evenDirections(classes: Int, dimensions: Int) -> Matrix<Double> {
  var weights = Matrix<Double>(rows: classes, columns: dimensions)
  guard dimensions <= 3 else {
    var generator = SplitMix64(seed: 0, stream: UInt64(dimensions))
    for index in 0..<classes {
      for (column, value) in unit(generator.normals(dimensions)).enumerated() {
        weights[index, column] = value
      }
    }
    return weights
  }
  for index in 0..<classes {
    if dimensions == 2 {
      let point = Point(angle: 2 * .pi * Double(index) / Double(classes))
      (weights[index, 0], weights[index, 1]) = (point.x, point.y)
    } else {
      // Fibonacci's spiral: equal steps of height, each turned by the golden angle.
      let height = 1 - (2 * Double(index) + 1) / Double(classes)
      let radius = (1 - height * height).squareRoot()
      let point = Point(angle: Double(index) * 2.399963229728653, radius: radius)
      (weights[index, 0], weights[index, 1], weights[index, 2]) = (point.x, point.y, height)
    }
  }
  return weights
}
