import LossPlot

extension Option {
  /// What a loss is evaluated on, beside the features.
  static let arrays =
    plotInput.named("labels", "weights")
    .explaining("labels", "a file with one class index a row, from 0: the row of the weights")
    .explaining("weights", "class weights, one row a class, with one more column for a bias")
    + [centers]

  static let identifyOptions: [Option] =
    arrays + [
      value,
      array("per-sample", \.identify.perSample, "the loss of each sample, before the mean"),
      array("grad-x", \.identify.featureGradient, "gradient by the features, of their shape"),
      array("grad-w", \.identify.weightGradient, "gradient by the weights, of their shape"),
      array("grad-b", \.identify.biasGradient, "gradient by the bias, one a class"),
      array("grad-centers", \.identify.centerGradient, "gradient by the centers"),
      flag("json", \.output.isJSON, in: .output, help: "one JSON document instead of lines"),
    ]

  private static let value = Option(
    name: "value", placeholder: "X", group: .data,
    help: "the loss that was computed, in all its digits", allowed: "a number", isAmbient: false,
    write: { options, given throws(ValueProblem) in
      guard let value = TypedText.number(given.text) else {
        throw ValueProblem(expected: "a number")
      }
      options.identify.value = value
    })

  private static func array(
    _ name: String, _ place: WritableKeyPath<GivenValues, String?> & Sendable, _ help: String
  ) -> Option {
    text(
      name, place, placeholder: "FILE", in: .data, help: help, isInRecipe: false, isAmbient: false)
  }
}
