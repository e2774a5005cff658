/// Samples of people who are known, in which others are sought.
package struct GallerySet: Sendable {
  package var rows: FeatureRows
  /// One a row, by the numbers of the probes' classes; of people whom no probe shows, larger ones.
  package var labels: [Int]

  package init(rows: FeatureRows, labels: [Int]) {
    self.rows = rows
    self.labels = labels
  }
}

/// All that compares samples with one another.
struct PairMeasurement {
  let verification: Verification
  let intervals: RateIntervals?
  let identification: Identification?
  let openSet: OpenSet?
  let quality: NormQuality?

  /// - Parameter compared: the rows of the request, as its metric compares them.
  init(
    _ request: MeasurementRequest, _ compared: FeatureRows, _ tally: PairTally,
    _ parallel: ParallelFor
  ) {
    let labels = request.labels
    let verification = Verification(tally, isBalanced: request.pairs == nil)
    self.verification = verification
    let thresholds = PersonCounts.thresholds(verification, tally)
    let units =
      request.comparesAll ? UnitRows(compared, isExact: request.isExact) : nil
    var counts: PersonCounts?
    if let pairs = request.pairs {
      counts = PersonCounts(listed: pairs, of: compared, labels: labels, thresholds: thresholds)
    } else if let units, !thresholds.isEmpty {
      counts = PersonCounts(all: units, labels: labels, thresholds: thresholds, parallel: parallel)
    }
    intervals = counts.flatMap { RateIntervals($0, verification, parallel: parallel) }
    identification = units.flatMap {
      Identification($0, labels: labels, classes: request.classNames.count, parallel: parallel)
    }
    quality = units.flatMap {
      NormQuality(request.rows, $0, labels: labels, verification, parallel)
    }
    guard let gallery = request.gallery else {
      openSet = units.flatMap { OpenSet($0, labels: labels, parallel: parallel) }
      return
    }
    // Both as the probes are measured: about their mean, in units of their longest.
    let known =
      request.metric == .cosine
      ? gallery.rows : gallery.rows.comparedByDistance(as: request.rows)
    openSet = OpenSet(
      units ?? UnitRows(compared, isExact: request.isExact), labels: labels,
      gallery: UnitRows(known, isExact: request.isExact), galleryLabels: gallery.labels,
      parallel: parallel)
  }
}
