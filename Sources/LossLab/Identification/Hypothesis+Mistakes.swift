extension Hypothesis {
  /// Formulas with one mistake in them, as they are seen in articles and code.
  static func mistaken(_ observation: Observation) -> [Hypothesis] {
    guard let weights = observation.weights, weights.rows > 0 else {
      return farthestNegative
    }
    var all =
      normalisations + negatives + easyCosine + lengths + outside + factors + denominators
      + focal + inter + twoClasses(weights.rows)
    let count = observation.labels.count
    for place in all.indices { all[place].reductions = count > 1 ? [.mean, .sum(count)] : [.mean] }
    return all
  }

  typealias Cosine = @Sendable (Double) -> MistakenHead.CosineValue

  static let angle = Unknown.number("m", [0.1, 0.5, 2.5, 4.5], from: 0, to: 2 * .pi)
  static let cosine = Unknown.number("m", [0.1, 0.4], from: 0, to: 2)
  static let factor = Unknown.number("m", [1.3, 2, 4], from: 1, to: 8)

  /// A head with numbers left open.
  static func head(
    _ loss: String, _ mistakes: [Mistake], words: [Word] = [], m: Int? = nil,
    _ unknowns: [Unknown], isCoupled: Bool = false,
    _ make: @escaping @Sendable ([Double]) -> MistakenHead
  ) -> Hypothesis {
    Hypothesis(
      loss: loss, words: words, fixed: m.map { [.init(name: "m", value: Double($0))] } ?? [],
      mistakes: mistakes, unknowns: unknowns, isCoupled: isCoupled
    ) { numbers, input in
      // The biases of a layer have no place in these.
      input.parameters.bias.isEmpty ? make(numbers).predict(input) : nil
    }
  }

  /// ψ of a normalised loss, for s and one margin.
  struct Margined {
    let loss: String
    var words: [Word] = []
    let unknown: Unknown?
    let own: @Sendable (Double) -> Cosine
  }

  static func taken(_ m: Double) -> Cosine {
    { MistakenHead.CosineValue(value: $0 - m, slope: 1) }
  }

  static func added(_ m: Double, _ variant: AngularVariant) -> Cosine {
    MistakenHead.byAngle(.additiveAngle(m, variant: variant))
  }

  private static let variants: [AngularVariant] = [.strict, .monotone, .easy, .clamp, .continuous]

  static var arcfaces: [Margined] {
    variants.map { variant in
      Margined(
        loss: "arcface", words: [.init(name: "variant", value: variant.rawValue)], unknown: angle
      ) { added($0, variant) }
    }
  }

  static var normalised: [Margined] {
    [
      Margined(loss: "normface", unknown: nil) { _ in taken(0) },
      Margined(loss: "cosface", unknown: cosine) { taken($0) },
      Margined(loss: "sphereface", unknown: factor) { m in
        MistakenHead.byAngle(.combined(factor: m, angle: 0, cosine: 0, variant: .strict))
      },
    ] + arcfaces
  }

  /// Lengths that are still in what is taken for a cosine.
  private static var normalisations: [Hypothesis] {
    [(false, true), (true, false), (true, true)].flatMap { feature, weight in
      normalised.filter { $0.unknown != nil || feature }.map { one in
        let mistakes: [Mistake] =
          (weight ? [.weightsNotNormalised] : []) + (feature ? [.featuresNotNormalised] : [])
        return head(
          one.loss, mistakes, words: one.words, [.scale()] + (one.unknown.map { [$0] } ?? [])
        ) { numbers in
          MistakenHead(
            keepsFeatureNorm: feature, keepsWeightNorm: weight, magnitude: .fixed(numbers[0]),
            own: one.own(numbers.count > 1 ? numbers[1] : 0))
        }
      }
    }
  }

  private static var negatives: [Hypothesis] {
    arcfaces.map { one in
      head(one.loss, [.negativesMargined], words: one.words, [.scale(), angle]) { numbers in
        let own = one.own(numbers[1])
        return MistakenHead(magnitude: .fixed(numbers[0]), own: own, other: own)
      }
    }
      + integers { name, m, magnitude in
        let own = MistakenHead.byAngle(.multiplicative(m))
        return head(name, [.negativesMargined], m: m, []) { _ in
          MistakenHead(magnitude: magnitude, own: own, other: own)
        }
      }
  }

  private static var easyCosine: [Hypothesis] {
    [
      head("cosface", [.easyMargin], [.scale(), cosine]) { numbers in
        MistakenHead(
          magnitude: .fixed(numbers[0]),
          own: { c in
            MistakenHead.CosineValue(value: c > 0 ? c - numbers[1] : c, slope: 1)
          })
      }
    ]
  }

  /// L-Softmax and SphereFace for each m, margin and magnitude.
  static func integers(
    from least: Int = 2, _ make: (String, Int, Magnitude) -> Hypothesis
  ) -> [Hypothesis] {
    (least...4).flatMap { m in
      [make("lsoftmax", m, .product), make("sphereface", m, .featureNorm)]
    }
  }

  /// Whose lengths stand where.
  private static var lengths: [Hypothesis] {
    let psi: @Sendable (Int) -> Cosine = { MistakenHead.byAngle(.multiplicative($0)) }
    return (1...4).flatMap { m in
      [
        head("lsoftmax", [.targetNormForOthers], m: m, []) { _ in
          MistakenHead(magnitude: .product, lengths: .weightOfTarget, own: psi(m))
        },
        head("sphereface", [.otherFeatureNorm], m: m, [], isCoupled: true) { _ in
          MistakenHead(magnitude: .featureNorm, lengths: .featureOfClass, own: psi(m))
        },
        head("lsoftmax", [.otherFeatureNorm], m: m, [], isCoupled: true) { _ in
          MistakenHead(magnitude: .product, lengths: .featureOfClass, own: psi(m))
        },
      ]
    } + [
      head("lsoftmax", [.sumInExponent, .targetNormForOthers], []) { _ in
        MistakenHead(
          magnitude: .product, lengths: .weightOfTarget, own: taken(0), ending: .sumInExponent)
      },
      head("lsoftmax", [.sumInExponent], []) { _ in
        MistakenHead(magnitude: .product, own: taken(0), ending: .sumInExponent)
      },
      head("sphereface", [.sumInExponent], []) { _ in
        MistakenHead(magnitude: .featureNorm, own: taken(0), ending: .sumInExponent)
      },
    ]
  }

  private static var outside: [Hypothesis] {
    integers { name, m, magnitude in
      head(name, [.psiOutsideExponential], m: m, []) { _ in
        MistakenHead(
          magnitude: magnitude, own: MistakenHead.byAngle(.multiplicative(m)),
          ending: .factorOfExponential)
      }
    }
  }

  /// What becomes of cos mθ.
  private static var factors: [Hypothesis] {
    let forms: [(Mistake, @Sendable (Double) -> Cosine)] = [
      (
        .noContinuation,
        { m in
          MistakenHead.byAngle(.combined(factor: m, angle: 0, cosine: 0, variant: .strict))
        }
      ),
      (.factorOfCosine, { m in { MistakenHead.CosineValue(value: m * $0, slope: m) } }),
      (.factorTwice, { m in MistakenHead.byAngle(.continued(m * m)) }),
      (.factorTwice, { m in MistakenHead.byAngle(.continued(m * m, pieces: m - 1)) }),
      (.pieceFromOne, { m in MistakenHead.byAngle(.continued(m, from: 1)) }),
      (.wrongTerms, { m in MistakenHead.byAngle(.wrongTerms(Int(m))) }),
      (.taylorTerm, { m in MistakenHead.byAngle(.taylor(m, isClamped: false)) }),
      (.taylorTerm, { m in MistakenHead.byAngle(.taylor(m, isClamped: true)) }),
    ]
    return forms.flatMap { mistake, own in
      integers { name, m, magnitude in
        head(name, [mistake], m: m, []) { _ in
          MistakenHead(magnitude: magnitude, own: own(Double(m)))
        }
      }
        + integers { _, m, _ in
          head("sphereface", [mistake, .scaleForNorm], m: m, [.scale()]) { numbers in
            MistakenHead(magnitude: .fixed(numbers[0]), own: own(Double(m)))
          }
        }
        + integers { name, m, magnitude in
          head(name, [mistake], m: m, [.positive("lambda", [1, 10])]) { numbers in
            MistakenHead(magnitude: magnitude, own: annealed(own(Double(m)), numbers[0]))
          }
        }
    }
  }

  /// (λ cos θ + ψ) / (1 + λ).
  private static func annealed(_ psi: @escaping Cosine, _ lambda: Double) -> Cosine {
    { cosine in
      let psi = psi(cosine)
      return MistakenHead.CosineValue(
        value: (lambda * cosine + psi.value) / (1 + lambda),
        slope: (lambda + psi.slope) / (1 + lambda))
    }
  }
}
