import Testing

@testable import LossLab

struct FeatureMeasurementTests {
  @Test func rowsWithoutADirectionAreNamedAndLeftOut() {
    let rows = FeatureRows(
      Matrix<Double>(
        rows: 5, columns: 2, elements: [1, 0, 0, 0, .nan, 1, 0, 2, 1e200, 1]))
    #expect(rows.places == [0, 3, 4])
    #expect(rows.norms.prefix(2) == [1, 2])
    #expect(
      rows.leftOut == [.init(row: 1, reason: .zero), .init(row: 2, reason: .notFinite)])
    #expect(rows.unit(1) == [0, 1])
  }

  /// Of one and of two bytes, with what a byte stands for.
  @Test func codedNumbersAreThoseOfTheirTable() {
    let rows = FeatureRows(
      CodedMatrix(Matrix<UInt8>(rows: 3, columns: 2, elements: [3, 4, 0, 0, 255, 0])) {
        Float(Int8(bitPattern: $0))
      })
    #expect(rows.places == [0, 2])
    #expect(rows.norms == [5, 1])
    #expect(rows.unit(1) == [-1, 0])
    #expect(rows.doubles == Matrix(rows: 2, columns: 2, elements: [3, 4, -1, 0]))
    #expect(rows.leftOut == [.init(row: 1, reason: .zero)])
    #expect(rows.rows(at: [1]).unit(0) == [-1, 0])
  }

  /// Above 5 million pairs, too, it must not matter how wide the numbers are.
  @Test func theWidthOfNumbersMakesNoDifference() throws {
    let (clusters, labels) = clusters(classes: 20, each: 9, dimensions: 19)
    let words = clusters.doubles.elements.map { UInt16(bitPattern: Int16($0 * 100)) }
    let numbers = words.map { Double(Int16(bitPattern: $0)) }
    let (count, columns) = (labels.count, clusters.columns)
    let sets = [
      FeatureRows(
        CodedMatrix(Matrix<UInt16>(rows: count, columns: columns, elements: words)) {
          Float(Int16(bitPattern: $0))
        }),
      FeatureRows(
        Matrix<Float>(rows: count, columns: columns, elements: numbers.map { Float($0) })),
      FeatureRows(Matrix<Double>(rows: count, columns: columns, elements: numbers)),
    ]
    let tallies = try sets.map {
      try #require(PairTally(binned: $0, labels: labels, parallel: .serial))
    }
    #expect(tallies[0].negative == tallies[1].negative)
    #expect(tallies[0].positive == tallies[1].positive)
    #expect(abs(tallies[0].negative.mean - tallies[2].negative.mean) < 1e-7)
    let found = try sets.map {
      try #require(
        Identification(
          UnitRows($0, isExact: false), labels: labels, classes: 20, parallel: .serial))
    }
    #expect(found[0].levels == found[1].levels)
    #expect(found[0].ranks == found[1].ranks)
    #expect(found[0].levels == found[2].levels)
  }

  @Test func oneClassCannotBeMeasured() {
    let rows = FeatureRows(Matrix<Double>(rows: 2, columns: 2, elements: [1, 0, 0, 1]))
    #expect(throws: LabError.self) {
      try MeasurementRequest(rows: rows, labels: [1, 1], classNames: ["a", "b"]).measure()
    }
  }

  /// Against `ClassDirections`, which training uses.
  @Test func anglesAreThoseOfTraining() throws {
    let (rows, labels) = clusters(classes: 5, each: 20, dimensions: 3)
    let result = try MeasurementRequest(
      rows: rows, labels: labels, classNames: (0..<5).map { "\($0)" }
    ).measure()
    let directions = ClassDirections(rows.doubles, labels: labels, classes: 5)
    #expect(abs(result.table3.intra - mean(directions.deviations)) < 1e-12)
    #expect(abs(result.table3.inter - mean(directions.nearestAngles)) < 1e-12)
    #expect(abs(result.intra95 - percentile(95, of: directions.deviations)) < 1e-12)
  }

  @Test func violationsAreThoseOfTheClassifier() throws {
    let (rows, labels) = clusters(classes: 4, each: 25, dimensions: 3)
    var generator = SplitMix64(seed: 3)
    let weights = Matrix<Double>(rows: 4, columns: 3, elements: generator.normals(12))
    for name in ["softmax", "cosface", "arcface", "sphereface", "lsoftmax"] {
      let entry = try LossEntry.named(name)
      let head = try #require(entry.make(entry.settings(classes: 4)).classifier)
      let result = try MeasurementRequest(
        rows: rows, labels: labels, classNames: ["a", "b", "c", "d"], weights: weights, head: head
      ).measure()
      let classifier = Classifier(head: head, parameters: ClassParameters(weights: weights))
      let features = rows.doubles
      let expected = labels.indices.filter {
        classifier.violates(features.row($0), label: labels[$0])
      }.count
      #expect(result.violations == Double(expected) / 100, "\(name)")
    }
  }

  @Test func aMislabelledSampleIsSuspectedFirst() throws {
    var (elements, labels): ([Double], [Int]) = ([], [])
    for index in 0..<30 {
      let label = index % 3
      let point = Point(angle: Double(label) * 2 + 0.01 * Double(index), radius: 1)
      elements += [point.x, point.y]
      labels.append(label)
    }
    labels[10] = 2
    let result = try MeasurementRequest(
      rows: FeatureRows(Matrix(rows: 30, columns: 2, elements: elements)), labels: labels,
      classNames: ["a", "b", "c"]
    ).measure()
    #expect(result.table.suspects.first?.row == 10)
    #expect(result.table.suspects.first?.looksLike == 1)
    #expect(result.table.confusions.first?.samples == 1)
  }

  @Test func distractorsCanOnlyLowerRankOne() throws {
    let (rows, labels) = clusters(classes: 30, each: 6, dimensions: 12)
    let result = try #require(
      Identification(
        UnitRows(rows, isExact: true), labels: labels, classes: 30, parallel: .serial))
    #expect(result.gallery == 30)
    #expect(result.probes == 150)
    #expect(result.levels.map { $0.distractors } == [0, 10, 100, 150])
    for (one, next) in zip(result.levels, result.levels.dropFirst()) {
      #expect(next.rank1 <= one.rank1)
    }
    #expect(result.ranks[0].last == 1)
    #expect(result.ranks[0].first == result.levels.first?.rank1)
  }

  /// Worked by hand: gallery a at 0°, b at 90°; the probe of a at 50° is nearer to b.
  @Test func aProbeNearerToAnotherClassIsNotFound() throws {
    let degrees = [0.0, 90, 50, 80]
    let elements = degrees.flatMap { degree -> [Double] in
      let point = Point(angle: degree * .pi / 180)
      return [point.x, point.y]
    }
    let rows = FeatureRows(Matrix<Double>(rows: 4, columns: 2, elements: elements))
    let result = try #require(
      Identification(
        UnitRows(rows, isExact: true), labels: [0, 1, 0, 1], classes: 2, parallel: .serial))
    #expect(result.ranks[0] == [0.5, 1])
  }
}

