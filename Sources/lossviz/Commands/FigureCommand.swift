import LossPlot

extension Command {
  static let figure = Command(
    name: "figure", summary: "draw figures of the papers, each with its claim measured",
    usage: "figure NAME…|all|--list",
    examples: [
      "lossviz figure target-logits": "the curves of ArcFace Fig. 4b",
      "lossviz figure all -o output/article":
        "every figure, and a page that walks through the argument",
    ],
    options: Option.figureOptions,
    operands: Operands(
      what: "the name of a figure", count: 0...1000, hint: "lossviz figure --list shows them",
      words: Figure.all.map(\.name) + ["all"]),
    values: FigureValues.init,
    check: { try $0.check() },
    recipe: { values in
      let selection = try FigureSelection(values)
      return try selection.recipe(of: selection.figures[0])
    }
  ) { values, console in
    if values.figure.lists {
      for line in Listing.aligned(Listing.figureRows, stream: console.output) {
        try console.print(line)
      }
      return
    }
    try values.warn(console)
    try FigureSession(selection: FigureSelection(values), console: console).run()
  }
}

extension Listing {
  static var figureRows: [[String]] {
    Figure.all.map { figure in
      let data =
        switch figure.data {
        case .none: "not trained"
        case .any(let standard): "trained on \(standard)"
        case .own(let words): "trained on \(words)"
        }
      return [figure.name, figure.title.en, figure.source.en, data]
    }
  }
}
