import LossLab
import LossPlot

extension Command {
  static let figure = Command(
    name: "figure", summary: "draw figures of the papers, each with its claim measured",
    usage: "figure NAME…|all|--list",
    examples: [
      Example(line: "lossviz figure target-logits", does: "the curves of ArcFace Fig. 4b"),
      Example(
        line: "lossviz figure all -o output/article",
        does: "every figure, and a page that walks through the argument"),
    ],
    options: Option.figureOptions,
    operands: Operands(
      what: "the name of a figure", count: 0...1000, hint: "lossviz figure --list shows them",
      words: Figure.all.map(\.name) + ["all"]),
    check: { arguments in try FigureEffects(arguments, options: arguments.options()).check() },
    recipe: { arguments in
      let selection = try selection(arguments)
      return try selection.recipe(of: selection.figures[0])
    }
  ) { arguments, console in
    let options = try arguments.options()
    if options.figure.lists {
      for line in Listing.aligned(Listing.figureRows, stream: console.output) {
        try console.print(line)
      }
      return
    }
    try FigureEffects(arguments, options: options).warn(console)
    try FigureSession(selection: selection(arguments), console: console).run()
  }

  private static func selection(_ arguments: Arguments) throws -> FigureSelection {
    guard !arguments.operands.isEmpty else {
      throw UsageError.missingOperand(
        "the name of a figure", hint: "lossviz figure --list shows them")
    }
    let given = ["data", "labels", "classes"]
    return try FigureSelection(
      arguments.operands, options: arguments.options(),
      isDataGiven: arguments.assignments.contains { given.contains($0.option.name) })
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
