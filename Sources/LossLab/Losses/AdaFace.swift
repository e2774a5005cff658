/// A margin that adapts to the length of a feature, measured against those of the batches before.
///
/// Kim, Jain and Liu, "AdaFace: Quality Adaptive Margin for Face Recognition", CVPR 2022,
/// arXiv:2204.00964, eq. 13 to 18.
struct AdaFace: Sendable {
  let scale: Double
  let m: Double
  /// h: lengths within σ/h of the mean count, those beyond as at the end.
  let concentration: Double
  /// ε: keeps angles off 0 and π, and σ off 0.
  let epsilon: Double
  let gradient: GradientMode
  let weighting: SampleWeighting

  /// Mean and standard deviation of lengths; `nil` before there is any.
  struct Lengths: Sendable {
    var mean: Double
    var deviation: Double
  }

  /// s (cos(θ − m ẑ) − m (1 + ẑ)) for a quality ẑ in −1 … 1, which is a constant to the gradient.
  func value(_ angle: Angle, quality: Double) -> MarginValue {
    let turned = angle.radians - m * quality
    let kept = min(.pi - epsilon, max(epsilon, turned))
    let (sine, cosine) = sinCos(kept)
    return MarginValue(value: cosine - m * (1 + quality), slope: kept == turned ? -sine : 0)
  }

  /// A length as far as it counts.
  private static func counted(_ norm: Double) -> Double { min(100, max(0.001, norm)) }

  /// ẑ of a length; 0 where nothing is known of lengths.
  func quality(norm: Double, _ lengths: Lengths?) -> Double {
    guard let lengths else { return 0 }
    let z = (Self.counted(norm) - lengths.mean) / (lengths.deviation + epsilon) * concentration
    return min(1, max(-1, z))
  }

  /// - Parameter qualities: ẑ of the samples where they are fixed; else from their lengths, against
  ///   `lengths`, or the means of the parameters.
  func head(qualities: [Double]? = nil, lengths: Lengths? = nil) -> MarginSoftmax {
    MarginSoftmax(
      magnitude: .fixed(scale),
      target: .additiveCosine(m),
      weighting: weighting, marginUsesNorm: true
    ) { input in
      let lengths = lengths ?? Lengths(input.parameters.means)
      return SampleRule { place in
        let fixed = place.sample.flatMap { qualities?[$0] }
        let quality = fixed ?? quality(norm: place.featureNorm, lengths)
        return OwnValue(value(place.own, quality: quality)).with(gradient: gradient, at: place.own)
      }
    }
  }

  /// The running means after this batch: a share `rate` of its lengths; all of it where there were
  /// none before.
  func moved(_ input: LossInput, rate: Double) -> [Double] {
    let last = input.parameters.means
    let count = Double(input.labels.count)
    guard count > 0 else { return last }
    let norms = input.labels.indices.map { Self.counted(norm(ofRow: $0, in: input.features)) }
    let mean = norms.reduce(0, +) / count
    let square = norms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // One length alone says nothing of their spread.
    let batch = [mean, count > 1 ? (square / (count - 1)).squareRoot() : 0]
    guard let before = Lengths(last) else { return batch }
    return [
      before.mean + rate * (batch[0] - before.mean),
      before.deviation + rate * (batch[1] - before.deviation),
    ]
  }

  /// - Parameter rate: share of a batch in the running means.
  func loss(rate: Double) -> Loss {
    Loss(
      classifier: head(), means: [0, 0],
      move: { parameters, output in parameters.means = output.batchMeans },
      frozen: { input in
        let lengths = Lengths(moved(input, rate: rate))
        return head(
          qualities: input.labels.indices.map {
            quality(norm: norm(ofRow: $0, in: input.features), lengths)
          }
        ).loss
      }
    ) { input, output in
      var input = input
      input.parameters.means = moved(input, rate: rate)
      output.batchMeans = input.parameters.means
      head().accumulate(input, into: &output)
    }
  }
}

