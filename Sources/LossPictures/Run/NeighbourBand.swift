import LossLab

/// What belongs to neither of two neighbouring classes, as a picture shows it: radians,
/// counter-clockwise.
struct NeighbourBand: Sendable, Equatable {
  var start: Double
  var width: Double
  /// Whether both rules hold somewhere between the two weights; else the band reaches to the weight
  /// whose rule does not, and no dashed line ends it there.
  var fits: Bool
}

extension NeighbourBand {
  /// Between two rules that both end inside the wedge; `nil` for none.
  init?(_ boundary: AngularBoundary) {
    guard let band = boundary.band else { return nil }
    self.init(start: band.start, width: band.width, fits: true)
  }
}

extension Classifier {
  /// What lies between the rules of neighbours where there is anything: `nil` without a margin.
  ///
  /// - Parameters:
  ///   - boundaries: of this classifier.
  ///   - wedges: at the distance of the boundaries.
  static func bands(_ boundaries: [AngularBoundary], _ wedges: [NeighbourWedge])
    -> [NeighbourBand?]
  {
    guard wedges.count == boundaries.count else {
      return boundaries.map { NeighbourBand($0) }
    }
    return zip(boundaries, wedges).map { boundary, wedge in
      if let band = NeighbourBand(boundary) { return band }
      // Where the classifier itself gives a weight to the other class, no margin is at fault.
      guard boundary.inference != nil, wedge.width <= .pi,
        boundary.firstRule == nil || boundary.secondRule == nil
      else { return nil }
      let start = boundary.firstRule ?? wedge.start
      let end = boundary.secondRule ?? wedge.start + wedge.width
      return NeighbourBand(start: turned(start), width: turned(end - start), fits: wedge.fits)
    }
  }

  /// The bands on a circle.
  func bands(radius: Double = 1) -> [NeighbourBand?] {
    Self.bands(angularBoundaries(radius: radius), wedges(radius: radius))
  }
}

extension Run {
  /// One for each of `boundaries`.
  var bands: [NeighbourBand?] {
    guard !boundaries.isEmpty else { return [] }
    let measured = train.features.rows > 0 ? train : test
    return Classifier.bands(boundaries, classifier.wedges(around: measured))
  }

  /// Neighbours between which the margin is larger than what lies between them.
  package var unfitPairs: Int { bands.unfit }

  /// The median width of the margin bands where the margin fits, radians: 0 without a margin, `nil`
  /// where most neighbours have no room for it, or where no ray is a boundary.
  package var bandWidth: Double? { bandWidth(unfitPairs: unfitPairs) }

  /// The same where it is known between how many it does not fit.
  func bandWidth(unfitPairs: Int) -> Double? {
    let widths = boundaries.compactMap { $0.width }
    guard !widths.isEmpty, 2 * unfitPairs <= boundaries.count else { return nil }
    return percentile(50, of: widths)
  }
}

extension [NeighbourBand?] {
  /// How many show that the margin does not fit.
  var unfit: Int { count { $0?.fits == false } }
}
