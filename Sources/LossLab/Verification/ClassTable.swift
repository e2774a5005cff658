/// What can be said of each class, and of pairs of classes and single samples that stand out.
package struct ClassTable: Sendable {
  /// In the order of the classes; those without a sample are left out.
  package let rows: [Row]
  /// Pairs of classes whose samples lie nearer to the other's center, most first; then the pairs
  /// whose centers are nearest.
  package let confusions: [Confusion]
  /// Samples that lie nearer to another class's center than to their own, worst first.
  package let suspects: [Suspect]

  package struct Row: Sendable, Equatable {
    package let classIndex: Int
    package let count: Int
    /// Mean angle of its samples to its center, radians; NaN where they cancel.
    package let intra: Double
    /// The class whose center is nearest, and how far it is; `nil` for a class alone.
    package let nearest: Int?
    package let distance: Double
    /// The share of its samples that lie nearer to another center; NaN where these were not
    /// compared.
    package let strays: Double
    /// The mean length of its features, as the file has them.
    package let length: Double
  }

  package struct Confusion: Sendable, Equatable {
    package let first: Int
    package let second: Int
    /// Samples of one that lie nearer to the other.
    package fileprivate(set) var samples: Int
    /// Between their centers, radians; NaN where neither is the other's nearest.
    package fileprivate(set) var angle: Double

    fileprivate init(_ a: Int, _ b: Int, samples: Int = 1, angle: Double = .infinity) {
      first = min(a, b)
      second = max(a, b)
      self.samples = samples
      self.angle = angle
    }
  }

  package struct Suspect: Sendable, Equatable {
    /// Of the features, without those left out.
    package let row: Int
    package let label: Int
    package let looksLike: Int
    /// Radians.
    package let own: Double
    package let other: Double
    package let cause: Cause

    /// What most likely is wrong with it.
    package enum Cause: String, Sendable {
      /// The label: it lies as near to another class as samples do to their own.
      case label
      /// The sample itself: it lies far from all classes.
      case image
    }
  }

  /// So many pairs of classes are kept.
  private static let shown = 20

  /// - Parameters:
  ///   - between: of the classes in `directed`; `nil` where these were not compared.
  ///   - directed: those of `present` that have a direction.
  init(
    _ nearest: NearestDirections, labels: [Int], lengths: [Double], between: NearestDirections?,
    present: [Int], directed: [Int]
  ) {
    var classes = Array(repeating: ClassSums(), count: (present.max() ?? -1) + 1)
    var strays: [Int] = []
    for (row, label) in labels.enumerated() {
      classes[label].count += 1
      classes[label].angles += nearest.own[row]
      classes[label].lengths += lengths[row]
      guard nearest.hasOthers, nearest.other[row] < nearest.own[row] else { continue }
      classes[label].strays += 1
      strays.append(row)
    }
    let suspects = Self.suspects(strays, nearest, labels)
    var pairs = suspects.map { Confusion($0.label, $0.looksLike) }
    if let between, directed.count > 1 {
      for (place, index) in directed.enumerated() {
        let (other, angle) = (directed[between.otherClass[place]], between.other[place])
        classes[index].nearest = (other, angle)
        pairs.append(Confusion(index, other, samples: 0, angle: angle))
      }
    }
    rows = present.map { index in
      let (sums, count) = (classes[index], Double(classes[index].count))
      return Row(
        classIndex: index, count: sums.count, intra: sums.angles / count,
        nearest: sums.nearest?.index, distance: sums.nearest?.angle ?? .nan,
        strays: nearest.hasOthers ? Double(sums.strays) / count : .nan,
        length: sums.lengths / count)
    }
    self.suspects = suspects.sorted {
      let (a, b) = ($0.own - $0.other, $1.own - $1.other)
      return a != b ? a > b : $0.row < $1.row
    }
    confusions = Self.confusions(pairs)
  }

  /// As near to their own class as 95 % of the samples that are no suspects lie is near.
  private static func suspects(
    _ rows: [Int], _ nearest: NearestDirections, _ labels: [Int]
  ) -> [Suspect] {
    var isStray = Array(repeating: false, count: labels.count)
    for row in rows { isStray[row] = true }
    let usual = labels.indices.filter { !isStray[$0] && !nearest.own[$0].isNaN }.map {
      nearest.own[$0]
    }
    let near = usual.isEmpty ? 0 : percentile(95, of: usual)
    return rows.map { row in
      Suspect(
        row: row, label: labels[row], looksLike: nearest.otherClass[row], own: nearest.own[row],
        other: nearest.other[row], cause: nearest.other[row] <= near ? .label : .image)
    }
  }

  /// Of the samples of one class.
  private struct ClassSums {
    var count = 0
    var strays = 0
    var angles = 0.0
    var lengths = 0.0
    var nearest: (index: Int, angle: Double)?
  }

  /// Pairs that stand there several times become one.
  private static func confusions(_ pairs: [Confusion]) -> [Confusion] {
    var merged: [Confusion] = []
    for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      if let last = merged.last, last.first == pair.first, last.second == pair.second {
        merged[merged.count - 1].samples += pair.samples
        merged[merged.count - 1].angle = min(last.angle, pair.angle)
      } else {
        merged.append(pair)
      }
    }
    merged.sort {
      if $0.samples != $1.samples { return $0.samples > $1.samples }
      if $0.angle != $1.angle { return $0.angle < $1.angle }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
    for place in merged.indices where !merged[place].angle.isFinite { merged[place].angle = .nan }
    return Array(merged.prefix(shown))
  }

  /// Tightest first; classes with one sample have no spread and are left out.
  package var byTightness: [Row] {
    rows.filter { $0.count > 1 && !$0.intra.isNaN }.sorted {
      $0.intra != $1.intra ? $0.intra < $1.intra : $0.classIndex < $1.classIndex
    }
  }
}
