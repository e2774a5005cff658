import LossPlot

extension PlotValues {
  /// - Throws: `UsageError` for options that the features leave nothing to do, before anything is
  ///   measured.
  func check(_ input: FeatureInput) throws(UsageError) {
    let dimensions = input.rows.columns
    // Several are compared on one page.
    let files = paths.count
    let page =
      files > 1
      ? "several files are compared on one page of its own"
      : "features of \(dimensions) dimensions have one page of all panels"
    let isPage = files > 1 || dimensions > 3
    try given.refuse("view", where: isPage && plot.panels == nil, page)
    for name in ["limit", "height", "font-size"] {
      try given.refuse(name, where: isPage, page)
    }
    try given.refuse(
      "limit", where: dimensions == 3, "features of 3 dimensions are shown by their directions")
    try given.refuse(
      "gallery", where: plot.pairs != nil, "a list of pairs is compared, and nothing sought"
    )
    try given.refuse(
      "weights-order", where: input.weights == nil, "there are no weights",
      adding: ["--weights", "W.npy"])
    try given.checkDots(wanted.output.formats, wanted.picture)
    try wanted.picture.checkClassNames(input.classNames)
  }
}
