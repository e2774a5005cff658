/// How AdaCos finds its scale.
package enum ScaleRule: String, CaseIterable, Sendable {
  /// √2 ln(C − 1), from the number of classes alone.
  case fixed
  /// Anew for each batch, from its cosines.
  case dynamic
}

/// Cross-entropy over s̃ cos θ without a margin, where s̃ follows the training.
///
/// Zhang et al., "AdaCos: Adaptively Scaling Cosine Logits for Effectively Learning Deep Face
/// Representations", CVPR 2019, arXiv:1905.00292, eq. 12 to 15. The scale is a constant to the
/// gradient.
struct AdaCos: Sendable {
  /// Whether the scale stays as it is; 0 stands for √2 ln(C − 1) then.
  let isFixed: Bool
  let settings: LossSettings

  /// Where all features lie in one direction the rule raises the scale without end; no paper uses
  /// more than this.
  static let largest = 64.0

  static func firstScale(classes: Int) -> Double {
    2.0.squareRoot() * log(Double(max(2, classes - 1)))
  }

  var loss: Loss {
    @Sendable func head(_ scale: Double) -> MarginSoftmax {
      MarginSoftmax(magnitude: .fixed(scale), settings: settings)
    }
    if isFixed {
      return Loss(classifier: head(settings[.s])) { input, output in
        let scale =
          settings[.s] > 0
          ? settings[.s] : Self.firstScale(classes: input.parameters.weights.rows)
        head(scale).accumulate(input, into: &output)
      }
    }
    return Loss(
      classifier: head(settings[.s]), means: [settings[.s]],
      move: { parameters, output in parameters.means = output.batchMeans },
      frozen: { head(Self.scale(of: $0, after: $0.parameters.means[0])).loss }
    ) { input, output in
      let scale = Self.scale(of: input, after: input.parameters.means[0])
      output.batchMeans[0] = scale
      head(scale).accumulate(input, into: &output)
    }
  }

  /// ln B / cos(min(π/4, median θ_y)), where B is the mean over the samples of Σ exp(s cos θ_j) over
  /// the other classes, with the scale s of the step before.
  static func scale(of input: LossInput, after last: Double) -> Double {
    let classes = input.parameters.weights.rows
    guard !input.labels.isEmpty else { return last }
    var sum = 0.0
    var own: [Double] = []
    for (sample, label) in input.labels.enumerated() {
      for index in 0..<classes {
        let angle = angleBetween(
          row: sample, of: input.features, and: index, of: input.parameters.weights)
        if index == label { own.append(angle.radians) } else { sum += exp(last * angle.cosine) }
      }
    }
    own.sort()
    let median = own[(own.count - 1) / 2]
    let others = sum / Double(input.labels.count)
    // Fewer than one would turn the scale negative.
    guard others > 1 else { return last }
    return min(largest, log(others) / cos(min(.pi / 4, median)))
  }
}

extension LossEntry {
  private static let rule = Hyperparameter<ScaleRule>.choice(
    "variant", "how the scale is found: from the classes alone, or for each batch",
    default: .dynamic)
  private static let startingScale = Hyperparameter.number(
    "s", "scale before the first step (dynamic), or throughout (fixed)",
    range: .scale,
    default: .automatic(text: "√2 ln(classes − 1)") { AdaCos.firstScale(classes: $0) },
    neutral: 1)

  /// s̃ cos θ_y: Zhang et al., 2019, arXiv:1905.00292.
  public static let adacos = LossEntry(
    name: "adacos", title: "AdaCos", summary: "NormFace with a scale that follows the training",
    formula: "s cos θ_y",
    boundary: "$θ_1 = θ_2$, the bisector: no margin",
    citation: "Zhang et al. 2019, CVPR, arXiv:1905.00292",
    options: [startingScale.option, rule.option],
    leastClasses: 3, stateNames: ["s"]
  ) { settings in
    AdaCos(isFixed: settings[rule] == .fixed, settings: settings).loss
  }.trained(.long).stated { stated throws(LabError) in
    let word = try stated.word("variant", of: ["dynamic", "fixed"])
    var settings = LossSettings()
    settings[.s] = word == "fixed" ? 0 : try stated.number("s")
    return AdaCos(isFixed: word == "fixed", settings: settings).loss
  }.teaching(
    "The scale follows the training, and there is no margin to choose.", zh: "尺度随训练自适应，无需选择间隔。")
}
