/// Everything that is measured on features of any dimension.
public struct FeatureMeasurement: Sendable {
  package let count: Int
  package let dimensions: Int
  package let classNames: [String]
  /// Samples of each class.
  package let counts: [Int]
  /// To class weights, or to class centers where none are given.
  package let angles: NearestDirections
  package let usesWeights: Bool
  package let table3: AngleStatistics
  /// Whether all samples were compared with all classes.
  ///
  /// With a list of pairs among very many they are not: what it takes to look at the list must not
  /// grow with all the others, and what would need it is NaN, `nil` or empty.
  package let comparesAll: Bool
  /// 95th percentile of the angles of samples to the center of their class, radians.
  public let intra95: Double
  /// The smallest angle between two centers, radians.
  public let minInter: Double
  /// Standard deviation over mean of the lengths of features.
  package let normCV: Double
  /// The share of samples nearer to their own direction than to any other.
  public let accuracy: Double
  /// The share that violates the margin of the loss given; `nil` without a loss or where it has no
  /// class layer.
  package let violations: Double?
  package let table: ClassTable
  package let verification: Verification
  /// How sure these are; `nil` where one kind of pair is missing.
  package let intervals: RateIntervals?
  package let identification: Identification?
  /// `nil` where there are not enough people, or samples were not compared.
  package let openSet: OpenSet?
  /// `nil` where lengths are all alike, or nothing can be refused.
  package let quality: NormQuality?
  /// What makes the features say nothing of their classes; `nil` where they do.
  package let collapse: Collapse?
  /// The classes whose samples cancel, so that they have no mean direction.
  package let withoutDirection: [Int]

  /// The angle statistics of ArcFace, Table 3, radians.
  package struct AngleStatistics: Sendable, Equatable {
    /// Mean angle between a class weight and its class's center; `nil` without weights.
    package let weightToCenter: Double?
    /// Mean over classes of the smallest angle to another class's weight; `nil` without weights.
    package let weightInter: Double?
    /// Mean angle of samples to their class's center; NaN where no class has one.
    package let intra: Double
    /// Mean over classes of the smallest angle between centers; NaN where there are not two.
    package let inter: Double
  }
}

