extension ComparisonScene {
  /// The lines under the title of a cell.
  static func words(
    of cell: Comparison.Cell, width: Double, _ theme: Theme
  ) -> [RichText] {
    let lines = cell.lesson.wrappedEvenly(width: width, size: theme.smallSize, by: theme.measure)
    guard cell.lesson.isEmpty else { return Array(lines.prefix(mostLines)) }
    let size = least(theme.smallSize, theme)
    let isWide = cell.numbers.width(size: size, by: theme.measure) > width
    return isWide ? cell.numbers.parts : [cell.numbers]
  }

  /// Numbers may be a little smaller before they take another line.
  private static func least(_ size: Double, _ theme: Theme) -> Double {
    max(0.8 * size, min(size, theme.leastType))
  }

  /// Of the words under the title of a cell.
  private static let mostLines = 5

  /// Of the words over all cells alike, so that the longest fit.
  struct WordSizes {
    let title: Double
    let line: Double
  }

  var wordSizes: WordSizes {
    WordSizes(
      title: size(fitting: comparison.cells.map { $0.title.bold() }, at: theme.textSize),
      line: size(fitting: comparison.cells.flatMap { lines(of: $0) }, at: theme.smallSize))
  }

  /// - Parameters:
  ///   - isFirst: whether it stands at the left edge, where the numbers of y are.
  ///   - isLast: whether none stands below it; there are the numbers of x.
  func cell(
    _ index: Int, at origin: Point, limit: Double?, sizes: WordSizes, isFirst: Bool, isLast: Bool
  ) -> [Scene.Item] {
    let cell = comparison.cells[index]
    var items = theme.hasHeadings ? [title(cell, at: origin, sizes)] : []
    guard var scene = scenes[index] else {
      if case .failed(let why) = cell.content { items.append(notice(why, at: origin)) }
      return items
    }
    if !ranges.isEmpty { scene.style = ranges[index]?.setting(scene.style) ?? scene.style }
    scene.style.featureLimit = limits.isEmpty ? limit : limits[index]
    let isShared = comparison.sharesAxes(in: style)
    scene.style.sharesAxes = isShared
    scene.style.dotScale = min(1, (layout.side / 380).squareRoot())
    for (row, view) in scene.views.enumerated() {
      // Own axes say their scale in the frame; there is no room for numbers between the panels.
      scene.style.hasInnerScale = !isShared
      scene.style.hasYNumbers = isShared && isFirst
      scene.style.hasXNumbers = isShared && isLast
      let frame = layout.frame(row, at: origin)
      items.append(scene.panel(view, in: frame, heading: ""))
    }
    return items
  }

  /// Where numbers take two lines in one cell they do in all.
  private func lines(of cell: Comparison.Cell) -> [RichText] {
    let isSplit = cell.lesson.isEmpty && (layout.lines ?? 1) > 1
    return isSplit ? cell.numbers.parts : Self.words(of: cell, width: layout.cellWidth, theme)
  }

  private func size(fitting texts: [RichText], at size: Double) -> Double {
    let fitting = texts.map { $0.size(fitting: layout.cellWidth, at: size, by: theme.measure) }
    return max(fitting.min() ?? size, Self.least(size, theme))
  }

  private func title(
    _ cell: Comparison.Cell, at origin: Point, _ sizes: WordSizes
  ) -> Scene.Item {
    let width = layout.cellWidth
    let (titleSize, size) = (sizes.title, sizes.line)
    let title = titleLines(cell.title.bold(), width: width, size: titleSize)
    let words = lines(of: cell).enumerated().map { row, line in
      Scene.Item.text(
        line.truncated(width: width + 1e-6, size: size, by: theme.measure),
        at: origin + Point(x: 0, y: 25.5 + 12.5 * Double(row)), size: size, color: theme.muted)
    }
    return .group(
      "title",
      items: title.enumerated().map { row, line in
        let above = 1.15 * titleSize * Double(title.count - 1 - row)
        return .text(
          line, at: origin + Point(x: 0, y: 12 - above), size: titleSize, color: theme.ink)
      } + words)
  }

  /// One line, or two where one would lose its end.
  private func titleLines(_ title: RichText, width: Double, size: Double) -> [RichText] {
    let lines = title.wrapped(width: width + 1e-6, size: size, by: theme.measure)
    guard lines.count == 2 else {
      return [title.truncated(width: width + 1e-6, size: size, by: theme.measure)]
    }
    return lines.map { $0.truncated(width: width + 1e-6, size: size, by: theme.measure) }
  }

  /// An empty panel that says why it is empty.
  private func notice(_ why: String, at origin: Point) -> Scene.Item {
    let frame = layout.frame(0, at: origin)
    let lines = RichText(plain: why).wrapped(
      width: frame.width - 24, size: theme.textSize, by: theme.measure)
    let leading = theme.textSize * 1.4
    let top = frame.midY - Double(lines.count - 1) * leading / 2
    let words = lines.enumerated().map { row, line in
      Scene.Item.text(
        line, at: Point(x: frame.midX, y: top + Double(row) * leading), size: theme.textSize,
        color: theme.muted, anchor: .middle, baseline: .middle)
    }
    let border = Scene.Item.path(
      Path(rectangle: frame), fill: nil, stroke: Stroke(theme.faint, width: 1, join: .miter))
    return .group("failed", items: [border] + words)
  }
}

extension RichText {
  /// What stands between " · ".
  fileprivate var parts: [RichText] {
    text.split(separator: " · ").map { RichText(plain: String($0)) }
  }
}
