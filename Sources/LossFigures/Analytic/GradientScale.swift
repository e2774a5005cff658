extension Figure {
  /// How strongly each loss pulls a sample towards its class.
  static let gradientScale = Figure(
    name: "gradient-scale",
    title: Wording("How strongly a loss pulls at each angle", zh: "各损失在不同角度上的拉力"),
    source: Wording(
      "losses and code of SphereFace, CosFace, ArcFace",
      zh: "SphereFace、CosFace、ArcFace 的损失与代码"),
    summary: Wording(
      "The part of −∂L/∂x, times ‖x‖, that turns a feature towards its class weight, with nine other "
        + "classes at right angles. ArcFace still pulls at angle 0, where the others let go. Where its "
        + "cosine turns back up (strict), the pull becomes a push; a detached margin pulls as cos θ does.",
      zh: "−∂L/∂x 乘以 ‖x‖ 后使特征转向本类权重的分量，另有九个类与之正交。ArcFace 在角度 0 处仍有拉力，其余损失已放手；"
        + "若任其余弦回升（strict），拉力会变成推力；分离梯度（detached）的间隔则如 cos θ 一般。"),
    formulas: ["−∂L/∂x · u ‖x‖ = s (1 − p_y) (−dψ/dθ)"],
    citations: [
      "Deng et al. 2019, CVPR, arXiv:1801.07698", "Wang et al. 2018, CVPR, arXiv:1801.09414",
      "Liu et al. 2017, CVPR, arXiv:1704.08063",
    ]
  ) { _ in
    let pulls = Pull.shown
    let lines = pulls.map { $0.line }
    return FigureResult(claims: Pull.claims()) { paper in
      let theme = paper.theme
      let page = paper.page(
        subtitle: [
          "$s = ‖x‖ = \(Int(Pull.scale))$",
          paper.text("ten classes at right angles", zh: "十个互相垂直的类"),
        ],
        key: pulls.indices.map { KeyItem(.line(Pull.stroke($0, theme)), pulls[$0].label) },
        notes: [
          paper.text(
            "variants: strict lets the cosine rise again, easy has a margin up to 90° only, "
              + "detached treats the margin as a constant",
            zh: "变体：strict 任余弦回升，easy 仅在 90° 以内有间隔，detached 视间隔为常数")
        ])
      let frame = page.body.inset(left: 14, bottom: Panel.wideAxisRoom)
      let values = lines.joined().map(\.y).filter { $0.isFinite }
      let (lowest, highest) = (values.min() ?? 0, values.max() ?? 1)
      let panel = Panel(in: frame, x: 0...180, y: lowest * 1.05...highest * 1.05, theme: theme)
      return paper.scene(
        page,
        [
          panel.axes(
            x: Axis(
              paper.ownAngle,
              ticks: stride(from: 0.0, through: 180, by: 30).map { Tick($0, "\(Int($0))°") },
              grid: true),
            y: Axis(paper.text("pull towards the own class", zh: "朝本类的拉力"), grid: true)),
          panel.clipped(
            "curves",
            lines.indices.map { index in
              panel.line(lines[index], stroke: Pull.stroke(index, theme))
            }), panel.border,
        ])
    }
  }
}

/// The tangential pull of one loss over all angles.
private struct Pull: Sendable {
  let label: RichText
  let loss: Loss
  let color: Color
  var isVariant = false

  static let scale = 4.0
  static let classes = 10

  init(
    _ label: RichText, _ entry: LossEntry, _ color: Color, isVariant: Bool = false,
    change: (inout LossSettings) -> Void = { _ in }
  ) {
    var settings = entry.settings(classes: Pull.classes)
    settings["s"] = .number(Pull.scale)
    change(&settings)
    self.label = label
    loss = entry.make(settings)
    self.color = color
    self.isVariant = isVariant
  }

  /// Of one of those that are shown.
  static func stroke(_ index: Int, _ theme: Theme) -> Stroke {
    let pull = shown[index]
    let line = theme.line(index, usual: pull.isVariant ? .dashed : .solid)
    return line.stroke(theme.mark(pull.color), width: pull.isVariant ? 1.4 : 2)
  }

  static var shown: [Pull] {
    let colors = Palette.okabeIto.colors
    func arc(_ label: RichText, _ color: Int, _ change: @escaping (inout LossSettings) -> Void)
      -> Pull
    {
      Pull(label, .arcface, colors[color], isVariant: true) {
        $0["m"] = 0.5
        change(&$0)
      }
    }
    return [
      Pull("NormFace", .normface, colors[7]),
      Pull("SphereFace $m = 4$", .sphereface, colors[0]) { $0["m"] = 4 },
      Pull("CosFace $m = 0.35$", .cosface, colors[4]) { $0["m"] = 0.35 },
      Pull("ArcFace $m = 0.5$", .arcface, colors[2]) { $0["m"] = 0.5 },
      arc("ArcFace, strict", 2) { $0[.variant] = .strict },
      arc("ArcFace, easy", 1) { $0[.variant] = .easy },
      arc("ArcFace, detached", 3) { $0[.gradient] = .detached },
    ]
  }

