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
    var x = 0.0
    for item in items {
      for (row, part) in Self.parts(of: item, width: width, size: size, by: measure).enumerated() {
        let partWidth = part.signWidth + part.words.width(size: size, by: measure)
        if lines.isEmpty || row > 0 || (x > 0 && x + gap + partWidth > width) {
          lines.append([])
          x = 0
        }
        let start = x > 0 ? x + gap : 0
        lines[lines.count - 1].append((part, start))
        x = start + partWidth
      }
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
