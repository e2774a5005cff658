/// Searches for people of whom some are not enrolled.
///
/// A search finds the most alike sample of the gallery. With a threshold, FPIR is the share of
/// searches for people who are not enrolled that find somebody; FNIR that of searches for people who
/// are which find nobody, or somebody else (ISO/IEC 19795-1; NIST FRVT 1:N, rank 1).
package struct OpenSet: Sendable {
  /// FPIR of 10⁻¹, 10⁻², 10⁻³; those alone that can be measured.
  package let points: [Point]
  /// From the strictest threshold on, thinned out to what a picture shows: FPIR and FNIR.
  package let curve: [(falsePositive: Double, falseNegative: Double)]
  /// People in the gallery, and the searches for people who are there and who are not.
  package let enrolled: Int
  package let mated: Int
  package let unmated: Int
  /// Whether the gallery was given; else half of the people with two samples are enrolled.
  package let isGiven: Bool

  package struct Point: Sendable, Equatable {
    /// The wanted rate, and the one that the threshold has.
    package let rate: Double
    /// The wanted rate is 10 to this power.
    package var exponent: Int { Int((log(rate) / log(10)).rounded()) }
    package let falsePositive: Double
    package let falseNegative: Double
    /// Searches that find somebody where nobody is.
    package let falsePositives: Int
    /// At least so alike is found.
    package let likeness: Double
  }

  /// At most so many searches of each kind are made, evenly taken.
  package static let searchLimit = 20_000

  /// Half of the people with two samples, by the seed, are enrolled with their first sample; all
  /// other samples are sought.
  ///
  /// - Returns: `nil` where fewer than two people have two samples, or nobody is left who is not
  ///   enrolled.
  init?(_ rows: UnitRows, labels: [Int], parallel: ParallelFor) {
    let members = rowsOfClasses(labels, classes: (labels.max() ?? -1) + 1)
    let several = members.indices.filter { members[$0].count > 1 }
    guard several.count > 1 else { return nil }
    var generator = DataStream.enrolment.generator(seed: 1)
    let order = generator.permutation(several.count)
    let enrolled = order.prefix(several.count / 2).map { several[$0] }.sorted()
    var isEnrolled = Array(repeating: false, count: members.count)
    for person in enrolled { isEnrolled[person] = true }
    let gallery = enrolled.map { members[$0][0] }
    var isInGallery = Array(repeating: false, count: labels.count)
    for row in gallery { isInGallery[row] = true }
    self.init(
      Searches(
        probes: rows, labels: labels, rows: labels.indices.filter { !isInGallery[$0] },
        gallery: rows.rows(at: gallery), galleryLabels: enrolled, isEnrolled: isEnrolled),
      enrolled: enrolled.count, isGiven: false, parallel)
  }

  /// All samples are sought in a gallery that was given.
  ///
  /// - Parameters:
  ///   - labels: of the probes.
  ///   - galleryLabels: by the same numbers; classes that no probe has are at their end.
  /// - Returns: `nil` where no probe has a class of the gallery, or all have.
  init?(
    _ probes: UnitRows, labels: [Int], gallery: UnitRows, galleryLabels: [Int],
    parallel: ParallelFor
  ) {
    let classes = max(labels.max() ?? -1, galleryLabels.max() ?? -1) + 1
    var isEnrolled = Array(repeating: false, count: classes)
    for label in galleryLabels { isEnrolled[label] = true }
    self.init(
      Searches(
        probes: probes, labels: labels, rows: Array(labels.indices), gallery: gallery,
        galleryLabels: galleryLabels, isEnrolled: isEnrolled),
      enrolled: isEnrolled.filter { $0 }.count, isGiven: true, parallel)
  }

  private init?(
    _ searches: Searches, enrolled: Int, isGiven: Bool, _ parallel: ParallelFor
  ) {
    let mated = evenly(
      searches.rows.filter { searches.isEnrolled[searches.labels[$0]] }, Self.searchLimit)
    let unmated = evenly(
      searches.rows.filter { !searches.isEnrolled[searches.labels[$0]] }, Self.searchLimit)
    guard !mated.isEmpty, !unmated.isEmpty else { return nil }
    self.enrolled = enrolled
    self.isGiven = isGiven
    self.mated = mated.count
    self.unmated = unmated.count
    let right = searches.best(mated, parallel).filter { $0.isRight }.map { $0.likeness }
    var sweep = ThresholdSweep(right: right.sorted(by: >), mated: mated.count)
    sweep.pass(searches.best(unmated, parallel).map { $0.likeness }.sorted(by: >))
    points = sweep.points.reversed()
    curve = sweep.curve
  }
}

/// All thresholds, from the strictest on.
private struct ThresholdSweep {
  /// What searches find that find whom they look for, descending, and how many look for somebody.
  let right: [Double]
  let mated: Int
  var found = 0
  private(set) var points: [OpenSet.Point] = []
  private(set) var curve: [(falsePositive: Double, falseNegative: Double)] = []

  /// - Parameter wrong: what searches find for people who are not enrolled, descending.
  mutating func pass(_ wrong: [Double]) {
    let count = Double(wrong.count)
    var passed = 0
    var limits = [0.001, 0.01, 0.1].filter { $0 * count * (1 + 1e-12) >= 3 }[...]
    while passed <= wrong.count {
      // Groups of equal likeness pass together.
      let next = passed < wrong.count ? wrong[passed] : -1
      let end = wrong[passed...].firstIndex { $0 != next } ?? wrong.count
      // Above the next pair, as little as there is.
      let threshold = ((passed == 0 ? 1 : wrong[passed - 1]) + next) / 2
      while found < right.count, right[found] >= threshold { found += 1 }
      let negative = 1 - Double(found) / Double(mated)
      let positive = Double(passed) / count
      while let limit = limits.first, Double(end) > limit * count * (1 + 1e-12) {
        points.append(
          .init(
            rate: limit, falsePositive: positive, falseNegative: negative, falsePositives: passed,
            likeness: threshold))
        limits.removeFirst()
      }
      let isSeen =
        curve.last.map {
          abs($0.falseNegative - negative) > 0.004 || positive > 1.06 * $0.falsePositive
        } ?? true
      if isSeen || passed == wrong.count { curve.append((positive, negative)) }
      if passed == wrong.count { break }
      passed = end
    }
  }
}

/// What is sought, and in what.
private struct Searches {
  let probes: UnitRows
  let labels: [Int]
  /// Of the probes, those that are sought.
  let rows: [Int]
  let gallery: UnitRows
  let galleryLabels: [Int]
  let isEnrolled: [Bool]

  struct Result {
    var likeness = -2.0
    /// Whether it is of the class that was sought.
    var isRight = false
  }

  /// The most alike sample of the gallery; where two are, one of another class.
  func best(_ sought: [Int], _ parallel: ParallelFor) -> [Result] {
    parallel.flatMap(of: sought.count, size: CosineBlock.leftRows) { places in
      let wanted = places.map { labels[sought[$0]] }
      var results = Array(repeating: Result(), count: places.count)
      var block = CosineBlock()
      block.forEachPair(probes.rows(at: Array(sought[places])), gallery) { row, column, likeness in
        let isRight = galleryLabels[column] == wanted[row]
        let best = results[row].likeness
        if likeness > best || likeness == best && !isRight {
          results[row] = Result(likeness: likeness, isRight: isRight)
        }
      }
      return results
    }
  }
}
