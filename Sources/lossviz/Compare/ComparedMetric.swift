import LossPlot

/// A number of a run that a comparison shows, in the unit that a person reads.
struct ComparedMetric: Sendable {
  /// As in the JSON of a run.
  let key: String
  let title: String
  let chinese: String
  let unit: Unit
  /// Whether the table on a terminal and the trend have it; files have all.
  var isTelling = false
  /// As in the JSON: angles in degrees, shares in 0 … 1.
  let read: @Sendable (Run) -> Double

  /// As it stands behind a number.
  enum Unit: String, Sendable {
    case degrees = "°"
    case share = " %"
    case none = ""
  }

  /// From a share to what a person reads.
  var factor: Double { unit == .share ? 100 : 1 }

  static let all: [ComparedMetric] = [
    .init(
      key: "testAccuracy", title: "test accuracy", chinese: "测试准确率", unit: .share, isTelling: true,
      read: \.metrics.testAccuracy),
    .init(
      key: "testAccuracyCosine", title: "test accuracy by cosine", chinese: "按余弦的测试准确率",
      unit: .share, read: \.metrics.testAccuracyCosine),
    .init(
      key: "trainAccuracy", title: "training accuracy", chinese: "训练准确率", unit: .share,
      read: \.metrics.trainAccuracy),
    .init(key: "loss", title: "loss", chinese: "损失", unit: .none, read: \.metrics.loss),
    .angle("intra", "intra-class angle", "类内角", isTelling: true, \.metrics.intra),
    .angle("intra95", "intra-class angle, 95 %", "类内角，95 %", \.metrics.intra95),
    .angle("inter", "nearest class", "最近类", isTelling: true, \.metrics.inter),
    .angle("minInter", "nearest class, least", "最近类，最小", \.metrics.minInter),
    .angle("gap", "gap", "间隙", isTelling: true, \.metrics.gap),
    .angle("minGap", "gap, least", "间隙，最小", \.metrics.minGap),
    .angle("band", "margin band", "间隔带", isTelling: true) { $0.bandWidth ?? .nan },
    .init(
      key: "angularFisherScore", title: "angular Fisher score", chinese: "角度 Fisher 分数",
      unit: .none,
      read: \.metrics.angularFisherScore),
    .init(
      key: "normCV", title: "spread of norms", chinese: "模长离散度", unit: .none,
      read: \.metrics.normCV),
    .init(
      key: "violations", title: "violations", chinese: "违反间隔", unit: .share, isTelling: true,
      read: \.metrics.violations),
  ]

  private static func angle(
    _ key: String, _ title: String, _ chinese: String, isTelling: Bool = false,
    _ read: @escaping @Sendable (Run) -> Double
  ) -> ComparedMetric {
    ComparedMetric(
      key: key, title: title, chinese: chinese, unit: .degrees, isTelling: isTelling
    ) {
      read($0) * 180 / .pi
    }
  }

  static func named(_ key: String) -> ComparedMetric? { all.first { $0.key == key } }

  /// Of some runs, without those that have no such number.
  func values(_ runs: [Run]) -> [Double] { runs.map(read).filter { $0.isFinite } }

  /// `3.1°`, `98.2 %`, with the spread where there is one: `3.1 ± 0.2°`.
  func text(_ runs: [Run]) -> String {
    let values = values(runs)
    guard !values.isEmpty else { return "–" }
    let places = unit == .none ? 3 : 1
    var text = decimalText(mean(values) * factor, places: places)
    if values.count > 1 {
      text += " ± " + decimalText(standardDeviation(values) * factor, places: places)
    }
    return text + unit.rawValue
  }
}
