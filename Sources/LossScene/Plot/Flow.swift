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
    lines = Self.lines(parts, width: width, gap: gap)
    // None alone on the last line where others can join it.
    guard lines.count > 1, lines[lines.count - 1].count == 1, lines[lines.count - 2].count > 2
    else {
      return
    }
    let narrower = stride(from: 0.96, through: 0.6, by: -0.04).lazy.map {
      Self.lines(parts, width: $0 * width, gap: gap)
    }
    let count = lines.count
    lines = narrower.first { $0.count == count && $0[count - 1].count > 1 } ?? lines
  }

  /// An item or, of one wider than a line, what stands on one.
  private struct Part {
    let item: KeyItem
    let width: Double
    let beginsLine: Bool
  }

  private static func lines(
    _ parts: [Part], width: Double, gap: Double
  ) -> [[(item: KeyItem, x: Double)]] {
    var lines: [[(item: KeyItem, x: Double)]] = []
    var x = 0.0
    for part in parts {
      if lines.isEmpty || part.beginsLine || (x > 0 && x + gap + part.width > width) {
        lines.append([])
        x = 0
      }
      let start = x > 0 ? x + gap : 0
      lines[lines.count - 1].append((part.item, start))
      x = start + part.width
    }
    return lines
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