extension AdaFace.Lengths {
  /// Of running means; `nil` where no batch has moved them yet.
  init?(_ means: [Double]) {
    guard means.count == 2, means[0] > 0 else { return nil }
    self.init(mean: means[0], deviation: means[1])
  }
}

extension Hyperparameter where Value == Double {
  /// The share of each batch in a running mean.
  static var rateOfMeans: Hyperparameter {
    number(
      "rate-of-means", symbol: "α", "share of each batch in the running means",
      range: .between(0, 1, text: "0 ≤ x ≤ 1"), default: .fixed(0.01), neutral: 1)
  }
}

extension LossEntry {
  private static let adaptiveMargin = Hyperparameter.m(
    "margin, in the angle and in the cosine", range: .between(0, 2, text: "0 ≤ m ≤ 2"),
    default: .automatic(text: "min(0.4, 0.8 · bound)") { classes in
      thousandths(min(0.4, 0.4 * (1 - cos(nearestAngle(classes: classes)))), .down)
    })
  private static let concentration = Hyperparameter.number(
    "h", "how fast the margin changes with the length: all the way within σ/h of the mean",
    range: .atLeastZero, default: .fixed(0.333))

  /// s (cos(θ_y − m ẑ) − m (1 + ẑ)): Kim et al., 2022, arXiv:2204.00964, formulas 13 to 18.
  public static let adaface = LossEntry(
    name: "adaface", title: "AdaFace",
    summary: "margin in the angle for short features, in the cosine for long ones: by quality",
    formula: "s (cos(θ_y − m ẑ) − m (1 + ẑ)),  ẑ = [h (‖x‖ − μ)/σ]_{−1}^{1}",
    boundary:
      "$cos(θ_1 − m ẑ) − m (1 + ẑ) = cos θ_2$ and with 1 and 2 swapped: as ArcFace for short"
      + " features, as CosFace at the mean length, wider beyond, so the band's edges are curves",
    citation: "Kim et al. 2022, CVPR, arXiv:2204.00964, eq. 13 to 18",
    remarks: [
      "ẑ is a constant to the gradient; μ and σ are running means of the lengths and their standard"
        + " deviation, moved before each step",
      "paper: s = 64, m = 0.4, μ and σ start at 20 and 100; here s = 16, m within the bound of the"
        + " longest features, and the first batch sets μ and σ: lengths in the plane are others",
    ],
    options: [
      adaptiveMargin.option, Hyperparameter.s.option, concentration.option,
      Hyperparameter.rateOfMeans.option, Hyperparameter.gradient.option,
    ],
    stateNames: ["μ", "σ"],
    // Of the longest features, whose margin is the widest.
    marginBound: { angle, _ in (1 - cos(angle)) / 2 }
  ) { settings in
    AdaFace(
      scale: settings[.s], m: settings[adaptiveMargin], concentration: settings[concentration],
      epsilon: 1e-3, gradient: settings[.gradient], weighting: SampleWeighting(settings)
    ).loss(rate: settings[.rateOfMeans])
  }.stated(taking: ["mu", "sigma", "h"]) { stated throws(LabError) in
    let loss = AdaFace(
      scale: try stated.number("s"), m: try stated.number("m"),
      concentration: try stated.number("h", in: .atLeastZero),
      epsilon: try stated.number("eps", default: 1e-3), gradient: try stated.gradient(),
      weighting: SampleWeighting(try stated.weighting()))
    // A batch from arrays is the first of a training: its own lengths are all that is known.
    if stated.isStated("rate-of-means") { return loss.loss(rate: 1) }
    let lengths = AdaFace.Lengths(
      mean: try stated.number("mu"), deviation: try stated.number("sigma", in: .atLeastZero))
    return loss.head(lengths: lengths).loss
  }.teaching("The length of a feature says which kind of margin it gets.", zh: "特征的长度决定间隔的形式。")
}
