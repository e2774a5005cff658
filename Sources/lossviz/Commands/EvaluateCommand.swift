import LossLab
import LossPlot

extension Command {
  static let evaluate = Command(
    name: "evaluate",
    summary: "value and gradients of a loss on given features, weights and labels, as JSON",
    usage: "evaluate FILE.json|FILE.npy",
    examples: [
      "lossviz evaluate arcface.json": "to hold other code against",
      "cat arcface.json | lossviz evaluate -": "the same from standard input",
      "lossviz evaluate x.npy --labels y.npy --weights W.npy --m 0.2": "a batch of your own",
    ],
    options: Option.evaluateOptions,
    operands: Operands(
      what: "the file with the cases", count: 1...1,
      hint: "JSON: {\"loss\": \"arcface\", \"cases\": [{\"x\": …, \"W\": …, \"y\": …}]}; or"
        + " features as .npy with --labels and --weights"),
    values: EvaluateValues.init
  ) { values, console in
    let (path, loss) = (values.arrays.features, values.loss)
    if let labels = values.arrays.labels {
      try checkArrays(values)
      let batch = try GoldenFile.Case(
        features: path, labels: labels, weights: values.arrays.weights,
        centers: values.arrays.centers)
      // Outside the plane the usual margins hold, whatever the number of classes.
      let isSmall = batch.features.columns <= 3
      let rows = isSmall ? batch.rowCount : 2
      var settings = try loss.settings(classes: rows)
      let perClass = loss.entry.make(settings).classifier?.rowsPerClass ?? 1
      if perClass > 1 { settings = try loss.settings(classes: max(1, rows / perClass)) }
      let file = GoldenFile(loss.entry, settings: settings, batch)
      try console.output.writeBytes(GoldenAnswer(to: file, path: path).document.document())
      return
    }
    guard path.ending != "npy" else {
      throw UsageError.conflict(
        "'\(path)' has no labels", hint: "give --labels y.npy --weights W.npy")
    }
    try values.given.refuseAll(
      "a file of cases",
      hint: "leave it out: the file names its loss and has its arrays; options go with"
        + " lossviz evaluate x.npy --labels y.npy --weights W.npy"
    ) { [.loss, .data].contains($0.group) }
    let answer = try GoldenAnswer(to: GoldenFile(path: path), path: path)
    try console.output.writeBytes(answer.document.document())
  }

  /// - Throws: `UsageError` for arrays that the loss has no use for.
  private static func checkArrays(_ values: EvaluateValues) throws(UsageError) {
    let entry = values.loss.entry
    func usesCenters(_ entry: LossEntry) -> Bool {
      entry.make(entry.settings(classes: 2)).usesCenters
    }
    if values.arrays.centers != nil, !usesCenters(entry) {
      throw .optionOfOtherLosses(
        label: "--centers", loss: entry.name,
        others: LossEntry.all.filter(usesCenters).map(\.name))
    }
    if values.arrays.weights != nil, entry.kind == .metric {
      throw .withoutEffect(
        label: "--weights", because: "\(entry.name) has no class layer", adding: [])
    }
  }
}

/// What a call of `evaluate` asks for.
private struct EvaluateValues {
  let arrays: ArrayFiles
  let loss: LossChoice
  let given: GivenOptions

  init(_ call: Call) {
    arrays = ArrayFiles(call)
    loss = call.options.loss
    given = call.given
  }
}

extension Option {
  fileprivate static let evaluateOptions: [Option] =
    arrays
    + lossOptions.without("anneal", "m-warmup").explaining(loss.name, "the loss of the arrays")
}
