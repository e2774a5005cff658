/// The `d` of a path, relative and in hundredths of a point, so that it is short and rounding
/// errors do not add up.
struct SVGPathData {
  private(set) var text = ""
  private var pen = Hundredths()
  private var isOpen = false

  /// A point rounded to hundredths.
  private struct Hundredths {
    var x = 0
    var y = 0

    init() {}

    init(_ point: Point) {
      x = Self.rounded(point.x)
      y = Self.rounded(point.y)
    }

    static func rounded(_ value: Double) -> Int {
      // Clamped far outside any picture: a conversion must not trap.
      value.isNaN ? 0 : Int((min(1e9, max(-1e9, value)) * 100).rounded())
    }
  }

  init(_ path: Path) {
    for segment in path.segments where segment.isFinite {
      switch segment {
      case .move(let point): move(to: point)
      case .line(let point): line(to: point)
      case .arc(let center, let radius, let start, let end):
        arc(center, radius, from: start, to: end)
      case .close:
        guard isOpen else { break }
        text += "z"
        isOpen = false
      }
    }
  }

  private mutating func move(to point: Point) {
    pen = Hundredths(point)
    isOpen = true
    text += "M" + numbers(pen.x, pen.y)
  }

  private mutating func line(to point: Point) {
    guard isOpen else { return move(to: point) }
    let end = Hundredths(point)
    let step = (x: end.x - pen.x, y: end.y - pen.y)
    switch (step.x, step.y) {
    case (0, 0): break
    case (_, 0): text += "h" + numbers(step.x)
    case (0, _): text += "v" + numbers(step.y)
    default: text += "l" + numbers(step.x, step.y)
    }
    pen = end
  }

  private mutating func arc(_ center: Point, _ radius: Double, from start: Double, to end: Double) {
    line(to: scenePoint(from: center, angle: start, radius: radius))
    // An arc that ends where it starts would not be drawn: three parts at most, each below π.
    let turn = end - start
    let parts = turn.magnitude < 3 ? 1 : turn.magnitude < 6 ? 2 : 3
    for part in 1...parts {
      let angle = start + turn * Double(part) / Double(parts)
      let to = Hundredths(scenePoint(from: center, angle: angle, radius: radius))
      let size = Hundredths.rounded(radius)
      text += "a" + numbers(size, size) + " 0 0 \(turn > 0 ? 0 : 1)"
      text += Self.separated(numbers(to.x - pen.x, to.y - pen.y))
      pen = to
    }
  }

  /// Hundredths as decimals, with a space only where no sign separates them.
  private func numbers(_ values: Int...) -> String {
    values.reduce("") { text, value in
      let number = shortText(Double(value) / 100)
      return text.isEmpty ? number : text + Self.separated(number)
    }
  }

  private static func separated(_ number: String) -> String {
    number.first == "-" ? number : " " + number
  }
}
