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
    values: { (arrays: ArrayFiles($0), loss: $0.values.loss, given: $0.given) }
  ) { values, console in
    let (path, loss) = (values.arrays.features, values.loss)
    if let labels = values.arrays.labels {
      try check(values.arrays, for: loss.entry)
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
  private static func check(
    _ arrays: ArrayFiles, for entry: LossEntry
  ) throws(UsageError) {
    func usesCenters(_ entry: LossEntry) -> Bool {
      entry.make(entry.settings(classes: 2)).usesCenters
    }
    if arrays.centers != nil, !usesCenters(entry) {
      throw .lacking("--centers", entry, whereas: usesCenters)
    }
    if arrays.weights != nil, entry.kind == .metric {
      throw .withoutEffect(
        label: "--weights", because: "\(entry.name) has no class layer", adding: [])
    }
  }
}

extension Option {
  fileprivate static let evaluateOptions: [Option] =
    arrays
    + lossOptions.without("anneal", "m-warmup").explaining(loss.name, "the loss of the arrays")
}
