import LossLab

extension RunCaption {
  /// What the sphere shows of a class's own margined rule.
  enum Cap: Equatable {
    /// There is no margin, or no room for so many circles.
    case none
    /// A circle around the weight, radians.
    case circle(Double)
    /// The margin is larger than what lies between the class and its nearest neighbour.
    case unfit
  }

  /// For each class where its rule holds against its nearest neighbour: a circle as wide as the rule
  /// is on the arc between the two.
  var caps: [Cap] {
    let weights = run.parameters.weights
    guard !isPlane, classNames.count <= Self.mostArrows, weights.rows == classNames.count,
      let head = entry?.make(run.settings).classifier, head.rowsPerClass == 1
    else { return [] }
    return classNames.indices.map { index in
      let axis = weights.row(index)
      let others = classNames.indices.filter { $0 != index }.map {
        angleBetween(axis, weights.row($0)).radians
      }
      guard let nearest = others.min(), nearest > 1e-3, norm(axis) > 0 else { return .none }
      let pair = Matrix<Double>(rows: 2, columns: 2, elements: [1, 0, cos(nearest), sin(nearest)])
      let two = Classifier(head: head, parameters: ClassParameters(weights: pair))
      let bands = two.bands().compactMap { $0 }
      guard let band = bands.first else { return .none }
      guard band.fits else { return .unfit }
      return band.start > 0 && band.start < nearest ? .circle(band.start) : .none
    }
  }
}
