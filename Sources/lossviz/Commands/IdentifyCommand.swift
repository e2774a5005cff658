import LossPlot

extension Command {
  static let identify = Command(
    name: "identify",
    summary: "which loss somebody's numbers are: name, variant, m, s, and what is mistaken",
    usage: "identify FILE.npy|FILE.npz|FILE.json",
    examples: [
      "lossviz identify x.npy --weights W.npy --labels y.npy --value 3.2":
        "a value of your own code",
      "lossviz identify batch.npz": "the same in one file",
      "lossviz identify --help": "all that it takes",
    ],
    options: Option.identifyOptions,
    operands: Operands(
      what: "the file of the batch", count: 1...1,
      hint: "features as .npy with --labels, --weights and --value; or .npz with x, W, y, value,"
        + " grad_x; or JSON:"
        + " {\"x\": …, \"W\": …, \"y\": …, \"value\": …, \"grad_x\": …}"),
    values: IdentifyValues.init
  ) { values, console in
    let answer = try IdentifyAnswer(to: values.request())
    if values.isJSON {
      try console.output.writeBytes(answer.document.document())
      return
    }
    for (index, one) in answer.cases.enumerated() {
      if index > 0 { try console.print("") }
      let report = IdentifyReport(
        found: one.found, id: answer.cases.count > 1 ? one.id : nil, stream: console.output)
      for line in report.lines { try console.print(line) }
    }
  }
}

/// What a call of `identify` asks for.
private struct IdentifyValues {
  let arrays: ArrayFiles
  let results: IdentifyOptions
  let isJSON: Bool
  let given: GivenOptions

  init(_ call: Call) {
    arrays = ArrayFiles(call)
    results = call.values.identify
    isJSON = call.values.output.isJSON
    given = call.given
  }

  /// Reads the files.
  ///
  /// - Throws: `UsageError`, `FileError`, `LabError`.
  func request() throws -> IdentifyRequest {
    let path = arrays.features
    guard let labels = arrays.labels else {
      guard path.ending != "npy" else {
        throw UsageError.conflict(
          "'\(path)' has no labels", hint: "give --labels y.npy --weights W.npy --value 3.2")
      }
      try given.refuseAll(
        "a file of cases",
        hint: "leave it out: the file has its arrays and results; options go with"
          + " lossviz identify x.npy --labels y.npy --weights W.npy"
      ) { $0.group == .data }
      return path.ending == "npz"
        ? try IdentifyRequest(archive: path) : try IdentifyRequest(path: path)
    }
    let files: [(ObservedResult.Kind, String?)] = [
      (.perSample, results.perSample), (.featureGradient, results.featureGradient),
      (.weightGradient, results.weightGradient), (.biasGradient, results.biasGradient),
      (.centerGradient, results.centerGradient),
    ]
    let named = files.compactMap { kind, path in path.map { (kind: kind, path: $0) } }
    guard results.value != nil || !named.isEmpty else {
      throw UsageError.conflict(
        "nothing says what was computed",
        hint: "give --value 3.2, and --grad-x g.npy if there are gradients")
    }
    return try IdentifyRequest(
      features: path, labels: labels, weights: arrays.weights, centers: arrays.centers,
      value: results.value, results: named)
  }
}
