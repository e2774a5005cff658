/// What compares samples with one another.
extension FeatureReport {
  var pairs: JSONValue {
    let rates = measured.verification
    var acceptance: [String: JSONValue] = [:]
    var accepted: [String: JSONValue] = [:]
    for one in rates.acceptance {
      acceptance["1e\(one.exponent)"] = number(one.rate)
      accepted["1e\(one.exponent)"] = number(Double(one.falseAccepts))
    }
    var document: [String: JSONValue] = [
      "metric": .text(rates.scale.metric.rawValue),
      "positive": kind(rates.positive), "negative": kind(rates.negative),
      "thresholdAtFar": .object(thresholds), "dprime": number(rates.decidability),
      "intervals": measured.intervals.map {
        [
          "method": .text($0.method.rawValue), "identities": number(Double($0.people)),
          "draws": number(Double(RateIntervals.draws)), "level": 0.95,
        ]
      } ?? .null,
      "eerInterval": interval(measured.intervals?.equalError),
      "overlap": number(rates.positive.overlap(with: rates.negative)),
      "eer": number(rates.equalError?.rate),
      "eerAngle": rates.scale.metric == .cosine ? degrees(rates.equalError?.angle) : .null,
      "eerDistance": rates.scale.metric == .cosine ? .null : separation(rates.equalError?.angle),
      "auc": number(rates.areaUnderCurve), "tarAtFar": .object(acceptance),
      "falseAccepts": .object(accepted), "exact": .bool(rates.isExact),
      "accuracy": rates.accuracy.map {
        [
          "mean": number($0.mean), "sd": number($0.deviation),
          "folds": number(Double($0.folds)), "threshold": separation($0.threshold),
        ]
      } ?? .null,
    ]
    // The lowest false reject rate of a false accept rate of 1/10, 1/100, 1/1000.
    for (name, acceptance) in zip(["fmr10", "fmr100", "fmr1000"], rates.acceptance) {
      document[name] = number(acceptance.rate.map { 1 - $0 })
    }
    return .object(document)
  }

  private var thresholds: [String: JSONValue] {
    let rates = measured.verification
    var all: [String: JSONValue] = [:]
    for (index, point) in rates.operatingPoints.enumerated() {
      all["1e\(-index - 1)"] =
        point.map { point in
          var one = threshold(point.likeness)
          one["achieved"] = number(point.achieved)
          one["falseAccepts"] = number(Double(point.falseAccepts))
          one["tar"] = number(point.trueAccept)
          one["interval"] = interval(measured.intervals?.trueAccept[index])
          return .object(one)
        } ?? .null
    }
    return all
  }

  /// Pairs at least so alike are accepted.
  private func threshold(_ likeness: Double) -> [String: JSONValue] {
    let scale = measured.verification.scale
    let separation = scale.separation(ofLikeness: likeness)
    return scale.metric == .cosine
      ? ["angle": degrees(separation), "cosine": number(likeness)]
      : ["distance": number(scale.value(ofSeparation: separation))]
  }

  /// In degrees, or as distance.
  private func separation(_ separation: Double?) -> JSONValue {
    number(separation.map { measured.verification.scale.value(ofSeparation: $0) })
  }

  private func interval(_ range: ClosedRange<Double>?) -> JSONValue {
    range.map { [number($0.lowerBound), number($0.upperBound)] } ?? .null
  }

  var openSet: JSONValue {
    .list(
      (measured.openSet?.points ?? []).map { point in
        [
          "rate": number(point.rate), "fpir": number(point.falsePositive),
          "fnir": number(point.falseNegative),
          "falsePositives": number(Double(point.falsePositives)),
          "threshold": separation(
            measured.verification.scale.separation(ofLikeness: point.likeness)),
        ]
      })
  }

  var quality: JSONValue {
    measured.quality.map { quality in
      [
        "far": .text("1e\(quality.exponent)"), "rejected": .list(quality.rejected.map(number)),
        "falseRejects": .list(quality.falseRejects.map(number)), "gain": number(quality.gain),
        "lengths": .list(quality.lengths.map(number)),
      ]
    } ?? .null
  }

  private func kind(_ angles: PairAngles) -> JSONValue {
    [
      "count": number(Double(angles.count)), "mean": separation(angles.mean),
      "sd": separation(angles.deviation),
    ]
  }

  var identification: JSONValue {
    .list(
      (measured.identification?.levels ?? []).map {
        ["distractors": number(Double($0.distractors)), "rank1": number($0.rank1)]
      })
  }
}
