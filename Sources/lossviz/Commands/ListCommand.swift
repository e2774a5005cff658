import LossLab
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
    check: { call in _ = try Listing.named(call.operands[0]) },
    table: { call in
      call.options.listsMarkdown ? try Listing.named(call.operands[0]).markdown : nil
    }
  ) { call, console in
    let listing = try Listing.named(call.operands[0])
    if call.options.listsMarkdown { return try console.output.write(listing.markdown) }
    for line in Listing.aligned(listing.rows(), stream: console.output) { try console.print(line) }
  }
}
