/// Features of one file with all that was measured on them.
public struct MeasuredFile: Sendable {
  /// As it is called on the picture.
  package var title: String
  /// All numbers, with those of pairs and of people.
  public var measurement: FeatureMeasurement
  /// The class of each row that was measured.
  package var labels: [Int]
  /// For each row that was measured the row of the file.
  package var places: [Int]
  /// What an honest picture must add, each one clause.
  package var notes: [Wording]

  /// Measures what a file has.
  ///
  /// - Parameters:
  ///   - title: as it is called on the picture.
  ///   - parallel: what the work is shared out to; the numbers are the same whatever it is.
  /// - Throws: `LabError.badData` where nothing or one class is there.
  public init(
    title: String, _ input: FeatureInput, parallel: ParallelFor = .serial
  ) throws(LabError) {
    try self.init(
      title: title, input.rows, input.labels, input.classNames, input.weights?.matrix, parallel)
  }

  /// Measures arrays; rows without a direction are left out.
  ///
  /// - Parameters:
  ///   - title: as it is called on the picture.
  ///   - features: `samples × dimensions`.
  ///   - labels: one class index a row.
  ///   - weights: `classes × dimensions`; `nil` for class centers.
  ///   - parallel: what the work is shared out to; the numbers are the same whatever it is.
  /// - Throws: `LabError.badData` where nothing or one class is there.
  public init(
    title: String, features: Matrix<Float>, labels: [Int], classNames: [String],
    weights: Matrix<Double>? = nil, parallel: ParallelFor = .serial
  ) throws(LabError) {
    let rows = FeatureRows(features)
    try self.init(title: title, rows, rows.places.map { labels[$0] }, classNames, weights, parallel)
  }

  private init(
    title: String, _ rows: FeatureRows, _ labels: [Int], _ classNames: [String],
    _ weights: Matrix<Double>?, _ parallel: ParallelFor
  ) throws(LabError) {
    let request = MeasurementRequest(
      rows: rows, labels: labels, classNames: classNames, weights: weights)
    self.init(
      title: title, measurement: try request.measure(parallel: parallel), labels: labels,
      places: rows.places)
  }

  package init(
    title: String, measurement: FeatureMeasurement, labels: [Int], places: [Int],
    notes: [Wording] = []
  ) {
    self.title = title
    self.measurement = measurement
    self.labels = labels
    self.places = places
    self.notes = notes
  }
}
