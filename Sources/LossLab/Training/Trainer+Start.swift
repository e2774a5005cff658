extension Trainer {
  /// Puts the class weights, which stand evenly, where the options want them.
  mutating func placeClasses() {
    switch options.start {
    case .even: break
    case .found: findClasses()
    case .long:
      findClasses()
      lengthenClasses()
    case .random: scatterClasses()
    }
  }

  /// Random directions, those of the seed.
  private mutating func scatterClasses() {
    var generator = DataStream.classStart.generator(seed: options.seed)
    for row in 0..<input.parameters.weights.rows {
      for (column, value) in unit(generator.normals(options.dimensions)).enumerated() {
        parameters[network.parameterCount + row * options.dimensions + column] = Float(value)
      }
    }
  }

  /// Brings the middle of the classes to the origin, and in the plane puts the class weights in the
  /// order in which the untrained network has the classes.
  private mutating func findClasses() {
    let (classes, dimensions) = (data.classCount, options.dimensions)
    var means = classMeans(features(of: data.train))
    for column in 0..<dimensions {
      var middle = 0.0
      for label in 0..<classes { middle += means[label, column] / Double(classes) }
      for label in 0..<classes { means[label, column] -= middle }
      // The biases of the last layer are the last parameters of the network.
      parameters[network.parameterCount - dimensions + column] -= Float(middle)
    }
    let rows = input.parameters.weights.rows
    guard dimensions == 2, rows > 0 else { return }
    let angles = means.directions
    let order = ascending(angles)
    let step = 2 * .pi / Double(classes)
    var (x, y) = (0.0, 0.0)
    for (rank, label) in order.enumerated() {
      let turn = Point(angle: angles[label] - step * Double(rank))
      (x, y) = (x + turn.x, y + turn.y)
    }
    let turn = atan2(y, x)
    let perClass = rows / classes
    for (rank, label) in order.enumerated() {
      for index in 0..<perClass {
        let share = (Double(index) - Double(perClass - 1) / 2) / Double(perClass)
        let direction = Point(angle: turn + step * (Double(rank) + share))
        let place = network.parameterCount + 2 * (label * perClass + index)
        parameters[place] = Float(direction.x)
        parameters[place + 1] = Float(direction.y)
      }
    }
  }

  /// Makes class weights long, and features, too, where those of the weights count for nothing.
  private mutating func lengthenClasses() {
    guard options.dimensions == 2, let magnitude = loss.classifier?.magnitude else { return }
    // L2-softmax has features of a norm of its own.
    let size = magnitude.usesWeightNorm ? magnitude.scale : 1
    let length = Float(max(1, planarScale(classes: data.classCount, posterior: 0.99) / size))
    for index in input.parameters.weights.elements.indices {
      parameters[network.parameterCount + index] *= length
    }
    guard magnitude == .featureNorm else { return }
    for index in network.featureParameters { parameters[index] *= length }
  }

  /// - Returns: `classes × dimensions`.
  private func classMeans(_ features: Matrix<Double>) -> Matrix<Double> {
    var means = Matrix<Double>(rows: data.classCount, columns: features.columns)
    let counts = data.train.counts(classes: data.classCount)
    for (row, label) in data.train.labels.enumerated() {
      for column in 0..<features.columns {
        means[label, column] += features[row, column] / Double(counts[label])
      }
    }
    return means
  }
}
