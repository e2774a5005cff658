import LossLab
import LossPlot

/// What other programs take for the same work, as a multiple of lossviz's time: a row for each
/// piece of work, a dot for each program.
struct Chart {
  let rows: [Row]
  let theme: Theme

  struct Row {
    let title: String
    /// Programs and how many times lossviz's time they take.
    let peers: [(name: String, ratio: Double)]
  }

  /// - Parameter json: what `Benchmarks/run --out` wrote.
  init(_ json: String, theme: Theme) throws {
    let value = try JSONValue(parsing: Array(json.utf8), path: "standard input")
    guard case .object(let report) = value, case .list(let rows)? = report["rows"] else {
      throw MeasureError("standard input holds no results of Benchmarks/run")
    }
    self.rows = rows.compactMap { Row($0) }
    self.theme = theme
  }

  private static let rowHeight = 30.0

  var scene: Scene {
    let families = Family.allCases.filter { family in
      rows.contains { $0.peers.contains { Family($0.name) == family } }
    }
    let page = Page(
      "Time for the same work",
      subtitle: ["as a multiple of what lossviz takes, on one machine, medians"],
      key: families.map { family in
        let style = family.style(theme)
        return KeyItem(
          .dot(style.shape, fill: style.color, stroke: nil), RichText(plain: family.rawValue))
      },
      size: (760, 130 + Self.rowHeight * Double(rows.count)), theme: theme)
    let titles = 290.0
    var frame = page.body
    frame.x += titles
    frame.width -= titles
    frame.height -= Panel.tickRoom
    let most = rows.flatMap { $0.peers }.map { $0.ratio }.max() ?? 10
    let panel = Panel(
      in: frame, x: 0.5...max(20, most * 1.3), y: 0...Double(rows.count), theme: theme,
      xKind: .logarithmic)
    let ticks = [1.0, 2, 5, 10, 20, 50, 100].map { Tick($0, RichText(plain: "\(Int($0))×")) }
    return page.scene(
      description: description,
      [
        panel.axes(x: Axis(ticks: ticks, grid: true), y: nil),
        panel.line([Point(x: 1, y: 0), Point(x: 1, y: Double(rows.count))], width: 1.4),
      ] + rows.enumerated().flatMap { index, row in items(row, index, panel) })
  }

  private func items(_ row: Row, _ index: Int, _ panel: Panel) -> [Scene.Item] {
    let height = Double(rows.count) - 0.5 - Double(index)
    let ratios = row.peers.map { $0.ratio }
    let title = Scene.Text(
      RichText(plain: row.title),
      at: Point(x: panel.frame.x - 12, y: panel.point(Point(x: 1, y: height)).y),
      size: theme.textSize, color: theme.ink, anchor: .end, baseline: .middle)
    let reach = [Point(x: 1, y: height), Point(x: ratios.max() ?? 1, y: height)]
    return [.text(title), panel.line(reach, color: theme.muted, width: 1)]
      + row.peers.map { peer in
        panel.dots(
          [Point(x: peer.ratio, y: height)], Family(peer.name).style(theme), radius: 4.5)
      }
  }

  private var description: String {
    rows.map { row in
      row.title + ": "
        + row.peers.map { "\($0.name) \(decimalText($0.ratio, places: 1)) times" }
        .joined(separator: ", ")
    }.joined(separator: ". ") + "."
  }
}

/// Programs of one kind share a color.
private enum Family: String, CaseIterable {
  case jax = "JAX"
  case numpy = "NumPy"
  case torch = "PyTorch"
  case plot = "matplotlib, datashader"

  init(_ name: String) {
    let all = Family.allCases.dropLast()
    self =
      all.first { name.contains($0.rawValue) || name.contains($0.rawValue.lowercased()) }
      ?? .plot
  }

  func style(_ theme: Theme) -> ClassStyle {
    let place = Family.allCases.firstIndex(of: self) ?? 0
    return Palette.okabeIto.styles(classes: Family.allCases.count, theme: theme)[place]
  }
}

extension Chart.Row {
  /// `nil` where there is nothing to compare with.
  init?(_ value: JSONValue) {
    guard case .object(let row) = value, case .text(let title)? = row["title"],
      let ours = Self.median(row["ours"]), case .list(let others)? = row["peers"]
    else { return nil }
    let peers = others.compactMap { other -> (name: String, ratio: Double)? in
      guard case .object(let fields) = other, case .text(let name)? = fields["name"],
        let median = Self.median(other)
      else { return nil }
      return (name, median / ours)
    }
    guard !peers.isEmpty else { return nil }
    self.init(title: title, peers: peers)
  }

  private static func median(_ value: JSONValue?) -> Double? {
    guard case .object(let fields)? = value, case .number(let median)? = fields["median"]
    else { return nil }
    return median
  }
}
