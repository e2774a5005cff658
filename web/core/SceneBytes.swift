import LossLab
import LossScene

/// A scene as numbers and words that the page draws on a canvas; `page/draw.js` reads it back.
struct SceneBytes {
  private var numbers: [Float] = []
  private var words: [String] = []

  /// Four bytes with how many numbers there are, the numbers, then the words with line ends between
  /// them.
  static func bytes(_ scene: Scene) -> [UInt8] {
    var writer = SceneBytes()
    writer.add(scene.width, scene.height)
    writer.add(scene.background)
    writer.add(scene.items)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * writer.numbers.count + 4096)
    append(UInt32(writer.numbers.count), to: &bytes)
    for number in writer.numbers { append(number.bitPattern, to: &bytes) }
    bytes += Array(writer.words.joined(separator: "\n").utf8)
    return bytes
  }

  static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: word))
    bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    bytes.append(UInt8(truncatingIfNeeded: word >> 16))
    bytes.append(UInt8(truncatingIfNeeded: word >> 24))
  }

  private mutating func add(_ values: Double...) {
    for value in values { numbers.append(Float(value)) }
  }

  private mutating func add(_ point: Point) {
    numbers.append(Float(point.x))
    numbers.append(Float(point.y))
  }

  /// A 0 for none.
  private mutating func add(_ color: Color?) {
    guard let color else { return add(0) }
    add(1, Double(color.red), Double(color.green), Double(color.blue), color.opacity)
  }

  private mutating func add(_ stroke: Stroke?) {
    guard let stroke else { return add(0) }
    add(stroke.color)
    add(
      stroke.width, stroke.join == .round ? 1 : 0, stroke.cap == .round ? 1 : 0,
      Double(stroke.dash.count))
    for length in stroke.dash { add(length) }
  }

  private mutating func add(_ word: String) {
    add(Double(words.count))
    words.append(word)
  }

  private mutating func add(_ path: Path) {
    add(Double(path.segments.count))
    for segment in path.segments {
      switch segment {
      case .move(let point):
        add(0)
        add(point)
      case .line(let point):
        add(1)
        add(point)
      case .arc(let center, let radius, let start, let end):
        add(2)
        add(center)
        add(radius, start, end)
      case .close: add(3)
      }
    }
  }

  private mutating func add(_ items: [Scene.Item]) {
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke):
        add(1)
        add(fill)
        add(stroke)
        add(path)
      case .dots(let dots): add(dots)
      case .text(let text): if text.isDrawn { add(text) }
      case .raster: continue
      case .group(let group):
        add(4, group.clip == nil ? 0 : 1)
        if let clip = group.clip { add(clip) }
        add(group.items)
        add(5)
      }
    }
  }

  private mutating func add(_ dots: Scene.Dots) {
    let centers = dots.drawnCenters
    guard !centers.isEmpty else { return }
    add(2)
    let outline = dots.shape.outline(radius: dots.radius) ?? []
    add(Double(outline.count))
    for point in outline { add(point) }
    add(dots.radius)
    add(dots.fill)
    add(dots.stroke)
    add(Double(centers.count))
    for center in centers { add(center) }
  }

  private mutating func add(_ text: Scene.Text) {
    add(3)
    add(text.position)
    add(text.baseline.drop * text.size, text.size)
    add(text.color)
    add(text.anchor == .start ? 0 : text.anchor == .middle ? 1 : 2, text.rotation)
    add(text.halo)
    add(Scene.Text.haloWidth, Double(text.content.spans.count))
    for span in text.content.spans {
      add(span.text)
      add(
        span.isItalic ? 1 : 0, span.isBold ? 1 : 0, span.rise,
        span.size(in: text.size) / text.size)
      add(span.color)
    }
  }
}
