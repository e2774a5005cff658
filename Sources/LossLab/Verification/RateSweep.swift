/// The ROC curve, from the strictest threshold on.
struct RateSweep {
  let positives: Double
  let negatives: Double
  let isExact: Bool
  /// Whether each likeness is known, not only its bin.
  let isKept: Bool
  let scale: PairScale
  private var points: [(last: Double, next: Double?, taken: (positive: Int, negative: Int))?] =
    Verification.falseAcceptRates.map { _ in nil }
  private(set) var area = 0.0
  private(set) var equalError: Verification.EqualError?
  private(set) var curve = [Verification.RatePoint(falseAccept: 0, trueAccept: 0)]
  private var taken = (positive: 0, negative: 0)
  private var last = Verification.RatePoint(falseAccept: 0, trueAccept: 0)
  private var lastCosine = 1.0
  /// True accept rates at 10⁻¹, 10⁻² and so on.
  private var rates = Verification.falseAcceptRates.map { _ in 0.0 }

  init(_ tally: PairTally) {
    positives = Double(tally.positive.count)
    negatives = Double(tally.negative.count)
    isExact = tally.isRefined
    isKept = tally.isExact
    scale = tally.scale
  }

  mutating func add(cosine: Double, positive: Int, negative: Int) {
    taken.positive += positive
    taken.negative += negative
    let next = Verification.RatePoint(
      falseAccept: Double(taken.negative) / negatives,
      trueAccept: Double(taken.positive) / positives)
    // A pair of each kind with one cosine counts as half won: the trapezoid does that.
    area += (next.falseAccept - last.falseAccept) * (next.trueAccept + last.trueAccept) / 2
    for (index, limit) in Verification.falseAcceptRates.enumerated() {
      // Against rounding of shares such as 3/30.
      let isWithin = next.falseAccept <= limit * (1 + 1e-12)
      if isWithin {
        rates[index] = next.trueAccept
        points[index] = (cosine, nil, taken)
      } else if !isExact, last.falseAccept < limit, negative > 0 {
        let share = (limit - last.falseAccept) / (next.falseAccept - last.falseAccept)
        rates[index] = last.trueAccept + share * (next.trueAccept - last.trueAccept)
      }
    }
    if equalError == nil, next.falseAccept >= 1 - next.trueAccept {
      let (share, rate) = next.equalError(after: last)
      let place = lastCosine + share * (cosine - lastCosine)
      equalError = .init(rate: rate, angle: scale.separation(ofLikeness: place), likeness: place)
    }
    for index in points.indices {
      if let point = points[index], point.next == nil, point.last != cosine {
        points[index]?.next = cosine
      }
    }
    let shown = curve[curve.count - 1]
    if next.trueAccept - shown.trueAccept > 0.004
      || next.falseAccept > 1.06 * shown.falseAccept || next.falseAccept >= 1
    {
      if curve[curve.count - 1] != last { curve.append(last) }
      curve.append(next)
    }
    last = next
    lastCosine = cosine
  }

  /// Half-way to the next pair, so that rounding elsewhere does not move one across; of bins, the
  /// edge.
  var operatingPoints: [Verification.OperatingPoint?] {
    zip(points, Verification.falseAcceptRates).enumerated().map { index, pair in
      let (point, limit) = pair
      guard let point, negatives * limit * (1 + 1e-12) >= 3 else { return nil }
      return .init(
        exponent: -index - 1,
        likeness: isKept ? (point.last + (point.next ?? scale.least)) / 2 : point.last,
        achieved: Double(point.taken.negative) / negatives, falseAccepts: point.taken.negative,
        trueAccept: Double(point.taken.positive) / positives)
    }
  }

  var acceptance: [Verification.Acceptance] {
    var power = 1.0
    return rates.indices.map { index in
      power *= 10
      let falseAccepts = Int(negatives / power * (1 + 1e-12))
      return .init(
        exponent: -index - 1, rate: falseAccepts >= 1 ? rates[index] : nil,
        falseAccepts: falseAccepts)
    }
  }
}