/// What is to be measured.
package struct MeasurementRequest: Sendable {
  package var rows: FeatureRows
  /// One a row of `rows`.
  package var labels: [Int]
  package var classNames: [String]
  /// `classes × dimensions`; `nil` for class centers.
  package var weights: Matrix<Double>?
  /// Whose margin counts; `nil` for none.
  package var head: MarginSoftmax?
  /// `nil` for all pairs.
  package var pairs: [ListedPair]?
  /// By what pairs are compared; classes and their centers have angles all the same.
  package var metric: PairMetric
  /// In which people are sought; `nil` for some of the rows.
  package var gallery: GallerySet?

  package init(
    rows: FeatureRows, labels: [Int], classNames: [String], weights: Matrix<Double>? = nil,
    head: MarginSoftmax? = nil, pairs: [ListedPair]? = nil, metric: PairMetric = .cosine,
    gallery: GallerySet? = nil
  ) {
    self.rows = rows
    self.labels = labels
    self.classNames = classNames
    self.weights = weights
    self.head = head
    self.pairs = pairs
    self.metric = metric
    self.gallery = gallery
  }

  /// Measures everything.
  ///
  /// - Parameter progress: called with the share of pairs that are compared; `false` stops.
  /// - Throws: `LabError.badData` where nothing or one class is there, `.stopped`.
  package func measure(
    parallel: ParallelFor = .serial, progress: (Double) -> Bool = { _ in true }
  ) throws(LabError) -> FeatureMeasurement {
    var counts = Array(repeating: 0, count: classNames.count)
    for label in labels { counts[label] += 1 }
    let present = counts.indices.filter { counts[$0] > 0 }
    guard present.count > 1 else {
      throw .badData(.measuredClasses(present.count))
    }
    let tally: PairTally
    let compared = metric == .cosine ? rows : rows.comparedByDistance()
    if let pairs {
      tally = PairTally(listed: pairs, of: compared)
    } else if let all = PairTally(
      all: compared, labels: labels, parallel: parallel, progress: progress)
    {
      tally = all
    } else {
      throw .stopped
    }
    return measurement(counts, present, PairMeasurement(self, compared, tally, parallel), parallel)
  }

  /// Beyond this, precision is that of `Float`, as of the pairs.
  var isExact: Bool { rows.count * max(rows.count, classNames.count) <= 2 * PairTally.exactLimit }

  var comparesAll: Bool { pairs == nil || isExact }

  private func measurement(
    _ counts: [Int], _ present: [Int], _ compared: PairMeasurement, _ parallel: ParallelFor
  ) -> FeatureMeasurement {
    let means = centers(counts)
    // A class whose features cancel has no direction: no angle is counted to it.
    let directed = present.filter { norm(ofRow: $0, in: means) > 0 }
    var isPresent = Array(repeating: false, count: counts.count)
    for index in directed { isPresent[index] = true }
    let units = comparesAll ? UnitRows(rows, isExact: isExact) : nil
    let toCenters = nearest(units, means, isPresent, parallel)
    let between = comparesAll ? between(means.rows(at: directed), isExact, parallel) : nil
    let ofWeights = weights.map { weightAngles($0, units, to: means, directed, parallel) }
    let toWeights = ofWeights?.samples ?? toCenters
    let spreads = toCenters.own.filter { !$0.isNaN }
    let collapse = CollapseCheck(
      features: rows.count, columns: rows.columns, labels: labels,
      predicted: predicted(by: toCenters), means: means, classNames: classNames
    ).collapse { rows.unit($0) }
    let norms = rows.relativeNorms
    let gaps = directed.count > 1 ? between?.other : nil
    return FeatureMeasurement(
      count: rows.count, dimensions: rows.columns, classNames: classNames, counts: counts,
      angles: toWeights, usesWeights: weights != nil,
      table3: .init(
        weightToCenter: ofWeights?.toCenter, weightInter: ofWeights?.inter,
        intra: spreads.isEmpty ? .nan : mean(spreads), inter: gaps.map { mean($0) } ?? .nan),
      comparesAll: comparesAll, intra95: spreads.isEmpty ? .nan : percentile(95, of: spreads),
      minInter: gaps?.min() ?? .nan, normCV: deviation(of: norms) / mean(norms),
      accuracy: comparesAll ? share { toWeights.own[$0] < toWeights.other[$0] } : .nan,
      violations: comparesAll ? violations(toWeights, ofWeights?.lengths) : nil,
      table: ClassTable(
        toCenters, labels: labels, lengths: rows.lengths, between: between, present: present,
        directed: directed),
      verification: compared.verification, intervals: compared.intervals,
      identification: compared.identification, openSet: compared.openSet,
      quality: compared.quality, collapse: collapse,
      withoutDirection: present.filter { !isPresent[$0] })
  }

  /// - Parameter units: the rows; `nil` where they are not compared with all classes.
  private func nearest(
    _ units: UnitRows?, _ directions: Matrix<Double>, _ isPresent: [Bool],
    lengths: [Double] = [], _ parallel: ParallelFor
  ) -> NearestDirections {
    guard let units else {
      return NearestDirections(
        own: rows, labels: labels, directions: directions, isPresent: isPresent)
    }
    return NearestDirections(
      units, labels: labels, directions: UnitRows(directions: directions, isExact: isExact),
      isPresent: isPresent, lengths: lengths, parallel: parallel)
  }

  /// The class of the nearest center; the own one where samples are not compared with others.
  private func predicted(by centers: NearestDirections) -> [Int] {
    guard comparesAll else { return labels }
    return labels.indices.map { row in
      centers.other[row] < centers.own[row] || centers.own[row].isNaN
        ? centers.otherClass[row] : labels[row]
    }
  }

  /// What class weights add: their lengths, how samples lie to them, the mean angle between
  /// neighbours, and that to the centers of their classes.
  private func weightAngles(
    _ weights: Matrix<Double>, _ units: UnitRows?, to means: Matrix<Double>, _ directed: [Int],
    _ parallel: ParallelFor
  ) -> (lengths: [Double], samples: NearestDirections, inter: Double?, toCenter: Double?) {
    let lengths = (0..<weights.rows).map { norm(ofRow: $0, in: weights) }
    let directions = weights.dividing(rowsBy: lengths)
    let long = lengths.indices.filter { lengths[$0] > 0 }
    let both = directed.filter { lengths[$0] > 0 }
    return (
      lengths,
      samples: nearest(units, directions, lengths.map { $0 > 0 }, lengths: lengths, parallel),
      inter: comparesAll && long.count > 1
        ? mean(between(directions.rows(at: long), isExact, parallel).other) : nil,
      toCenter: both.isEmpty
        ? nil : mean(both.map { angleBetween(directions.row($0), means.row($0)).radians })
    )
  }

  func share(_ condition: (Int) -> Bool) -> Double {
    Double(labels.indices.filter(condition).count) / Double(labels.count)
  }

  /// The angles from each direction to the nearest other one.
  private func between(
    _ directions: Matrix<Double>, _ isExact: Bool, _ parallel: ParallelFor
  ) -> NearestDirections {
    let units = UnitRows(directions: directions, isExact: isExact)
    return NearestDirections(
      units, labels: Array(0..<directions.rows), directions: units,
      isPresent: (0..<directions.rows).map { norm(ofRow: $0, in: directions) > 0 },
      parallel: parallel)
  }
}
