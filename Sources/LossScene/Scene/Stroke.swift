/// How a line is drawn.
public struct Stroke: Sendable, Equatable {
  public enum Join: String, Sendable { case miter, round }
  public enum Cap: String, Sendable { case butt, round }

  package var color: Color
  /// Points.
  package var width: Double
  /// Lengths of dashes and gaps in turn, points; empty for a solid line.
  package var dash: [Double]
  package var join: Join
  package var cap: Cap

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
