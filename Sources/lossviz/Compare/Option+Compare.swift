import LossPlot

extension Option {
  static let compareOptions: [Option] = [
    flag(
      "zip", \.compare.zips, in: .compare,
      help: "several lists go side by side, instead of each value with each", isInRecipe: true
    ).recordedWhereChosen,
    integer(
      "seeds", \.compare.seeds, 1...1_000_000, in: .compare,
      help: "train each setting with so many seeds, from --seed on", default: "1"),
    flag(
      "yes", \.compare.isSure, in: .compare,
      help: "go on with more than 1,000 settings", isAmbient: false),
    jobs(in: .compare),
    flag(
      "dry-run", \.compare.isDryRun, in: .compare,
      help: "list the settings, and what is trained already", isAmbient: false),
    runs(
      in: .compare,
      help: "where each finished training is kept, so that the next call need not repeat it"),
    flag(
      "keep-going", \.compare.keepsGoing, in: .compare,
      help: "name a setting that fails, do the others, and end with exit 3"),
    shard, only,
  ]

  static let only = choice(
    "only", \.compare.only, in: .compare, help: "write this picture alone, under the name of -o",
    default: "all")

  private static let shard = Option(
    name: "shard", placeholder: "I/N", group: .compare,
    help: "train share I of N and draw nothing; the call without it draws. auto/N, or nothing said:"
      + " as the job array of Slurm, PBS, SGE, LSF or Kubernetes says; none: all",
    allowed: "I/N with I from 1 to N, auto, auto/N or none",
    write: { options, given throws(ValueProblem) in
      options.compare.shard = try ShardChoice(given.text.lowercased())
    })

  /// The outputs of a training that a comparison has, too, and those of its own.
  static let comparisonOutputs =
    outputOptions.without("save-run", "from-run", "export-features", "export-weights")
    .explaining(
      "output",
      "the grid; all others go beside it; the ending decides the format:"
        + " \(OutputFormat.words.listed); gif and apng show all trainings in step, alone; repeatable",
      default: "output/grid.png"
    )
    .explaining("format", "where the ending does not say it")
    .explaining("name", "of the pictures beside the grid: \(name.help)") + comparisonTables

  static let comparisonTables = tables(
    csv: "the table with all digits", markdown: "the table for a document")
}

extension ShardChoice {
  init(_ text: String) throws(ValueProblem) {
    let problem = ValueProblem(expected: "I/N with I from 1 to N, auto, auto/N or none")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1 where text == "auto": self = .automatic
    case 1 where text == "none": self = .none
    case 2:
      guard let count = TypedText.integer(parts[1]), (1...1_000_000).contains(count) else {
        throw problem
      }
      if parts[0] == "auto" {
        self = .automaticOf(count)
        return
      }
      guard let number = TypedText.integer(parts[0]), (1...count).contains(number) else {
        throw problem
      }
      self = .share(Shard(number: number, count: count))
    default: throw problem
    }
  }
}
