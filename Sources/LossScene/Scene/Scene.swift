/// A finished drawing as plain values: lengths in points, y down.
public struct Scene: Sendable, Equatable {
  /// Points.
  public var width: Double
  /// Points.
  public var height: Double
  /// `nil` for a transparent ground.
  public var background: Color?
  /// What no picture can carry becomes U+FFFD here and in `description`.
  public var title: String { didSet { title = title.drawable } }
  /// What somebody who cannot see the picture should know.
  public var description: String { didSet { description = description.drawable } }
  /// The family of its words; `nil` for DejaVu Sans.
  package var font: String?
  /// What it says in words, for a document that shows it; empty for nothing but the title.
  package var caption: RichText = ""
  /// Bottom to top.
  public var items: [Item]

  /// - Parameters:
  ///   - background: `nil` for a transparent ground.
  ///   - description: for somebody who cannot see it.
  ///   - items: bottom to top.
  public init(
    width: Double, height: Double, background: Color? = .white, title: String = "",
    description: String = "", items: [Item] = []
  ) {
    self.width = width
    self.height = height
    self.background = background
    self.title = title.drawable
    self.description = description.drawable
    self.items = items
  }

  /// One thing drawn; kept to these few, because every renderer and the summary draw each of them.
  public indirect enum Item: Sendable, Equatable {
    /// Filled, then stroked; `nil` leaves either out.
    case path(Path, fill: Color?, stroke: Stroke?)
    /// Markers of one look.
    case dots(Dots)
    /// Words on one line.
    case text(Text)
    /// An image.
    case raster(Raster)
    /// Items under one name, maybe clipped.
    case group(Group)
  }

  /// Many dots of one look.
  public struct Dots: Sendable, Equatable {
    package var shape: MarkerShape
    package var radius: Double
    package var fill: Color?
    /// A ring or outline; alone it makes hollow dots.
    package var stroke: Stroke?
    /// What is not finite is not drawn.
    public var centers: [Point]

    /// - Parameters:
    ///   - radius: points.
    ///   - stroke: a ring or outline; without a `fill` dots are hollow.
    public init(
      _ centers: [Point], shape: MarkerShape = .circle, radius: Double, fill: Color?,
      stroke: Stroke? = nil
    ) {
      self.shape = shape
      self.radius = radius
      self.fill = fill
      self.stroke = stroke
      self.centers = centers
    }
  }

  /// One line of text.
  public struct Text: Sendable, Equatable {
    /// What of the text lies on `position`, along the line.
    public enum Anchor: String, Sendable {
      /// Its left end.
      case start
      /// Its middle.
      case middle
      /// Its right end.
      case end
    }
    /// What of the text lies on `position`, up and down.
    public enum Baseline: String, Sendable {
      /// The line on which letters stand.
      case alphabetic
      /// The middle of capitals.
      case middle
      /// The top of capitals.
      case top
      /// The lowest point of descenders.
      case bottom
    }

    /// Spans of one look after another.
    public var content: RichText
    /// Points; which part of the line lies there is up to anchor and baseline.
    public var position: Point
    /// Points.
    package var size: Double
    package var color: Color
    package var anchor: Anchor
    package var baseline: Baseline
    /// Around `position`, radians, counter-clockwise as seen.
    package var rotation: Double
    /// Drawn around the letters, to keep them readable on what lies below.
    package var halo: Color?
    /// Of the line along the outlines, half of which shows, in sizes of the text.
    package static let haloWidth = 0.22

    /// - Parameters:
    ///   - size: points.
    ///   - rotation: around `position`, radians, counter-clockwise as seen.
    ///   - halo: drawn around the letters, to keep them readable on what lies below.
    public init(
      _ content: RichText, at position: Point, size: Double, color: Color,
      anchor: Anchor = .start, baseline: Baseline = .alphabetic, rotation: Double = 0,
      halo: Color? = nil
    ) {
      self.content = content
      self.position = position
      self.size = size
      self.color = color
      self.anchor = anchor
      self.baseline = baseline
      self.rotation = rotation
      self.halo = halo
    }
  }

  /// Pixels stretched over a frame.
  public struct Raster: Sendable, Equatable {
    package var columns: Int
    package var rows: Int
    /// `rows × columns × 4`: red, green, blue, opacity; not premultiplied, top row first.
    package var pixels: [UInt8]
    package var frame: Rectangle
    /// Whether to blend between pixels where they are magnified.
    package var isSmooth: Bool

    /// - Precondition: `pixels.count == columns * rows * 4`.
    package init(
      columns: Int, rows: Int, pixels: [UInt8], frame: Rectangle, isSmooth: Bool = false
    ) {
      precondition(
        pixels.count == columns * rows * 4, "\(pixels.count) bytes for \(columns) × \(rows) pixels")
      self.columns = columns
      self.rows = rows
      self.pixels = pixels
      self.frame = frame
      self.isSmooth = isSmooth
    }
  }

  /// Items that belong together, named in an SVG.
  public struct Group: Sendable, Equatable {
    /// Its class in an SVG: "class 0".
    public var name: String
    /// What a reader sees who points at it; empty for nothing.
    package var title: String { didSet { title = title.drawable } }
    package var clip: Path?
    /// Bottom to top.
    public var items: [Item]

    /// - Parameters:
    ///   - name: its class in an SVG.
    ///   - title: what a reader sees who points at it; empty for nothing.
    ///   - clip: outside of which nothing is drawn; `nil` for all.
    public init(_ name: String, title: String = "", clip: Path? = nil, items: [Item]) {
      self.name = name
      self.title = title.drawable
      self.clip = clip
      self.items = items
    }
  }
}

extension Scene {
  /// The size of its smallest line of words, points; `nil` without words.
  package var smallestType: Double? { Self.smallestType(items) }

  private static func smallestType(_ items: [Item]) -> Double? {
    var smallest: Double?
    for item in items {
      let size: Double?
      switch item {
      case .text(let text): size = text.content.isEmpty ? nil : text.size
      case .group(let group): size = smallestType(group.items)
      case .path, .dots, .raster: size = nil
      }
      if let size { smallest = min(smallest ?? size, size) }
    }
    return smallest
  }
}

extension Scene.Dots {
  /// Those that can be drawn.
  package var drawnCenters: [Point] {
    guard radius > 0, radius.isFinite else { return [] }
    return centers.allSatisfy { $0.isFinite } ? centers : centers.filter { $0.isFinite }
  }

  /// How far from its center a dot may have ink: markers reach up to 1.6 radii, and their mitered
  /// corners further.
  package var reach: Double { radius * 1.7 + 2 * (stroke?.width ?? 0) }
}

extension Scene.Text {
  /// Pango counts in 1024ths of a point and 32 bits: larger type is nobody's intention.
  package static let largestSize = 10_000.0

  package var isDrawn: Bool {
    !content.isEmpty && size > 0 && size <= Self.largestSize && position.isFinite
      && rotation.isFinite
  }
}

extension Scene.Raster {
  package var isDrawn: Bool {
    columns > 0 && rows > 0 && frame.width > 0 && frame.height > 0
      && [frame.x, frame.y, frame.width, frame.height].allSatisfy { $0.isFinite }
  }
}

extension Scene.Text.Baseline {
  /// How far the baseline lies below the text's position, in sizes of the text, by the
  /// proportions of DejaVu Sans: capitals 0.73 high, descenders 0.24 deep.
  package var drop: Double {
    switch self {
    case .alphabetic: 0
    case .middle: 0.365
    case .top: 0.73
    case .bottom: -0.24
    }
  }
}
