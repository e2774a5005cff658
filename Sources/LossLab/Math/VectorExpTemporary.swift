func vectorExp(_ values: UnsafeMutablePointer<Double>, count: Int) {
  for index in 0..<count { values[index] = exp(values[index]) }
}
