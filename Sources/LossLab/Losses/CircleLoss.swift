/// Circle loss with class weights for its pairs.
///
/// Sun et al., "Circle Loss: A Unified Perspective of Pair Similarity Optimization", CVPR 2020,
/// arXiv:2002.10857, eq. 4 to 8, at class level: softplus(lse_j(γ α_n (cos θ_j − m)) − γ α_p
/// (cos θ_y − 1 + m)) is the cross-entropy of these logits. The weights α_p = [1 + m − cos θ_y]₊ and
/// α_n = [cos θ_j + m]₊ are constants to the gradient.
struct CircleLoss: Sendable {
  let scale: Double
  let m: Double
  let weighting: SampleWeighting

  private func ownWeight(_ angle: Angle) -> Double { max(0, 1 + m - angle.cosine) }
  private func otherWeight(_ angle: Angle) -> Double { max(0, angle.cosine + m) }

  private func own(_ angle: Angle, weight: Double) -> MarginValue {
    MarginValue(value: weight * (angle.cosine - 1 + m), slope: -weight * angle.sine)
  }

  private func other(_ angle: Angle, weight: Double) -> MarginValue {
    MarginValue(value: weight * (angle.cosine - m), slope: -weight * angle.sine)
  }

  /// - Parameter held: for each sample of a batch its weights, by class; from the angles elsewhere.
  private func head(held: [[Double]]? = nil) -> MarginSoftmax {
    @Sendable func known(_ place: SamplePlace) -> Double? {
      place.sample.flatMap { held?[$0][place.row] }
    }
    let rule = SampleRule(
      other: { angle, place in other(angle, weight: known(place) ?? otherWeight(angle)) },
      own: { OwnValue(own($0.own, weight: known($0) ?? ownWeight($0.own))) })
    return MarginSoftmax(
      magnitude: .fixed(scale), target: AngularMargin { own($0, weight: ownWeight($0)) },
      weighting: weighting
    ) { _ in rule }
  }

  /// The weights of a batch.
  private func weights(_ batch: LossInput) -> [[Double]] {
    let weights = batch.parameters.weights
    return batch.labels.enumerated().map { sample, label in
      (0..<weights.rows).map { row in
        let angle = angleBetween(row: sample, of: batch.features, and: row, of: weights)
        return row == label ? ownWeight(angle) : otherWeight(angle)
      }
    }
  }

  var loss: Loss {
    let head = head()
    return Loss(classifier: head, frozen: { self.head(held: weights($0)).loss }) { input, output in
      head.accumulate(input, into: &output)
    }
  }
}

extension LossEntry {
  /// It does not rise in the first steps: a small one asks for more than a large one.
  private static let relaxation = Hyperparameter.number(
    "m", "radius of the circle over √2: how far from cos θ_y = 1 and cos θ_j = 0 is near enough",
    range: .between(0, 1, text: "0 ≤ m ≤ 1"),
    default: .automatic(text: "min(0.5, max(0.25, cos(2π / classes) / √2 + 0.05))") {
      let least = cos(nearestAngle(classes: $0)) / 2.0.squareRoot()
      return thousandths(min(0.5, max(0.25, least + 0.05)))
    })
  private static let sharpness = Hyperparameter.number(
    "s", "scale of the weighted cosines",
    range: .scale,
    default: .automatic(text: "16 up to 6 classes, 8 up to 8, 4 beyond") {
      $0 <= 6 ? 16 : $0 <= 8 ? 8 : 4
    }, neutral: 16)

  /// s (m² − (1 − cos θ_y)²) against s (cos² θ_j − m²): Sun et al., 2020, arXiv:2002.10857,
  /// formulas 4 to 8.
  public static let circle = LossEntry(
    name: "circle", aliases: ["circle-loss"], title: "Circle loss",
    summary: "weighs each cosine by how far it is from its optimum",
    formula: "s (m^2 − (1 − cos θ_y)^2)  against  s (cos^2 θ_j − m^2)",
    boundary:
      "$(1 − cos θ_1)^2 + cos^2 θ_2 = 2m^2$, a circle in the plane of cosines about (1, 0), and with"
      + " 1 and 2 swapped",
    citation: "Sun et al. 2020, CVPR, arXiv:2002.10857, eq. 4 to 8",
    remarks: [
      "the weights of the cosines, [1 + m − cos θ_y]₊ and [cos θ_j + m]₊, are constants to the gradient",
      "paper: s (there γ) = 256, m = 0.25; here m is larger, as neighbours in the plane are nearer than"
        + " right angles and a small m asks for those, but not above 0.5, from where the rules of two"
        + " classes overlap; and s falls with the classes: with a large one several of them are"
        + " cheaper in one direction than side by side",
    ],
    options: [relaxation.option, sharpness.option], marginBound: { _, _ in 0.5 }
  ) { settings in
    CircleLoss(
      scale: settings[sharpness], m: settings[relaxation], weighting: SampleWeighting(settings)
    ).loss
  }.trained(.slow).saying(beyondBound: .rulesOverlap).stated { stated throws(LabError) in
    // γ is focal loss's where the scale has its own name.
    let hasScale = stated.isStated("s")
    return CircleLoss(
      scale: try stated.number(hasScale ? "s" : "gamma"), m: try stated.number("m"),
      weighting: SampleWeighting(hasScale ? try stated.weighting() : LossSettings())
    ).loss
  }.teaching("Each cosine is pulled by how far it is from its goal.", zh: "每个余弦按离目标的远近受力。")
}
