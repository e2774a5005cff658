extension Hypothesis {
  static var denominators: [Hypothesis] {
    func lost(
      _ loss: String, _ unknowns: [Unknown], _ parts: @escaping @Sendable ([Double]) -> [Double]
    )
      -> Hypothesis
    {
      head(loss, [.cosineLost], [.scale()] + unknowns) { numbers in
        let m = parts(Array(numbers.dropFirst()))
        return MistakenHead(
          magnitude: .fixed(numbers[0]),
          own: MistakenHead.byAngle(
            .combined(factor: m[0], angle: m[1], cosine: m[2], variant: .strict)),
          ownBelow: MistakenHead.byAngle(
            AngularMargin { MarginValue(value: m[0] * $0.radians + m[1] - m[2], slope: m[0]) }))
      }
    }
    return [
      lost("arcface", [angle]) { [1, $0[0], 0] },
      lost("cosface", [cosine]) { [1, 0, $0[0]] },
      lost(
        "combined",
        [
          .number("m1", [1], from: 0, to: 8), .number("m2", [0.3], from: 0, to: 2),
          .number("m3", [0.2], from: 0, to: 2),
        ]
      ) { $0 },
    ]
  }

  static var focal: [Hypothesis] {
    let gamma = Unknown.focus
    return [
      head("focal", [.focalOfMean], [gamma], isCoupled: true) { numbers in
        MistakenHead(magnitude: .product, own: taken(0), ending: .focalOfMean(numbers[0]))
      }
    ]
      + normalised.map { one in
        head(
          one.loss, [.focalOfMean], words: one.words,
          [.scale(), gamma] + (one.unknown.map { [$0] } ?? []), isCoupled: true
        ) { numbers in
          MistakenHead(
            magnitude: .fixed(numbers[0]), own: one.own(numbers.count > 2 ? numbers[2] : 0),
            ending: .focalOfMean(numbers[1]))
        }
      }
  }

  static var inter: [Hypothesis] {
    [
      Hypothesis(
        loss: "normface", mistakes: [.interAdded],
        unknowns: [.scale(), .positive("inter", [0.1, 1])], isCoupled: true
      ) { numbers, input in
        let settings = LossSettings()
        let head = MarginSoftmax(magnitude: .fixed(numbers[0]), settings: settings)
        let loss = Loss.sum(head.loss, .interTerm(weight: -numbers[1]))
        return Prediction(loss.evaluate(input), hasPerSample: true)
      }
    ]
  }

  static func twoClasses(_ classes: Int) -> [Hypothesis] {
    guard classes == 2 else { return [] }
    return [
      head("adacos", [.scaleOfTwoClasses], words: [.init(name: "variant", value: "fixed")], []) {
        _ in MistakenHead(magnitude: .fixed(0), own: taken(0))
      }
    ]
  }

  /// Batch-hard triplets whose negative is the farthest.
  static var farthestNegative: [Hypothesis] {
    Metric.allCases.flatMap { metric in
      [true, false].map { normalizes in
        Hypothesis(
          loss: "triplet",
          words: [
            .init(name: "variant", value: "batch_hard"),
            .init(name: "metric", value: metric.rawValue),
            .init(name: "normalize", value: normalizes ? "yes" : "no"),
          ],
          mistakes: [.farthestNegative], unknowns: [.number("m", [0.2, 1], from: 0, to: 10)],
          isCoupled: true, reductions: [.mean]
        ) { numbers, input in
          let loss = TripletLoss(
            rule: .batchHard, metric: metric, normalizes: normalizes, margin: numbers[0],
            mistakesNegatives: true
          ).loss
          return Prediction(loss.evaluate(input), hasPerSample: false)
        }
      }
    }
  }
}
