// exp, log and the circular functions of our own: libm differs between machines, and training has
// to give the same bits on all of them. Within 2 ulp of the true value on the ranges used here.

/// eˣ; infinity above 709.78, 0 below −745.
@inlinable
package func exp(_ x: Double) -> Double {
  guard x <= 709.782712893384 else { return x.isNaN ? x : .infinity }
  guard x >= -745.2 else { return 0 }
  // x = n ln 2 + r with |r| ≤ ln 2 / 2; ln 2 in two parts, so that n · ln2High is exact.
  let n = (x * 1.4426950408889634).rounded(.toNearestOrEven)
  let r = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10
  var p = 1.6059043836821613e-10  // 1/13!, Taylor: |r|¹⁴/14! < 5e-18
  p = p * r + 2.08767569878681e-09
  p = p * r + 2.505210838544172e-08
  p = p * r + 2.755731922398589e-07
  p = p * r + 2.7557319223985893e-06
  p = p * r + 2.48015873015873e-05
  p = p * r + 0.0001984126984126984
  p = p * r + 0.001388888888888889
  p = p * r + 0.008333333333333333
  p = p * r + 0.041666666666666664
  p = p * r + 0.16666666666666666
  p = p * r + 0.5
  p = p * r * r + r + 1
  return scaled(p, byPowerOfTwo: Int(n))
}

/// `value · 2^power`, also where 2^power itself is subnormal.
@inlinable
func scaled(_ value: Double, byPowerOfTwo power: Int) -> Double {
  if power >= -1021 && power <= 1023 {
    return value * Double(bitPattern: UInt64(power + 1023) << 52)
  }
  let half = power / 2
  return value * Double(bitPattern: UInt64(half + 1023) << 52)
    * Double(bitPattern: UInt64(power - half + 1023) << 52)
}

/// ln x; −infinity at 0, NaN below.
@inlinable
package func log(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x < .infinity else { return x }
  var exponent = Int(x.exponent)
  var fraction = x.significand
  if fraction > 1.4142135623730951 {
    fraction *= 0.5
    exponent += 1
  }
  let n = Double(exponent)
  return n * 0.6931471803691238 + (twiceAtanh(of: fraction - 1) + n * 1.9082149292705877e-10)
}

/// ln(1 + x), exact to the last places for small x.
@inlinable
package func log1p(_ x: Double) -> Double {
  abs(x) < 0.4 ? twiceAtanh(of: x) : log(1 + x)
}

/// ln(1 + f) = 2 artanh(f / (2 + f)), for |f| up to about 0.42.
@inlinable
func twiceAtanh(of f: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  var p = 1.0 / 25
  p = p * z + 1.0 / 23
  p = p * z + 1.0 / 21
  p = p * z + 1.0 / 19
  p = p * z + 1.0 / 17
  p = p * z + 1.0 / 15
  p = p * z + 1.0 / 13
  p = p * z + 1.0 / 11
  p = p * z + 1.0 / 9
  p = p * z + 1.0 / 7
  p = p * z + 1.0 / 5
  p = p * z + 1.0 / 3
  // 2s = f − s·f, so f itself stays exact in front of the small rest.
  return f - s * (f - 2 * z * p)
}

/// sin x and cos x together; for |x| up to about 10⁵.
@inlinable
package func sinCos(_ x: Double) -> (sine: Double, cosine: Double) {
  guard x.isFinite else { return (.nan, .nan) }
  // π/2 in three parts (33 bits each but the last): the products with n are exact.
  let n = (x * 0.6366197723675814).rounded(.toNearestOrEven)
  let r =
    ((x - n * 1.5707963267341256) - n * 6.077100506303966e-11) - n * 2.0222662487959506e-21
  let z = r * r
  var s = -8.22063524662433e-18  // −1/19!
  s = s * z + 2.8114572543455206e-15
  s = s * z - 7.647163731819816e-13
  s = s * z + 1.6059043836821613e-10
  s = s * z - 2.505210838544172e-08
  s = s * z + 2.7557319223985893e-06
  s = s * z - 0.0001984126984126984
  s = s * z + 0.008333333333333333
  s = s * z - 0.16666666666666666
  s = s * z * r + r
  var c = 4.110317623312165e-19  // 1/20!, with the sign of the term: +
  c = c * z - 1.5619206968586225e-16
  c = c * z + 4.779477332387385e-14
  c = c * z - 1.1470745597729725e-11
  c = c * z + 2.08767569878681e-09
  c = c * z - 2.755731922398589e-07
  c = c * z + 2.48015873015873e-05
  c = c * z - 0.001388888888888889
  c = c * z + 0.041666666666666664
  c = c * z * z - 0.5 * z + 1
  switch Int(n) & 3 {
  case 0: return (s, c)
  case 1: return (c, -s)
  case 2: return (-s, -c)
  default: return (-c, s)
  }
}

@inlinable
package func sin(_ x: Double) -> Double { sinCos(x).sine }

@inlinable
package func cos(_ x: Double) -> Double { sinCos(x).cosine }

/// The angle of the point (x, y), radians in [−π, π]; 0 at the origin.
@inlinable
package func atan2(_ y: Double, _ x: Double) -> Double {
  let width = abs(x)
  let height = abs(y)
  guard width > 0 || height > 0 else { return x.isNaN || y.isNaN ? .nan : 0 }
  var angle =
    height <= width
    ? arctangent(height / width) : (1.5707963267948966 - arctangent(width / height))
  if x < 0 { angle = Double.pi - angle }
  return y < 0 ? -angle : angle
}

/// arctan t for t in [0, 1]: the nearest of nine table angles, then a short series.
@inlinable
func arctangent(_ t: Double) -> Double {
  let k = Int(t * 8 + 0.5)
  let (node, base): (Double, Double) =
    switch k {
    case 0: (0, 0)
    case 1: (0.125, 0.12435499454676144)
    case 2: (0.25, 0.24497866312686414)
    case 3: (0.375, 0.35877067027057225)
    case 4: (0.5, 0.4636476090008061)
    case 5: (0.625, 0.5585993153435624)
    case 6: (0.75, 0.6435011087932844)
    case 7: (0.875, 0.7188299996216245)
    default: (1, 0.7853981633974483)
    }
  let d = (t - node) / (1 + t * node)
  let z = d * d
  var p = -1.0 / 15
  p = p * z + 1.0 / 13
  p = p * z - 1.0 / 11
  p = p * z + 1.0 / 9
  p = p * z - 1.0 / 7
  p = p * z + 1.0 / 5
  p = p * z - 1.0 / 3
  return base + (d + d * z * p)
}

/// arccos c, radians in [0, π]; c outside [−1, 1] counts as the nearer end.
@inlinable
package func acos(_ c: Double) -> Double {
  let cosine = min(1, max(-1, c))
  return atan2(((1 - cosine) * (1 + cosine)).squareRoot(), cosine)
}
