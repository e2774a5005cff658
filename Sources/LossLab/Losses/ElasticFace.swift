/// A margin that is drawn anew for each sample.
///
/// Boutros et al., "ElasticFace: Elastic Margin Loss for Deep Face Recognition", CVPR Workshops
/// 2022, arXiv:2109.09416, eq. 5 and 6.
struct ElasticFace: Sendable {
  let scale: Double
  let base: BaseMargin
  let variant: AngularVariant
  let gradient: GradientMode
  let weighting: SampleWeighting
  /// Mean and standard deviation of the margins.
  let mean: Double
  let deviation: Double

  /// - Parameter margins: one a sample; drawn where there are none.
  func head(margins: [Double]? = nil) -> MarginSoftmax {
    @Sendable func margin(_ m: Double) -> AngularMargin {
      base.margin(m, variant: variant).with(gradient: gradient)
    }
    let typical = margin(mean)
    return MarginSoftmax(
      magnitude: .fixed(scale), target: typical, weighting: weighting,
      softEdges: deviation > 0 ? [margin(mean - deviation), margin(mean + deviation)] : []
    ) { input in
      let margins = margins ?? draws(input)
      return SampleRule { place in
        guard let sample = place.sample else { return OwnValue(typical.evaluate(place.own)) }
        return OwnValue(margin(margins[sample]).evaluate(place.own))
      }
    }
  }

  /// A margin for each sample, drawn by the digits of its own direction: these change with every
  /// step of a training, so that draws are new, and yet a batch has one loss, in whatever order.
  private func draws(_ input: LossInput) -> [Double] {
    input.labels.indices.map { sample in
      let size = max(norm(ofRow: sample, in: input.features), smallestNorm)
      var seed: UInt64 = 0
      for k in 0..<input.features.columns {
        seed = SplitMix64.mix(seed ^ (input.features[sample, k] / size).bitPattern)
      }
      var generator = SplitMix64(seed: seed)
      return mean + deviation * generator.normalPair().0
    }
  }

  var loss: Loss {
    let head = head()
    return Loss(classifier: head, frozen: { self.head(margins: draws($0)).loss }) { input, output in
      head.accumulate(input, into: &output)
    }
  }
}

extension LossEntry {
  private static let base = Hyperparameter<BaseMargin>.target(default: .arcface)
  private static let meanMargin = Hyperparameter.m(
    "mean of the margins, radians (or 28.6deg) or a cosine, as the target has it", unit: .radians,
    range: .between(0, 2, text: "0 ≤ m ≤ 2"),
    default: .automatic(text: "min(0.5, 0.8 · bound)") { classes in
      thousandths(min(0.5, 0.8 * nearestAngle(classes: classes)))
    })
  private static let deviation = Hyperparameter.number(
    "sigma", symbol: "σ", "standard deviation of the margins", range: .atLeastZero,
    default: .fixed(0.05))

  /// s cos(θ_y + m_i), m_i drawn about m: Boutros et al., 2022, arXiv:2109.09416.
  public static let elasticface = LossEntry(
    name: "elasticface", title: "ElasticFace",
    summary: "ArcFace or CosFace with a margin that is drawn anew for each sample and step",
    formula: "s cos(θ_y + m_i),  m_i normal about m",
    boundary:
      "$θ_1 + m_i = θ_2$ and with 1 and 2 swapped: the band of the mean, with edges that are soft by"
      + " about σ/2 on either side",
    citation: "Boutros et al. 2022, CVPR Workshops, arXiv:2109.09416",
    remarks: [
      "a margin is drawn by the digits of the sample's own direction, so it is new in every step and"
        + " the same whenever the training is repeated; it is a constant to the gradient",
      "paper: s = 64, m = 0.5, σ = 0.05, and nothing is said of θ + m > π; here s = 16, m within the"
        + " bound, and `variant` monotone",
    ],
    options: [
      meanMargin.option, Hyperparameter.s.option, deviation.option, base.option,
      Hyperparameter.variant.option, Hyperparameter.gradient.option,
    ],
    marginBound: { angle, settings in settings[base].bound(angle: angle) }
  ) { settings in
    ElasticFace(
      scale: settings[.s], base: settings[base], variant: settings[.variant],
      gradient: settings[.gradient], weighting: SampleWeighting(settings),
      mean: settings[meanMargin], deviation: settings[deviation]
    ).loss
  }.stated(taking: ["margins", "sigma"]) { stated throws(LabError) in
    let isDrawn = stated.isStated("sigma") && !stated.isStated("margins")
    let loss = ElasticFace(
      scale: try stated.number("s"), base: try stated.base(cosface: "cos"),
      variant: try stated.variant(), gradient: try stated.gradient(),
      weighting: SampleWeighting(try stated.weighting()),
      mean: isDrawn ? try stated.number("m") : 0,
      deviation: isDrawn ? try stated.number("sigma", in: .atLeastZero) : 0)
    return isDrawn ? loss.loss : loss.head(margins: try stated.margins()).loss
  }.teaching("The margin is drawn anew for each sample: no edge is hard.", zh: "每个样本的间隔随机：边缘不硬。")
}
