import LossPlot

extension Command {
  static let docs = Command(
    name: "docs", summary: "draw the pictures that Markdown files name, where missing or stale",
    usage: "docs FILE|FOLDER… [--check]",
    examples: [
      "<!-- lossviz: --m 0.2 -o a.svg --> … <!-- /lossviz -->": "a block in the file",
      "lossviz docs README.md": "draw what is missing or stale",
      "lossviz docs --check .": "change nothing; exit 4 where one drifted",
    ],
    options: [
      .flag(
        "check", \.docs.isCheck, in: .output,
        help: "change nothing; print what drifted and end with exit 4",
        isAmbient: false),
      .flag(
        "force", \.docs.isForced, in: .output,
        help: "draw every picture anew: for another version of fonts or of lossviz",
        isAmbient: false),
      .flag(
        "allow-outside", \.docs.allowsOutside, in: .data,
        help: "let documents name files outside of their folder, also through links",
        isAmbient: false),
      .flag(
        "yes", \.docs.isSure, in: .training, help: "draw what may take a day, too",
        isAmbient: false),
      .runs(
        in: .training,
        help: "where the trainings of comparisons and figures are kept"),
    ],
    operands: Operands(
      what: "the Markdown file", count: 1...10_000,
      hint: "a block in it is <!-- lossviz: --loss arcface -o arc.svg --> … <!-- /lossviz -->"),
    values: { (paths: $0.operands, runs: $0.values.runs, docs: $0.values.docs) }
  ) { values, console in
    try DocumentSession(
      paths: values.paths, runs: values.runs, options: values.docs, console: console
    ).run()
  }
}
