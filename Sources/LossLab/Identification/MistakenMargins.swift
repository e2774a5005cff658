// ψ as mistaken formulas have it.

extension AngularMargin {
  /// (−1)^k cos mφ − 2k at φ = `multiple` · θ, where k counts from `first` and is no more than
  /// `pieces`.
  static func continued(
    _ factor: Double, of multiple: Double, first: Int = 0, pieces: Int = Int.max
  ) -> AngularMargin {
    AngularMargin { angle in
      let turn = factor * multiple * angle.radians
      let k = Double(min(pieces, first + Int((turn / .pi).rounded(.down))))
      let (sine, cosine) = sinCos(turn)
      let sign: Double = k.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1
      return MarginValue(value: sign * cosine - 2 * k, slope: -sign * factor * multiple * sine)
    }
  }

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

extension TripletLoss {
  /// The farthest positive and the farthest negative of each anchor.
  static func farthest(metric: Metric, normalizes: Bool, margin: Double) -> Loss {
    Loss { input, output in
      let distances = PairDistances(input.features, metric: metric, normalizes: normalizes)
      let count = distances.count
      var slopes = Array(repeating: 0.0, count: count * count)
      var anchors = 0.0
      for anchor in 0..<count {
        let others = (0..<count).filter { $0 != anchor }
        func farthest(isSame: Bool) -> Int? {
          others.filter { (input.labels[$0] == input.labels[anchor]) == isSame }
            .max { distances[anchor, $0] < distances[anchor, $1] }
        }
        guard let positive = farthest(isSame: true), let negative = farthest(isSame: false) else {
          continue
        }
        anchors += 1
        let hinge = distances[anchor, positive] - distances[anchor, negative] + margin
        guard hinge > 0 else { continue }
        output.value += hinge
        slopes[anchor * count + positive] += 1
        slopes[anchor * count + negative] -= 1
      }
      guard anchors > 0 else { return }
      output.value /= anchors
      distances.addGradient(of: slopes.map { $0 / anchors }, to: &output.featureGradient)
    }
  }
}
