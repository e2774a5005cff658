/// Searches for people of whom some are not enrolled.
///
/// A search finds the most alike sample of the gallery. With a threshold, FPIR is the share of
/// searches for people who are not enrolled that find somebody; FNIR that of searches for people who
/// are which find nobody, or somebody else (ISO/IEC 19795-1; NIST FRVT 1:N, rank 1).
public struct OpenSet: Sendable {
  /// FPIR of 10⁻¹, 10⁻², 10⁻³; those alone that can be measured.
  public let points: [Point]
  /// From the strictest threshold on, thinned out to what a picture shows: FPIR and FNIR.
  public let curve: [(falsePositive: Double, falseNegative: Double)]
  /// People in the gallery, and the searches for people who are there and who are not.
  public let enrolled: Int
  public let mated: Int
  public let unmated: Int
  /// Whether the gallery was given; else half of the people with two samples are enrolled.
  public let isGiven: Bool

  public struct Point: Sendable, Equatable {
    /// The wanted rate, and the one that the threshold has.
    public let rate: Double
    public let falsePositive: Double
    public let falseNegative: Double
    /// Searches that find somebody where nobody is.
    public let falsePositives: Int
    /// At least so alike is found.
    public let likeness: Double
  }

  /// At most so many searches of each kind are made, evenly taken.
  public static let searchLimit = 20_000

  /// Half of the people with two samples, by the seed, are enrolled with their first sample; all
  /// other samples are sought.
  ///
  /// - Returns: `nil` where fewer than two people have two samples, or nobody is left who is not
  ///   enrolled.
  init?(_ rows: UnitRows, labels: [Int], parallel: ParallelFor) {
    var members = Array(repeating: [Int](), count: (labels.max() ?? -1) + 1)
    for (row, label) in labels.enumerated() { members[label].append(row) }
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
    let right = searches.best(mated, parallel).filter { $0.isRight }.map { $0.likeness }.sorted(
      by: >)
    let wrong = searches.best(unmated, parallel).map { $0.likeness }.sorted(by: >)
    var found = 0
    var points: [Point] = []
    var curve: [(falsePositive: Double, falseNegative: Double)] = []
    /// Searches for people who are enrolled that find them with a threshold.
    func falseNegative(_ likeness: Double) -> Double {
      while found < right.count, right[found] >= likeness { found += 1 }
      return 1 - Double(found) / Double(mated.count)
    }
    // Groups of equal likeness pass together.
    var passed = 0
    var limits = [0.001, 0.01, 0.1].filter { $0 * Double(unmated.count) * (1 + 1e-12) >= 3 }[...]
    while passed <= wrong.count {
      let next = passed < wrong.count ? wrong[passed] : -1
      var end = passed
      while end < wrong.count, wrong[end] == next { end += 1 }
      // Above the next pair, as little as there is.
      let threshold =
        passed == 0 ? (next + 1) / 2 : (wrong[passed - 1] + next) / 2
      let negative = falseNegative(threshold)
      let positive = Double(passed) / Double(wrong.count)
      while let limit = limits.first, Double(end) > limit * Double(wrong.count) * (1 + 1e-12) {
        points.append(
          Point(
            rate: limit, falsePositive: positive, falseNegative: negative, falsePositives: passed,
            likeness: threshold))
        limits.removeFirst()
      }
      if let last = curve.last {
        if abs(last.falseNegative - negative) > 0.004 || positive > 1.06 * last.falsePositive
          || passed == wrong.count
        {
          curve.append((positive, negative))
        }
      } else {
        curve.append((positive, negative))
      }
      if passed == wrong.count { break }
      passed = end
    }
    self.points = points.reversed()
    self.curve = curve
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
    var results = Array(repeating: Result(), count: sought.count)
    let size = CosineBlock.leftRows
    results.withUnsafeMutableBufferPointer { results in
      parallel.run((sought.count + size - 1) / size) { task in
        let places = task * size..<min(sought.count, (task + 1) * size)
        let lines = probes.rows(at: Array(sought[places]))
        var block = CosineBlock()
        for start in stride(from: 0, to: gallery.count, by: CosineBlock.rightRows) {
          let columns = start..<min(gallery.count, start + CosineBlock.rightRows)
          block.fill(lines, 0..<places.count, gallery, columns)
          for place in places {
            let label = labels[sought[place]]
            for column in columns {
              let likeness = block.values[
                (place - places.lowerBound) * columns.count + column - start]
              let isRight = galleryLabels[column] == label
              if likeness > results[place].likeness
                || likeness == results[place].likeness && !isRight
              {
                results[place] = Result(likeness: likeness, isRight: isRight)
              }
            }
          }
        }
      }
    }
    return results
  }
}
