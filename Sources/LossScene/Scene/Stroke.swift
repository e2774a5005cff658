/// How a line is drawn.
public struct Stroke: Sendable, Equatable {
  /// Corners of a line.
  package enum Join: String, Sendable {
    /// Pointed.
    case miter
    /// Rounded off.
    case round
  }

  /// Ends of a line.
  package enum Cap: String, Sendable {
    /// Cut off at the end.
    case butt
    /// Half a disc beyond the end.
    case round
  }

  package var color: Color
  /// Points.
  package var width: Double
  /// Lengths of dashes and gaps in turn, points; empty for a solid line.
  package var dash: [Double]
  package var join: Join
  package var cap: Cap

  /// - Parameters:
  ///   - width: points.
  ///   - dash: lengths of dashes and gaps in turn, points; empty for a solid line.
  public init(_ color: Color, width: Double = 1, dash: [Double] = []) {
    self.init(color, width: width, dash: dash, join: .round)
  }

  package init(
    _ color: Color, width: Double = 1, dash: [Double] = [], join: Join = .round, cap: Cap = .butt
  ) {
    self.color = color
    self.width = width
    self.dash = dash
    self.join = join
    self.cap = cap
  }
}
