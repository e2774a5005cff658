/// The panels of the page on features from elsewhere, each with the question that it answers.
package enum FeaturePanel: String, Sendable, CaseIterable {
  /// How far apart samples of one class are, and of two.
  case pairs
  /// False rejects against false accepts.
  case det
  /// For each false accept rate the threshold and the true accept rate.
  case thresholds
  /// Of searches, how many find their person among the first ranks.
  case cmc
  /// FNIR against FPIR, where not everybody searched for is enrolled.
  case openset
  /// Whether short features are the poor ones.
  case lengths
  /// Angles to the own and to the nearest other class.
  case classes
  /// The measures as a table.
  case numbers
  /// Samples whose label or image is likely wrong.
  case suspects
  /// Beside DET, for those who read true accept rates; on the page only where it is asked for.
  case roc

  /// What the page has where nobody chose: of several files, numbers instead of suspects.
  static func usual(isComparison: Bool) -> [FeaturePanel] {
    allCases.filter { $0 != .roc && !(isComparison && $0 == .suspects) }
  }

  /// What a page of that width has where nobody chose: on less than the whole page as much as can
  /// be printed on one.
  package static func shown(isComparison: Bool, fit: PageFit) -> [FeaturePanel] {
    let all = usual(isComparison: isComparison)
    let natural = FeatureScene.pageSize(panels: all.count).width
    return
      switch FeatureScene.columns(panels: all.count, width: fit.layoutWidth(natural: natural))
    {
    case 1: [.pairs, .det, .thresholds]
    case 2: [.pairs, .det, .thresholds, .numbers]
    default: all
    }
  }

  /// Those that are charts, of the ones chosen or, where nobody chose, of the whole page.
  package static func charts(of chosen: [FeaturePanel]?, isComparison: Bool) -> [FeaturePanel]? {
    let charts = (chosen ?? usual(isComparison: isComparison)).filter { !$0.isTable }
    return charts.isEmpty ? chosen : charts
  }

  /// Whether it has lines of words, and no chart.
  var isTable: Bool { [.thresholds, .numbers, .suspects].contains(self) }

  var question: Wording {
    switch self {
    case .pairs: Wording("How far apart are two samples?", zh: "两个样本相距多远？")
    case .det: Wording("Which threshold? DET", zh: "取哪个阈值？DET")
    case .thresholds: Wording("Which threshold? Numbers", zh: "取哪个阈值？数字")
    case .cmc: Wording("Who is found? CMC", zh: "找到了谁？CMC")
    case .openset: Wording("And who is nobody we know?", zh: "谁是陌生人？")
    case .lengths: Wording("Is a short feature a poor one?", zh: "短特征是差特征吗？")
    case .classes:
      Wording("How tight is a class, how far the next?", zh: "类有多紧，邻类有多远？")
    case .numbers: Wording("Numbers", zh: "数字")
    case .suspects: Wording("Which samples are suspect?", zh: "哪些样本可疑？")
    case .roc: Wording("Which threshold? ROC", zh: "取哪个阈值？ROC")
    }
  }
}

extension FeatureScene {
  /// What the panel is called: its question.
  ///
  /// Empty where headings are left out.
  func heading(_ panel: FeaturePanel, _ more: RichText = "") -> RichText {
    theme.hasHeadings ? RichText(plain: panel.question[style.language]) + more : ""
  }

  func item(_ panel: FeaturePanel, in frame: Rectangle) -> Scene.Item {
    if let rows = tableRows(panel, in: frame) { return table(panel, rows, in: frame) }
    return switch panel {
    case .pairs: pairPanel(in: frame)
    case .det: errorPanel(in: frame)
    case .cmc: rankPanel(in: frame)
    case .openset: openSetPanel(in: frame)
    case .lengths: qualityPanel(in: frame)
    case .classes: anglePanel(in: frame)
    case .roc: ratePanel(in: frame)
    case .thresholds, .numbers, .suspects: .group("table", items: [])
    }
  }

  /// Up to three columns, as many as leave room for a table in each.
  var arrangement: (columns: Int, rows: Int) {
    let columns = Self.columns(
      panels: panels.count, width: style.fit.layoutWidth(natural: pageSize.width))
    return (columns, (panels.count + columns - 1) / columns)
  }

  static func columns(panels: Int, width: Double) -> Int {
    let least = 250.0
    return min(3, panels, max(1, Int((width - 94 + gap) / (least + gap))))
  }

  func grid(in area: Rectangle) -> PanelGrid {
    PanelGrid(
      in: area, rows: arrangement.rows, columns: arrangement.columns, aspect: nil,
      gap: Self.gap, top: top, bottom: Self.bottom)
  }

