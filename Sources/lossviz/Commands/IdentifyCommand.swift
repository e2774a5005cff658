import LossLab
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
        + " {\"x\": …, \"W\": …, \"y\": …, \"value\": …, \"grad_x\": …}")
  ) { call, console in
    let answer = try IdentifyAnswer(to: request(call))
    if call.options.output.isJSON {
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

  private static func request(_ call: Call) throws -> IdentifyRequest {
    let path = call.operands[0]
    let options = call.options
    guard let labels = options.plot.labels.first else {
      guard path.ending != "npy" else {
        throw UsageError.conflict(
          "'\(path)' has no labels", hint: "give --labels y.npy --weights W.npy --value 3.2")
      }
      for assignment in call.arguments.assignments
      where assignment.option.group == .data && assignment.value.source.rank == 3 {
        throw UsageError.conflict(
          "\(assignment.value.label) has no effect on a file of cases",
          hint: "leave it out: the file has its arrays and results; options go with"
            + " lossviz identify x.npy --labels y.npy --weights W.npy")
      }
      return path.ending == "npz"
        ? try IdentifyRequest(archive: path) : try IdentifyRequest(path: path)
    }
    let given = options.identify
    let results: [(ObservedResult.Kind, String?)] = [
      (.perSample, given.perSample), (.featureGradient, given.featureGradient),
      (.weightGradient, given.weightGradient), (.biasGradient, given.biasGradient),
      (.centerGradient, given.centerGradient),
    ]
    let named = results.compactMap { kind, path in path.map { (kind: kind, path: $0) } }
    guard given.value != nil || !named.isEmpty else {
      throw UsageError.conflict(
        "nothing says what was computed",
        hint: "give --value 3.2, and --grad-x g.npy if there are gradients")
    }
    return try IdentifyRequest(
      features: path, labels: labels, weights: options.plot.weights.first,
      centers: options.plot.centers, value: given.value, results: named)
  }
}
