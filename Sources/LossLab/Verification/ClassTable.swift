/// What can be said of each class, and of pairs of classes and single samples that stand out.
public struct ClassTable: Sendable {
  /// In the order of the classes; those without a sample are left out.
  public let rows: [Row]
  /// Pairs of classes whose samples lie nearer to the other's center, most first; then the pairs
  /// whose centers are nearest.
  public let confusions: [Confusion]
  /// Samples that lie nearer to another class's center than to their own, worst first.
  public let suspects: [Suspect]

  public struct Row: Sendable, Equatable {
    public let classIndex: Int
    public let count: Int
    /// Mean angle of its samples to its center, radians; NaN where they cancel.
    public let intra: Double
    /// The class whose center is nearest, and how far it is; `nil` for a class alone.
    public let nearest: Int?
    public let distance: Double
    /// The share of its samples that lie nearer to another center; NaN where these were not
    /// compared.
    public let strays: Double
    /// The mean length of its features, as the file has them.
    public let length: Double
  }

  public struct Confusion: Sendable, Equatable {
    public let first: Int
    public let second: Int
    /// Samples of one that lie nearer to the other.
    public let samples: Int
    /// Between their centers, radians; NaN where neither is the other's nearest.
    public let angle: Double
  }

  public struct Suspect: Sendable, Equatable {
    /// Of the features, without those left out.
    public let row: Int
    public let label: Int
    public let looksLike: Int
    /// Radians.
    public let own: Double
    public let other: Double
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
    let classes = (present.max() ?? -1) + 1
    var counts = Array(repeating: 0, count: classes)
    var sums = Array(repeating: 0.0, count: classes)
    var strays = Array(repeating: 0, count: classes)
    var norms = Array(repeating: 0.0, count: classes)
    var crossings: [CrossingPair] = []
    var suspects: [Suspect] = []
    for (row, label) in labels.enumerated() {
      counts[label] += 1
      sums[label] += nearest.own[row]
      norms[label] += lengths[row]
      guard nearest.hasOthers, nearest.other[row] < nearest.own[row] else { continue }
      strays[label] += 1
      crossings.append(CrossingPair(label, nearest.otherClass[row]))
      suspects.append(
        Suspect(
          row: row, label: label, looksLike: nearest.otherClass[row], own: nearest.own[row],
          other: nearest.other[row]))
    }
    let between = directed.count < 2 ? nil : between
    var places = Array(repeating: Int?.none, count: classes)
    if between != nil { for (place, index) in directed.enumerated() { places[index] = place } }
    rows = present.map { index in
      Row(
        classIndex: index, count: counts[index], intra: sums[index] / Double(counts[index]),
        nearest: places[index].flatMap { place in between.map { directed[$0.otherClass[place]] } },
        distance: places[index].flatMap { between?.other[$0] } ?? .nan,
        strays: nearest.hasOthers ? Double(strays[index]) / Double(counts[index]) : .nan,
        length: norms[index] / Double(counts[index]))
    }
    self.suspects = suspects.sorted {
      let (a, b) = ($0.own - $0.other, $1.own - $1.other)
      return a != b ? a > b : $0.row < $1.row
    }
    var neighbours: [CrossingPair] = []
    if let between {
      for (place, index) in directed.enumerated() {
        neighbours.append(
          CrossingPair(
            index, directed[between.otherClass[place]], samples: 0, angle: between.other[place]))
      }
    }
    confusions = Self.confusions(crossings + neighbours)
  }

  /// Pairs that stand there several times become one.
  private static func confusions(_ pairs: [CrossingPair]) -> [Confusion] {
    var merged: [CrossingPair] = []
    for pair in pairs.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) }) {
      if let last = merged.last, last.low == pair.low, last.high == pair.high {
        merged[merged.count - 1].samples += pair.samples
        merged[merged.count - 1].angle = min(last.angle, pair.angle)
      } else {
        merged.append(pair)
      }
    }
    return merged.sorted {
      if $0.samples != $1.samples { return $0.samples > $1.samples }
      if $0.angle != $1.angle { return $0.angle < $1.angle }
      return ($0.low, $0.high) < ($1.low, $1.high)
    }.prefix(shown).map {
      Confusion(
        first: $0.low, second: $0.high, samples: $0.samples,
        angle: $0.angle.isFinite ? $0.angle : .nan)
    }
  }

  /// Tightest first; classes with one sample have no spread and are left out.
  public var byTightness: [Row] {
    rows.filter { $0.count > 1 && !$0.intra.isNaN }.sorted {
      $0.intra != $1.intra ? $0.intra < $1.intra : $0.classIndex < $1.classIndex
    }
  }
}

/// Two classes, with samples that lie nearer to the other and the angle where it is known.
private struct CrossingPair {
  let low: Int
  let high: Int
  var samples: Int
  var angle: Double

  init(_ a: Int, _ b: Int, samples: Int = 1, angle: Double = .infinity) {
    low = min(a, b)
    high = max(a, b)
    self.samples = samples
    self.angle = angle
  }
}
