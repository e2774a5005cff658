extension Bounds {
  /// What C evenly spread class weights allow.
  ///
  /// In the plane neighbours are 2π/C apart. In more dimensions C ≤ d + 1 classes form a simplex,
  /// arccos(−1/(C − 1)) apart; for more there is no closed form, and no bound is given. Wang et al.
  /// 2018 (CosFace), eq. 6 and 7; their bound on s is for a simplex and far too weak in the plane,
  /// so the plane has its exact sum.
  package init(entry: LossEntry, settings: LossSettings, classes: Int, dimensions: Int) {
    let isPlane = dimensions == 2
    let isSimplex = classes <= dimensions + 1
    let angle =
      isPlane || classes < 3
      ? nearestAngle(classes: classes)
      : isSimplex ? acos(-1 / Double(classes - 1)) : nil
    largestMargin = angle.flatMap { angle in entry.marginBound.map { $0(angle, settings) } }
    smallestScale =
      isPlane
      ? planarScale(classes: classes, posterior: 0.9)
      : simplexScale(classes: classes, posterior: 0.9)
    isFeasible = true
    if let largestMargin {
      isFeasible = Self.fits(settings.margin, below: largestMargin)
    } else if let angle, entry.kind == .softmax, let head = entry.make(settings).classifier {
      // ψ at the weight itself against the nearest other class there.
      let own = Angle(cosine: 1, sine: 0)
      isFeasible =
        head.rivalIsCosine || head.other != nil
        ? head.target.evaluate(own).value >= cos(angle) - 1e-12
        : head.excess(own: own, other: Angle(radians: angle)) >= -1e-12
    }
  }

  /// A margin may lie on its bound.
  static func fits(_ margin: Double, below bound: Double) -> Bool { margin <= bound + 1e-12 }
}

/// The s with which p = 1 / (1 + Σ_k e^{−s (1 − cos(2πk/C))}) at an evenly spread class center.
package func planarScale(classes: Int, posterior: Double) -> Double {
  guard classes > 1 else { return 0 }
  var high = 1.0
  func reached(_ scale: Double) -> Double {
    var rest = 0.0
    for k in 1..<classes {
      rest += exp(-scale * (1 - cos(2 * .pi * Double(k) / Double(classes))))
    }
    return 1 / (1 + rest)
  }
  while reached(high) < posterior && high < 1e12 { high *= 2 }
  return halved(0, high, times: 100) { reached($0) < posterior }.high
}

/// The bound on s in CosFace, (C − 1)/C · ln((C − 1) p / (1 − p)), arXiv:1801.09414.
package func simplexScale(classes: Int, posterior: Double) -> Double {
  guard classes > 1 else { return 0 }
  let others = Double(classes - 1)
  return others / Double(classes) * log(others * posterior / (1 - posterior))
}
