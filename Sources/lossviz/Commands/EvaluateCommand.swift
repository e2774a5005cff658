import LossLab
import LossPlot

extension Command {
  static let evaluate = Command(
    name: "evaluate",
    summary: "value and gradients of a loss on given features, weights and labels, as JSON",
    usage: "evaluate FILE.json",
    examples: [
      Example(line: "lossviz evaluate arcface.json", does: "to hold other code against"),
      Example(line: "export | lossviz evaluate -", does: "the same from standard input"),
    ],
    options: [],
    operands: Operands(
      what: "the file with the cases", count: 1...1,
      hint: "JSON: {\"loss\": \"arcface\", \"cases\": [{\"x\": …, \"W\": …, \"y\": …}]}")
  ) { arguments, console in
    let path = arguments.operands[0]
    let answer = try GoldenAnswer(to: GoldenFile(path: path), path: path)
    try console.output.writeBytes(answer.document.document())
  }
}
