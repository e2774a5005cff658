import LossPlot

extension Command {
  static let inspect = Command(
    name: "inspect", summary: "show the recipe that a picture carries, usable as --config",
    usage: "inspect FILE",
    examples: [
      "lossviz inspect arcface.svg": "what it was made from",
      "lossviz inspect a.png > a.json && lossviz --config a.json --m 0.2":
        "the same with another margin",
    ],
    options: Option.outputOptions.named("json").explaining(
      "json", "the whole document: recipe, version, what the picture says of itself"),
    operands: Operands(
      what: "the picture", count: 1...1, hint: "a file that lossviz has written; - for stdin"),
    values: { (path: $0.operands[0], isJSON: $0.values.output.isJSON) }
  ) { values, console in
    let carried = try CarriedRecipe(path: values.path)
    if let warning = carried.versionWarning { try console.warn(warning) }
    if values.isJSON {
      try console.output.writeBytes(carried.document.document(indented: true))
    } else {
      try console.output.write(carried.orderedRecipe.json(indented: true))
    }
  }
}
