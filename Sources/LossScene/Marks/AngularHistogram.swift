/// How many of some angles fall in each of equal parts of the circle.
package struct AngularBins: Sendable, Equatable {
  /// The first begins at angle 0; they go round counter-clockwise.
  package let counts: [Int]

  /// - Parameter angles: radians, of any turn; what is not finite counts nowhere.
  package init(_ angles: [Double], count: Int = 180) {
    var counts = Array(repeating: 0, count: max(1, count))
    for angle in angles where angle.isFinite {
      let turns = angle / (2 * .pi)
      let share = turns - turns.rounded(.down)
      counts[min(counts.count - 1, Int(share * Double(counts.count)))] += 1
    }
    self.counts = counts
  }

  private init(counts: [Int]) { self.counts = counts }

  package var highest: Int { counts.max() ?? 0 }

  /// No bar higher than that.
  package func cut(at highest: Int) -> AngularBins {
    AngularBins(counts: counts.map { min($0, highest) })
  }
}

extension Panel {
  /// A rose: the histogram of a class's angles, growing outwards from a circle around the origin.
  ///
  /// - Parameters:
  ///   - radius: of the circle, in data.
  ///   - height: of the bar for `full` samples, in data; give all classes the same `full`.
  package func rose(
    _ bins: AngularBins, radius: Double = 1, height: Double, full: Int, color: Color
  ) -> Scene.Item {
    let width = 2 * Double.pi / Double(bins.counts.count)
    var path = Path()
    for (index, count) in bins.counts.enumerated() where count > 0 {
      let start = Double(index) * width
      // A gap of a tenth shows that these are bars.
      let bar = Path(
        sector: point(.zero), inner: radius * x.unit,
        outer: (radius + height * Double(count) / Double(max(1, full))) * x.unit,
        start: start + 0.05 * width, end: start + 0.95 * width)
      path.append(bar)
    }
    return .path(path, fill: color, stroke: nil)
  }
}