/// What a list of pairs costs.
struct ListedMeasurementTests {
  private func measure(count: Int, pairs: [ListedPair]?) throws -> FeatureMeasurement {
    var generator = SplitMix64(seed: 12)
    let labels = (0..<count).map { $0 / 2 }
    let rows = FeatureRows(
      Matrix<Double>(rows: count, columns: 3, elements: generator.normals(3 * count)))
    return try MeasurementRequest(
      rows: rows, labels: labels, classNames: (0..<count / 2).map { "\($0)" }, pairs: pairs
    ).measure()
  }

  private let pairs = [
    ListedPair(first: 0, second: 1, isPositive: true, fold: 0),
    ListedPair(first: 0, second: 2, isPositive: false, fold: 0),
  ]

  @Test func amongManySamplesNothingElseIsCompared() throws {
    let measured = try measure(count: 3400, pairs: pairs)
    #expect(!measured.comparesAll)
    #expect(measured.angles.other.isEmpty)
    #expect(measured.angles.own.count == 3400)
    #expect(measured.identification == nil)
    #expect(measured.table.suspects.isEmpty)
    #expect(measured.table.rows.count == 1700)
    #expect(measured.table.rows[0].nearest == nil)
    #expect(measured.accuracy.isNaN)
    #expect(measured.table3.inter.isNaN)
    #expect(measured.verification.areaUnderCurve != nil)
  }

  @Test func amongFewAllIsMeasuredAsWithoutAList() throws {
    let (listed, all) = (try measure(count: 60, pairs: pairs), try measure(count: 60, pairs: nil))
    #expect(listed.comparesAll)
    #expect(listed.table3 == all.table3)
    #expect(listed.accuracy == all.accuracy)
    #expect(listed.identification?.levels == all.identification?.levels)
  }

  /// A sample under another's label lies near that class, a poor one near none.
  @Test func suspectsSayWhatIsLikelyWrong() throws {
    let made = MadeFeatures(classes: 6, each: 20, dimensions: 16, noise: 0.3)
    var labels = made.labels
    labels[3] = 2
    var matrix = made.matrix
    var generator = SplitMix64(seed: 9)
    let noise = generator.normals(16)
    for column in 0..<16 { matrix[50, column] = noise[column] }
    let table = try MeasurementRequest(
      rows: FeatureRows(matrix), labels: labels, classNames: made.classNames
    ).measure().table
    let causes = table.suspects.map { ($0.row, $0.cause) }
    #expect(causes.contains { $0 == (3, .label) })
    #expect(causes.contains { $0 == (50, .image) })
  }
}
