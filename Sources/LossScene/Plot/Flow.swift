/// Items side by side in as many lines as they need.
struct Flow {
  /// Items of each line, with the x at which they begin.
  private(set) var lines: [[(item: KeyItem, x: Double)]] = []
  private let size: Double
  private let color: Color

  /// Words wider than the whole line are wrapped, and each of their lines begins a line here.
  init(
    _ items: [KeyItem], width: Double, gap: Double, size: Double, color: Color,
    by measure: TextMeasure
  ) {
    self.size = size
    self.color = color
    let parts = items.flatMap { item in
      Self.parts(of: item, width: width, size: size, by: measure).enumerated().map { row, part in
        Part(
          item: part, width: part.signWidth + part.words.width(size: size, by: measure),
          beginsLine: row > 0)
      }
    }
    lines = Self.lines(parts, width: width, gap: gap).map { Self.placed($0, gap: gap) }
  }

  /// An item or, of one wider than a line, what stands on one.
  private struct Part {
    let item: KeyItem
    let width: Double
    let beginsLine: Bool
  }

  /// As many on each line as fit; none alone on the last one where another can join it.
  private static func lines(_ parts: [Part], width: Double, gap: Double) -> [[Part]] {
    var lines: [[Part]] = []
    var end = 0.0
    for part in parts {
      if lines.isEmpty || part.beginsLine || (end > 0 && end + gap + part.width > width) {
        lines.append([])
        end = 0
      }
      lines[lines.count - 1].append(part)
      end += (end > 0 ? gap : 0) + part.width
    }
    let last = lines.count - 1
    guard last > 0, lines[last].count == 1, !lines[last][0].beginsLine, lines[last - 1].count > 2,
      lines[last - 1][lines[last - 1].count - 1].width + gap + lines[last][0].width <= width
    else { return lines }
    lines[last].insert(lines[last - 1].removeLast(), at: 0)
    return lines
  }

  private static func placed(_ parts: [Part], gap: Double) -> [(item: KeyItem, x: Double)] {
    var end = 0.0
    return parts.map { part in
      let start = end > 0 ? end + gap : 0
      end = start + part.width
      return (part.item, start)
    }
  }

  /// Other words in the same places, in short where the next ones begin too near; `self` where they
  /// are not as many.
  func saying(_ words: [RichText], inShort short: [RichText], by measure: TextMeasure) -> Flow {
    guard words.count == lines.reduce(0, { $0 + $1.count }), short.count == words.count else {
      return self
    }
    var flow = self
    var next = 0
    for line in lines.indices {
      for place in lines[line].indices {
        let start = lines[line][place].x
        let end = place + 1 < lines[line].count ? lines[line][place + 1].x : .infinity
        let isLong = words[next].width(size: size, by: measure) > end - start - Self.leastGap
        flow.lines[line][place].item.words = isLong ? short[next] : words[next]
        next += 1
      }
    }
    return flow
  }

  /// Between words that change and those that follow.
  private static let leastGap = 9.0

  private static func parts(
    of item: KeyItem, width: Double, size: Double, by measure: TextMeasure
  ) -> [KeyItem] {
    let lines = item.words.wrappedEvenly(
      width: width - item.signWidth, size: size, by: measure, keepingBrackets: item.sign != .none)
    return lines.enumerated().map { KeyItem($0.offset == 0 ? item.sign : .none, $0.element) }
  }

  /// The first baseline at `origin`, the others `leading` below one another.
  func items(at origin: Point, leading: Double) -> [Scene.Item] {
    lines.enumerated().flatMap { row, line in
      line.flatMap { piece in
        let start = Point(x: origin.x + piece.x, y: origin.y + Double(row) * leading)
        let words = Scene.Text(
          piece.item.words, at: Point(x: start.x + piece.item.signWidth, y: start.y), size: size,
          color: color)
        return piece.item.items(at: start, size: size) + [.text(words)]
      }
    }
  }
}
