/// How a line is drawn.
public struct Stroke: Sendable, Equatable {
  public enum Join: String, Sendable { case miter, round }
  public enum Cap: String, Sendable { case butt, round }

  public var color: Color
  /// Points.
  public var width: Double
  /// Lengths of dashes and gaps in turn, points; empty for a solid line.
  public var dash: [Double]
  public var join: Join
  public var cap: Cap

  public init(
    _ color: Color, width: Double = 1, dash: [Double] = [], join: Join = .round, cap: Cap = .butt
  ) {
    self.color = color
    self.width = width
    self.dash = dash
    self.join = join
    self.cap = cap
  }
}
