import LossPlot

/// Of `plot`: options that the features leave nothing to do.
struct PlotEffects {
  let typed: TypedOptions
  let options: RunOptions
  /// How many files there are: several are compared on one page.
  let files: Int

  /// - Throws: `UsageError`, before anything is measured.
  func check(_ input: FeatureInput) throws(UsageError) {
    let dimensions = input.rows.columns
    let page =
      files > 1
      ? "several files are compared on one page of its own"
      : "features of \(dimensions) dimensions have one page of all panels"
    let isPage = files > 1 || dimensions > 3
    try typed.refuse("view", where: isPage && options.plot.panels == nil, page)
    for name in ["limit", "height", "font-size"] {
      try typed.refuse(name, where: isPage, page)
    }
    try typed.refuse(
      "limit", where: dimensions == 3, "features of 3 dimensions are shown by their directions")
    try typed.refuse(
      "gallery", where: options.plot.pairs != nil, "a list of pairs is compared, and nothing sought"
    )
    try typed.refuse(
      "weights-order", where: input.weights == nil, "there are no weights",
      adding: ["--weights", "W.npy"])
    try typed.checkDots(options.output.formats, options)
    try options.picture.checkClassNames(input.classNames)
  }

  /// What is said of options that change nothing, and does no harm.
  func warn(_ console: Console) throws {
    for note in typed.formatNotes(options.output)
      + typed.scaleNotes(options.output.formats, options)
    { try console.warn(note) }
  }
}
