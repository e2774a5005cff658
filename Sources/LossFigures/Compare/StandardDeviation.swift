/// Of a sample, over n − 1; 0 for fewer than two values.
package func standardDeviation(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let middle = mean(values)
  let squares = values.map { ($0 - middle) * ($0 - middle) }
  return (squares.reduce(0, +) / Double(values.count - 1)).squareRoot()
}
