import LossPlot

extension Command {
  static let plot = Command(
    name: "plot", summary: "pictures and numbers for your own features, without training",
    usage: "plot FILE…",
    examples: [
      "lossviz plot features.npy --labels labels.npy":
        "one page: angles, ROC, identification, classes",
      "lossviz plot a.npy b.npy --labels labels.npy": "two models compared",
      "lossviz plot x.npz --loss arcface --m 0.5 --json":
        "numbers, and how many samples miss the margin",
    ],
    options: Option.plotOptions,
    operands: Operands(
      what: "the file of features", count: 1...8,
      hint: ".npy with --labels, .npz or .csv; - for stdin"),
    values: PlotValues.init,
    recipe: { try PlotSession(values: $0, console: .silent).recipe() }
  ) { values, console in
    try PlotSession(values: values, console: console).run()
  }
}
