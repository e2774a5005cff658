import Testing

@testable import LossLab

struct OpenSetTests {
  /// Every threshold tried, every search counted.
  @Test func ratesAreThoseOfSearchesOneByOne() throws {
    let made = MadeFeatures(classes: 20, each: 10, noise: 1)
    let galleryRows = (0..<10).map { $0 * 10 }
    let probeRows = made.labels.indices.filter { !galleryRows.contains($0) }
    let request = MeasurementRequest(
      rows: made.rows.rows(at: probeRows), labels: probeRows.map { made.labels[$0] },
      classNames: made.classNames, pairs: nil,
      gallery: GallerySet(
        rows: made.rows.rows(at: galleryRows), labels: galleryRows.map { made.labels[$0] }))
    let set = try #require(try request.measure().openSet)
    #expect(set.enrolled == 10 && set.mated == 90 && set.unmated == 100 && set.isGiven)
    #expect(set.points.map { $0.rate } == [0.1])
    for point in set.points {
      var (falsePositives, missed) = (0, 0)
      for probe in probeRows {
        let best = galleryRows.map { (made.cosine(probe, $0), made.labels[$0]) }.max { $0.0 < $1.0 }
        let found = try #require(best)
        if made.labels[probe] < 10 {
          if found.0 < point.likeness || found.1 != made.labels[probe] { missed += 1 }
        } else if found.0 >= point.likeness {
          falsePositives += 1
        }
      }
      #expect(point.falsePositives == falsePositives && falsePositives == 10)
      #expect(abs(point.falseNegative - Double(missed) / 90) < 1e-12)
    }
  }

  @Test func halfOfThePeopleAreEnrolledWhereNobodySays() throws {
    let made = MadeFeatures(classes: 12, each: 8, noise: 0.5)
    let set = try #require(try made.measure().openSet)
    #expect(set.enrolled == 6 && set.mated == 42 && set.unmated == 48 && !set.isGiven)
    for (one, next) in zip(set.curve, set.curve.dropFirst()) {
      #expect(next.falsePositive >= one.falsePositive)
      #expect(next.falseNegative <= one.falseNegative)
    }
    #expect(set.curve.last?.falsePositive == 1)
  }

  @Test func aSinglePersonCannotBeSplit() throws {
    let made = MadeFeatures(classes: 2, each: 1)
    #expect(try made.measure().openSet == nil)
  }
}

struct NormQualityTests {
  /// Features of which a fifth are short, and those noise: as many as are rejected where the gain is read.
  private func made(shortNoise: Double) throws -> NormQuality? {
    let (clear, poor) = (
      MadeFeatures(classes: 60, each: 10, dimensions: 32, noise: 0.8),
      MadeFeatures(classes: 60, each: 10, dimensions: 32, noise: shortNoise)
    )
    var elements: [Double] = []
    for row in clear.labels.indices {
      let isShort = row % 5 == 0
      elements += (isShort ? poor : clear).matrix.row(row).map { isShort ? 0.2 * $0 : $0 }
    }
    return try MeasurementRequest(
      rows: FeatureRows(Matrix(rows: clear.labels.count, columns: 32, elements: elements)),
      labels: clear.labels, classNames: clear.classNames
    ).measure().quality
  }

  @Test func rejectingShortFeaturesHelpsWhereTheseArePoor() throws {
    let quality = try #require(try made(shortNoise: 2.5))
    #expect(quality.gain > 0.3)
    #expect(quality.falseRejects.count == 11 && quality.rejected.last == 0.5)
    // A fifth is shorter than the others.
    #expect(quality.lengths.count == 11 && quality.lengths == quality.lengths.sorted())
    #expect(quality.lengths[4] > 1.2 * quality.lengths[3])
  }

  @Test func itDoesNotWhereTheyAreAsGood() throws {
    let quality = try #require(try made(shortNoise: 0.8))
    #expect(abs(quality.gain) < 0.3)
  }

  @Test func featuresOfOneLengthSayNothing() throws {
    let made = MadeFeatures(classes: 20, each: 6)
    let measured = try MeasurementRequest(
      rows: FeatureRows(made.rows.unitDoubles), labels: made.labels, classNames: made.classNames
    ).measure()
    #expect(measured.quality == nil)
  }
}
