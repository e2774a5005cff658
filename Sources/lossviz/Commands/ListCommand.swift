import LossLab
import LossPlot

extension Command {
  static let list = Command(
    name: "list", summary: "show what there is to choose from",
    usage: "list " + Listing.all.map(\.name).joined(separator: "|"), options: [],
    operands: Operands(
      what: "what to list", count: 1...1, hint: "one of: \(Listing.all.map(\.name).listed)",
      words: Listing.all.map(\.name)),
    check: { call in _ = try Listing.named(call.operands[0]) }
  ) { call, console in
    let listing = try Listing.named(call.operands[0])
    for line in Listing.aligned(listing.rows(), stream: console.output) { try console.print(line) }
  }
}