  /// Of a panel, for its heading and for its axis.
  private var top: Double { theme.hasHeadings ? 24 : 8 }
  private static let bottom = Panel.tickRoom + Panel.titleRoom + 6

  /// Tables of a narrow page take what they need of this.
  private static let tableRoom = 480.0

  /// Units of each row of a narrow page: tables are as high as their lines.
  func rowHeights(width: Double) -> [Double] {
    let columns = arrangement.columns
    let panel = (width - Self.gap * Double(columns - 1)) / Double(columns)
    let usual = min(panels.count == 1 ? 400 : 280, 0.6 * panel + 90)
    return stride(from: 0, to: panels.count, by: columns).map { start in
      let row = panels[start..<min(panels.count, start + columns)]
      let heights = row.map { name in
        let frame = Rectangle(x: 0, y: 0, width: panel, height: Self.tableRoom)
        guard let rows = tableRows(name, in: frame) else { return usual }
        return TableColumns(rows, in: frame, theme: theme, isLoose: false).height + top + 10
      }
      return heights.max() ?? usual
    }
  }

  /// Where the panels of a narrow page stand.
  func narrowFrames(in area: Rectangle) -> [Rectangle] {
    let columns = arrangement.columns
    var y = area.y
    return rowHeights(width: area.width).enumerated().flatMap { row, height in
      let own = Rectangle(x: area.x, y: y, width: area.width, height: height)
      y += height
      let grid = PanelGrid(
        in: own, columns: columns, aspect: nil, gap: Self.gap, top: top, bottom: 0)
      return zip(panels[(row * columns)...].prefix(columns), grid.frames).map { name, frame in
        var frame = frame
        frame.height = name.isTable ? Self.tableRoom : frame.height - Self.bottom
        return frame
      }
    }
  }

  /// Where the panels stand; numbers at the end take the room that is left of their row.
  func frames(in grid: PanelGrid) -> [Rectangle] {
    var frames = Array(grid.frames.prefix(panels.count))
    if let last = frames.last, panels.last == .numbers, let end = grid.frames.last {
      frames[frames.count - 1].width = end.maxX - last.x
    }
    return frames
  }

  /// Where no other width is wanted.
  var pageSize: (width: Double, height: Double) { Self.pageSize(panels: panels.count) }

  static func pageSize(panels: Int) -> (width: Double, height: Double) {
    let columns = min(3, panels)
    let rows = (panels + columns - 1) / columns
    return (
      width: [1: 560.0, 2: 860.0][columns] ?? 1240,
      height: 130 + Double(rows) * (columns == 1 ? 400 : 360)
    )
  }
}

/// Rates on axes whose distances are those of a normal distribution.
///
/// Two kinds of scores that are spread so give a straight line (Martin et al., Eurospeech 1997).
enum Probit {
  /// The quantile of the normal distribution, by Newton's method on its series.
  static func value(of rate: Double) -> Double {
    let wanted = min(1 - 1e-9, max(1e-9, rate))
    // Below one half, where the distribution loses no digits to 1.
    guard wanted <= 0.5 else { return -value(of: 1 - wanted) }
    let tail = (-2 * log(wanted)).squareRoot()
    var z = -tail + 0.5 / max(1, tail)
    for _ in 0..<40 {
      let step = (distribution(z) - wanted) / density(z)
      z -= max(-0.5, min(0.5, step))
      if abs(step) < 1e-12 { break }
    }
    return z
  }

  static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// Of z ≤ 0: Φ(z) = ½ − φ(z) (z' + z'³/3 + z'⁵/15 + …) with z' = −z; further out Laplace's
  /// continued fraction, φ(z) / (z' + 1 / (z' + 2 / (z' + …))).
  static func distribution(_ z: Double) -> Double {
    let x = -z
    if x < 3 {
      var (term, sum, odd) = (x, x, 1.0)
      while term > 1e-17 * sum {
        odd += 2
        term *= x * x / odd
        sum += term
      }
      return 0.5 - density(z) * sum
    }
    var fraction = x
    for k in stride(from: 60.0, through: 1, by: -1) { fraction = x + k / fraction }
    return density(z) / fraction
  }

  /// The rates that an axis names.
  static func ticks(in rates: ClosedRange<Double>) -> [Tick] {
    let all: [(Double, String)] = [
      (1e-6, "0.0001"), (1e-5, "0.001"), (1e-4, "0.01"), (1e-3, "0.1"), (1e-2, "1"), (0.05, "5"),
      (0.2, "20"), (0.4, "40"), (0.6, "60"), (0.8, "80"), (0.95, "95"), (0.99, "99"),
      (0.999, "99.9"),
    ]
    return all.filter { rates.contains($0.0) }.map { Tick(value(of: $0.0), RichText(plain: $0.1)) }
  }
}
