import LossScene

extension RunScene {
  /// Of the dots in the plane, points.
  var dotRadius: Double {
    0.9 * style.dotScale * Panel.dotRadius(count: testRows.count + trainRows.count)
  }

  /// Rings around wrong samples; thin ones where they are so many that they would hide them.
  func rings(_ places: [Point], _ panel: Panel, radius: Double) -> Scene.Item {
    guard hasArrows else { return .group("rings", items: []) }
    guard hasThinRings || places.count > 40 else { return panel.rings(places, radius: radius) }
    return .dots(
      panel.points(places), radius: radius * Self.thinRing, fill: nil,
      stroke: Stroke(theme.ink.withOpacity(0.65), width: 0.5))
  }

  private var hasThinRings: Bool { classes.count > 8 }
  private static let thinRing = 1.6
  /// So many other rings may touch one.
  private static let mostTouching = 3

  /// For each test sample whether it has a ring: it is drawn, wrong, and its ring can be told from
  /// those around it.
  func ringedRows(_ panel: Panel) -> [Bool] {
    var ringed = Array(repeating: false, count: run.test.labels.count)
    guard hasArrows, !showsDensity else { return ringed }
    let wrong = wrongRows
    let places = wrong.map { row in panel.point(run.test.features.point(row)) }
    let reach = 2 * dotRadius * Self.thinRing
    for (index, row) in wrong.enumerated() {
      let touching = places.filter {
        abs($0.x - places[index].x) < reach && abs($0.y - places[index].y) < reach
          && ($0 - places[index]).length < reach
      }
      ringed[row] = touching.count - 1 <= Self.mostTouching
    }
    return ringed
  }

  private var wrongRows: [Int] { testRows.filter { run.test.predicted[$0] != run.test.labels[$0] } }

  func hidesRings(_ usual: Panel) -> Bool {
    guard hasArrows, !showsDensity, film == nil else { return false }
    return ringedRows(usual).filter { $0 }.count < wrongRows.count
  }
}
