/// a · b + c rounded once, as processors' fused multiply-add: what every product of the network is
/// made of.
///
/// Exactly, without that instruction: the product of two floats is exact in double, and the sum is
/// rounded to odd there (of the two doubles on either side of a sum that is none, the one with an
/// odd last bit), so that rounding it once more is rounding the true sum: Boldo and Melquiond,
/// "Emulation of FMA and correctly rounded sums", IEEE Trans. Computers 57 (2008).
func fused(_ a: Float, _ b: Float, plus c: Float) -> Float {
  let (product, summand) = (Double(a) * Double(b), Double(c))
  let sum = product + summand
  let back = sum - product
  // What rounding took away; NaN, which is neither above nor below 0, beside an infinite sum.
  let lost = (product - (sum - back)) + (summand - back)
  let bits = sum.bitPattern
  guard lost < 0 || lost > 0, bits & 1 == 0 else { return Float(sum) }
  return Float(Double(bitPattern: (lost < 0) == (sum < 0) ? bits + 1 : bits - 1))
}
