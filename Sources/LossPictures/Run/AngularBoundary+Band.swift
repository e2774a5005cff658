import LossLab

extension AngularBoundary {
  /// From the end of the first class's margined rule to that of the second's, radians.
  ///
  /// 0 where the loss has no margin, negative where the two rules overlap; `nil` where one has no
  /// end inside the wedge.
  package var width: Double? {
    guard let firstRule, let secondRule else { return nil }
    return signedTurn(secondRule - firstRule)
  }

  /// Where neither rule holds; `nil` without a margin.
  var band: (start: Double, width: Double)? {
    guard let firstRule, let width, width > 1e-9 else { return nil }
    return (firstRule, width)
  }
}
