// ψ as mistaken formulas have it.

extension AngularMargin {
  /// Σ (−1)^n binomial(m, 2n) c^{m−2n} (1 − c²)^n over 2n ≥ m: what is left of it is n = m/2.
  static func wrongTerms(_ factor: Int) -> AngularMargin {
    AngularMargin { angle in
      guard factor % 2 == 0 else { return MarginValue(value: 0, slope: 0) }
      var power = 1.0
      for _ in 0..<factor - 1 { power *= angle.sine }
      let sign: Double = factor / 2 % 2 == 0 ? 1 : -1
      return MarginValue(
        value: sign * power * angle.sine, slope: sign * Double(factor) * power * angle.cosine)
    }
  }

  /// 1 − x²/2! + x⁴/4! − x⁶/6! + x⁸/8! − x⁹/9! at x = mθ; clamped to −m … 1 as seen in code.
  static func taylor(_ factor: Double, isClamped: Bool) -> AngularMargin {
    AngularMargin { angle in
      let x = factor * angle.radians
      let square = x * x
      let even = 1 + square * (-1 / 2 + square * (1 / 24 + square * (-1 / 720 + square / 40320)))
      let value = even - square * square * square * square * x / 362_880
      if isClamped && (value < -factor || value > 1) {
        return MarginValue(value: value > 1 ? 1 : -factor, slope: 0)
      }
      let slope =
        x * (-1 + square * (1 / 6 + square * (-1 / 120 + square / 5040)))
        - square * square * square * square / 40320
      return MarginValue(value: value, slope: factor * slope)
    }
  }
}
