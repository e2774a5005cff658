import LossLab
import LossPlot

extension Command {
  static let evaluate = Command(
    name: "evaluate",
    summary: "value and gradients of a loss on given features, weights and labels, as JSON",
    usage: "evaluate FILE.json|FILE.npy",
    examples: [
      Example(line: "lossviz evaluate arcface.json", does: "to hold other code against"),
      Example(line: "export | lossviz evaluate -", does: "the same from standard input"),
      Example(
        line: "lossviz evaluate x.npy --labels y.npy --weights W.npy --m 0.2",
        does: "a batch of your own"),
    ],
    options: Option.plotInput.filter { ["labels", "weights"].contains($0.name) }
      + [Option.centers] + Option.lossOptions.filter { !["anneal", "m-warmup"].contains($0.name) },
    operands: Operands(
      what: "the file with the cases", count: 1...1,
      hint: "JSON: {\"loss\": \"arcface\", \"cases\": [{\"x\": …, \"W\": …, \"y\": …}]}; or"
        + " features as .npy with --labels and --weights")
  ) { arguments, console in
    let path = arguments.operands[0]
    let options = try arguments.options()
    if let labels = options.plot.labels.first {
      let batch = try GoldenFile.Case(
        features: path, labels: labels, weights: options.plot.weights.first,
        centers: options.plot.centers)
      // Outside the plane the usual margins hold, whatever the number of classes.
      let isSmall = batch.features.columns <= 3
      let settings = try options.loss.settings(classes: isSmall ? batch.classCount : 2)
      let file = GoldenFile(options.loss.entry, settings: settings, batch)
      try console.output.writeBytes(GoldenAnswer(to: file, path: path).document.document())
      return
    }
    guard path.ending != "npy" else {
      throw UsageError.conflict(
        "'\(path)' has no labels", hint: "give --labels y.npy --weights W.npy")
    }
    for assignment in arguments.assignments where assignment.option.group == .loss {
      throw UsageError.conflict(
        "\(assignment.value.label) has no effect on a file of cases",
        hint: "the file names its loss; options go with .npy and --labels")
    }
    let answer = try GoldenAnswer(to: GoldenFile(path: path), path: path)
    try console.output.writeBytes(answer.document.document())
  }
}
