import LossLab
import LossPlot

extension MeasuredFile {
  /// The measured test features of a run that is made up.
  static func made(
    _ title: String, _ made: FormulaRun, weights: Bool, names: [String]? = nil, notes: [Wording]
  ) throws -> MeasuredFile {
    let run = try made.run
    let names = names ?? run.facts.classNames
    let measurement = try MeasurementRequest(
      rows: FeatureRows(run.test.features), labels: run.test.labels, classNames: names,
      weights: weights ? run.parameters.weights : nil, head: weights ? run.classifier.head : nil
    ).measure()
    return MeasuredFile(
      title: title, measurement: measurement, labels: run.test.labels,
      places: Array(run.test.labels.indices), notes: notes)
  }
}
