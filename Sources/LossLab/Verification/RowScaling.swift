/// The number times a power of two.
func scaled<Number: BinaryFloatingPoint>(_ number: Number, by exponent: Int) -> Number {
  Number(sign: .plus, exponent: Number.Exponent(exponent), significand: number)
}

extension Matrix where Scalar: BinaryFloatingPoint {
  /// Multiplies a row by the power of two that brings its largest number to between 1 and 2.
  ///
  /// - Returns: the power of two that the row was larger; 0 where it is zero or not finite.
  mutating func bringNearOne(row: Int) -> Int {
    let places = row * columns..<(row + 1) * columns
    var largest: Scalar = 0
    for place in places {
      guard elements[place].isFinite else { return 0 }
      largest = max(largest, abs(elements[place]))
    }
    guard largest > 0 else { return 0 }
    let exponent = Int(largest.exponent)
    for place in places { elements[place] = scaled(elements[place], by: -exponent) }
    return exponent
  }
}

extension Matrix<Float> {
  /// In double precision, where no square of a `Float` is too large or too small.
  func length(ofRow row: Int) -> Double {
    var square = 0.0
    for index in row * columns..<(row + 1) * columns {
      square += Double(elements[index]) * Double(elements[index])
    }
    return square.squareRoot()
  }
}
