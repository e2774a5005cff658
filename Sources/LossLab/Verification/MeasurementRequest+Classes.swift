extension MeasurementRequest {
  /// The mean of each class's unit features, normalised; zeros where there is none.
  func centers(_ counts: [Int]) -> Matrix<Double> {
    var means = Matrix<Double>(rows: classNames.count, columns: rows.columns)
    for (row, label) in labels.enumerated() {
      let unit = rows.unit(row)
      for column in unit.indices { means[label, column] += unit[column] }
    }
    return means.meanDirections(counts)
  }

  /// Samples whose own logit with margin is below another's without; the common factor ‖x‖ · s
  /// makes no difference.
  func violations(_ angles: NearestDirections, _ lengths: [Double]?) -> Double? {
    // Lengths of features are not at hand here.
    guard let head, !head.marginUsesNorm else { return nil }
    let usesLength = head.magnitude.usesWeightNorm && lengths != nil
    return share { row in
      // A weight of zeros has a cosine of 0 to everything.
      let angle =
        angles.own[row].isNaN ? Angle(cosine: 0, sine: 1) : Angle(radians: angles.own[row])
      let own = head.target.evaluate(angle).value
      if usesLength, head.other == nil, let lengths {
        return angles.largestProduct[row] > lengths[labels[row]] * own
      }
      let other = Angle(radians: angles.other[row])
      if !head.rivalIsCosine && head.other == nil || head.hasThresholds {
        return head.excess(own: angle, other: other) < 0
      }
      return (head.other?.evaluate(other).value ?? other.cosine) > own
    }
  }
}
