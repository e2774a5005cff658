import LossPlot

extension Command {
  static let list = Command(
    name: "list", summary: "show what there is to choose from",
    usage: "list " + Listing.all.map(\.name).joined(separator: "|") + " [--markdown]",
    options: [
      .flag(
        "markdown", \.listsMarkdown, in: .output,
        help: "as a table for a document, with all there is to say; lossviz docs keeps one",
        isAmbient: false)
    ],
    operands: Operands(
      what: "what to list", count: 1...1, hint: "one of: \(Listing.all.map(\.name).listed)",
      words: Listing.all.map(\.name)),
    values: { (listing: try Listing.named($0.operands[0]), isMarkdown: $0.values.listsMarkdown) },
    table: { $0.isMarkdown ? $0.listing.markdown : nil }
  ) { values, console in
    if values.isMarkdown { return try console.output.write(values.listing.markdown) }
    for line in Listing.aligned(values.listing.rows(), stream: console.output) {
      try console.print(line)
    }
  }
}
