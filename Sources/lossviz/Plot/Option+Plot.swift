import LossPlot

extension Option {
  static let plotOptions: [Option] =
    plotInput + plotLoss + plotPicture + plotOutput

  private static let plotLoss = lossOptions.without("anneal", "m-warmup", "metric").explaining(
    loss.name, "the loss that the features are held against: its margin, its rules in the plane",
    default: "none")

  private static let plotPicture =
    stillPictureOptions.map { $0.name == view.name ? views : $0 }
    .explaining("limit", limit.help + "; for two dimensions")
    .explaining("title", "instead of the name of the file")
    .explaining("width", default: "what the page needs")

  /// The views of a training, for two and three dimensions, or panels of the page.
  private static let views: Option = {
    let panels = FeaturePanel.allCases.map(\.rawValue)
    return view.explained(
      view.help + ", for two or three dimensions; or of the page: \(panels.listed)"
    ).with {
      $0.words = view.words + panels
      $0.write = { options, given throws(ValueProblem) in
        guard TypedText.list(given.text.lowercased())?.contains(where: panels.contains) == true
        else {
          options.plot.panels = nil
          return try view.write(&options, given)
        }
        options.plot.panels = try values(
          given.text, repeated: ValueProblem(expected: "each panel once")
        ) { name in
          ValueProblem(
            expected: RunView(rawValue: name) == nil
              ? panels.alternatives : "panels of the page alone: \(panels.alternatives)")
        }
      }
      $0.read = { options in
        options.plot.panels.map { .list($0.map { .word($0.rawValue) }) } ?? view.read?(options)
      }
    }
  }()

  /// Labels, weights and pairs of features that come from elsewhere.
  static let plotInput: [Option] = [
    list(
      "labels", \.plot.labels,
      help: "a file, or the column of a table by name or number, or the array of a .npz;"
        + " one for all files, or one for each"),
    list(
      "weights", \.plot.weights,
      help: "class weights, one row a class: a file, or the array of a .npz; without, class"
        + " centers stand in"),
    weightsOrder,
    text(
      "pairs", \.plot.pairs, placeholder: "FILE", in: .data,
      help:
        "the pairs to compare, as LFW's pairs.txt: name 1 4, or name 1 other 2; or two rows or two"
        + " files, and then 1 or 0",
      default: "all pairs", isInRecipe: true, isAmbient: false),
    metric,
    text(
      "gallery", \.plot.gallery, placeholder: "FILE", in: .data,
      help: "features with labels of the people who are enrolled: all samples are sought among"
        + " them",
      default: "half of the people", isInRecipe: true, isAmbient: false),
    integer(
      "threads", \.threads, 1...1024, in: .data, help: "the result does not depend on it",
      default: "all cores", isInRecipe: false),
  ]

  private static let metric = choice(
    "metric", \.plot.metric, in: .data,
    help: "by what the two features of a pair are compared; classes have angles all the same"
  ).with { $0.isAmbient = false }.recordedWhereChosen

  /// Which row of weights without names belongs to which class.
  private static let weightsOrder = Option(
    name: "weights-order", placeholder: "ORDER", group: .data,
    help: "the order of the rows of weights without names: by number (natural), as texts are sorted"
      + " (bytes), as the labels come (appearance), one row further or back (row-after,"
      + " row-before); one column a class (transposed), also with one of these after a comma;"
      + " auto looks what fits the features and says so",
    allowed: "auto, or one of \(WeightsOrder.words.joined(separator: ", "))",
    words: ["auto"] + WeightsOrder.words, defaultText: WeightsOrder.automatic.text,
    isAmbient: false,
    write: { options, given throws(ValueProblem) in
      guard let order = WeightsOrder(given.text) else {
        throw ValueProblem(
          expected: "auto, or one of \(WeightsOrder.words.joined(separator: ", "))")
      }
      options.plot.weightsOrder = order
    },
    read: { .word($0.plot.weightsOrder.text) }
  ).recordedWhereChosen

  /// Of a center loss that is evaluated.
  static let centers = text(
    "centers", \.plot.centers, placeholder: "FILE", in: .data,
    help: "of center loss: one row a class", isInRecipe: false, isAmbient: false)

  private static let plotOutput: [Option] =
    stillPictureOutputs
    + tables(
      csv: "one line a class: how tight, what is nearest, what strays",
      markdown: "the numbers of all files side by side")
    + [
      text(
        "export-suspects", \.output.exportSuspects, placeholder: "FILE", in: .output,
        help: "as CSV, all samples nearer to another class than to their own, worst first")
    ]

  private static func list(
    _ name: String, _ place: WritableKeyPath<GivenValues, [String]> & Sendable, help: String
  ) -> Option {
    Option(
      name: name, placeholder: "FILE", group: .data, help: help, allowed: "a path",
      isRepeatable: true, isAmbient: false,
      clear: { $0[keyPath: place] = [] },
      write: { options, given throws(ValueProblem) in
        options[keyPath: place].append(try given.filled("a path"))
      },
      read: { .list($0[keyPath: place].map { .word(baseName(of: $0)) }) }
    ).recordedWhereChosen
  }
}
