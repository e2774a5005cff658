import LossLab
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
    check: { call in try FigureEffects(call).check() },
    recipe: { call in
      let selection = try FigureSelection(call)
      return try selection.recipe(of: selection.figures[0])
    }
  ) { call, console in
    if call.options.figure.lists {
      for line in Listing.aligned(Listing.figureRows, stream: console.output) {
        try console.print(line)
      }
      return
    }
    try FigureEffects(call).warn(console)
    try FigureSession(selection: FigureSelection(call), console: console).run()
  }
}

extension Listing {
  static var figureRows: [Row] {
    Figure.all.map { figure in
      let data =
        switch figure.data {
        case .none: "not trained"
        case .any(let standard): "trained on \(standard)"
        case .own(let words): "trained on \(words)"
        }
      return Row(name: figure.name, columns: [figure.title.en, figure.source.en, data])
    }
  }
}
