extension FigurePaper {
  typealias IdentificationSetting = IdentificationOutcome.Setting

  /// Colors of losses; s = 64 is dashed.
  var identificationKey: [KeyItem] {
    let solid = IdentificationSetting.allCases.filter { !$0.isSaturated }.map { setting in
      KeyItem(.line(color(setting), width: 1.6), text(setting.variant.label))
    }
    return solid + [
      keyItem(
        .line(theme.ink, width: 1.6, style: .dashed), "s = 64, in the color of its loss",
        zh: "s = 64，颜色同其损失")
    ]
  }

  /// The share found at rank 1 against the number of distractors.
  func foundPanel(_ outcome: IdentificationOutcome, in frame: Rectangle) -> Scene.Item {
    ratePanel(
      "identification", outcome.found,
      at: IdentificationOutcome.distractorCounts.map(Double.init), x: 0.85...1180, in: frame,
      axes: (
        text("distractors", zh: "干扰者数量"), text("found at rank 1", zh: "首位命中率")
      ))
  }

  /// The share of probes that a threshold accepts against that of distractors.
  func acceptedPanel(_ outcome: IdentificationOutcome, in frame: Rectangle) -> Scene.Item {
    ratePanel(
      "verification", outcome.accepted, at: IdentificationOutcome.falseRates, x: 8.5e-6...1.18e-2,
      in: frame,
      axes: (
        text("distractors accepted", zh: "误认的干扰者比例"),
        text("probes accepted at one threshold", zh: "同一阈值下通过的探针")
      ))
  }

  /// Rates in percent, a line a setting with what its seeds reach from least to most.
  private func ratePanel(
    _ name: String, _ rates: [[[Double]]], at places: [Double], x: ClosedRange<Double>,
    in frame: Rectangle, axes: (x: RichText, y: RichText)
  ) -> Scene.Item {
    let least = rates.joined().joined().min() ?? 0
    let bottom = max(0, 5 * ((least - 1) / 5).rounded(.down))
    let panel = Panel(
      in: frame, x: x, y: bottom...100 + 0.03 * (100 - bottom), theme: theme,
      xKind: .logarithmic)
    let lines = IdentificationSetting.allCases.map { setting in
      ChartLine(
        zip(places, rates[setting.rawValue]).map { SpreadValue(x: $0, seeds: $1) },
        color: color(setting), style: setting.isSaturated ? .dashed : .solid)
    }
    return panel.chart(
      name, x: Axis(axes.x), y: Axis(axes.y, grid: true, unit: " %"), inside: panel.lines(lines))
  }

  private func color(_ setting: IdentificationSetting) -> Color {
    let colors = lineColors(4)
    return switch setting {
    case .softmax: colors[0]
    case .normSoftmax, .normSoftmaxSaturated: colors[1]
    case .cosface: colors[2]
    case .arcface, .arcfaceSaturated: colors[3]
    }
  }
}