  /// Degrees against the pull, interrupted where ψ jumps.
  var line: [Point] {
    var points: [Point] = []
    for index in 0...720 {
      let degrees = Double(index) / 4
      // Just inside: at 0 and 180° no direction leads to the weight.
      let theta = min(180 - 1e-4, max(1e-4, degrees)) * .pi / 180
      let point = Point(degrees, value(theta))
      if let last = points.last, abs(last.y - point.y) > 0.25 * Self.scale {
        points.append(Point(degrees, .nan))
      }
      points.append(point)
    }
    return points
  }

  func value(_ theta: Double) -> Double {
    let output = loss.evaluate(input(theta))
    let (sine, cosine) = sinCos(theta)
    // The unit tangent at x towards the weight (1, 0, …).
    let gradient = output.featureGradient
    return -(gradient[0, 0] * sine - gradient[0, 1] * cosine) * Self.scale
  }

  func lossValue(_ theta: Double) -> Double { loss.evaluate(input(theta)).value }

  /// The own class along the first axis, the feature in the plane of the first two, the other
  /// classes along the rest.
  private func input(_ theta: Double) -> LossInput {
    let dimensions = Self.classes + 1
    var weights = Matrix<Double>(rows: Self.classes, columns: dimensions)
    weights[0, 0] = 1
    for index in 1..<Self.classes { weights[index, index + 1] = 1 }
    var features = Matrix<Double>(rows: 1, columns: dimensions)
    let (sine, cosine) = sinCos(theta)
    features[0, 0] = Self.scale * cosine
    features[0, 1] = Self.scale * sine
    return LossInput(features: features, labels: [0], parameters: ClassParameters(weights: weights))
  }

  /// How far it is from central differences at most.
  private var slopeError: Double {
    let step = 1e-6
    return [20.0, 50, 85, 120, 170].reduce(0) { largest, degrees in
      let theta = degrees * .pi / 180
      let numeric = (lossValue(theta + step) - lossValue(theta - step)) / (2 * step)
      return max(largest, abs(numeric - value(theta)))
    }
  }

  static func claims() -> [Claim] {
    let (all, near) = (shown, 1e-6)
    let (sphere, cosine, arc) = (all[1], all[2], all[3])
    let cusp = scale * sin(0.5) * (1 - exp(-arc.lossValue(near)))
    let cuspError = abs(arc.value(near) - cusp)
    let others = max(abs(sphere.value(near)), abs(cosine.value(near)))
    let pushed = stride(from: 152.0, through: 179, by: 1).map { all[4].value($0 * .pi / 180) }
    let held = stride(from: 1.0, through: 179, by: 1).map { arc.value($0 * .pi / 180) }
    let slope = all.prefix(6).map(\.slopeError).reduce(0, max)
    return [
      Claim(
        Wording(
          "ArcFace still pulls at angle 0, the others let go", zh: "角度为 0 时 ArcFace 仍有拉力，其余损失放手"),
        threshold: Wording(
          "ArcFace within 1e-4 of s · sin m · (1 − p); SphereFace and CosFace below 1e-4",
          zh: "ArcFace 与 s · sin m · (1 − p) 相差 1e-4 以内；SphereFace 与 CosFace 小于 1e-4"),
        measured: [
          .init("ArcFace", arc.value(near), places: 4),
          .init(Wording("error", zh: "误差"), cuspError),
          .init(Wording("others", zh: "其余"), others),
        ], isReproduced: cuspError < 1e-4 && arc.value(near) > 0 && others < 1e-4),
      Claim(
        Wording(
          "past π − m the strict variant pushes the sample away, the default never does",
          zh: "越过 π − m 后 strict 变体把样本推开，默认变体则不会"),
        threshold: Wording(
          "strict < 0 on 152°…179°, default > 0 on 1°…179°",
          zh: "strict 在 152°…179° 小于 0，默认在 1°…179° 大于 0"),
        measured: [
          .init(Wording("strict at most", zh: "strict 最大"), pushed.max() ?? .nan),
          .init(Wording("default at least", zh: "默认最小"), held.min() ?? .nan, places: 4),
        ], isReproduced: pushed.allSatisfy { $0 < 0 } && held.allSatisfy { $0 > 0 }),
      Claim(
        Wording("the pull is the true slope of the loss", zh: "拉力即损失的真实斜率"),
        threshold: Wording(
          "within 1e-6 of central differences, all but detached",
          zh: "与中心差分相差 1e-6 以内，detached 除外"),
        measured: [.init(.largestError, slope, places: 3)], isReproduced: slope < 1e-6),
    ]
  }
}
