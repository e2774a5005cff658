import LossLab
import LossPlot

extension Option {
  static let compareOptions: [Option] = [
    flag(
      "zip", \.compare.zips, in: .compare,
      help: "several lists go side by side, instead of each value with each", isInRecipe: true
    ).recordedWhereOn,
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

  private static let only = Option(
    name: "only", placeholder: "grid|trend", group: .compare,
    help: "write this picture alone, under the name of -o",
    allowed: OnlyPicture.allCases.map(\.rawValue).alternatives,
    words: OnlyPicture.allCases.map(\.rawValue), defaultText: "all",
    write: { options, given throws(ValueProblem) in
      guard let picture = OnlyPicture(rawValue: given.text.lowercased()) else {
        throw ValueProblem(word: given.text, words: OnlyPicture.allCases.map(\.rawValue))
      }
      options.compare.only = picture
    },
    read: { $0.compare.only.map { .word($0.rawValue) } })

  private static let shard = Option(
    name: "shard", placeholder: "I/N", group: .compare,
    help: "train share I of N and draw nothing; the call without it draws. auto/N, or nothing said:"
      + " as the job array of Slurm, PBS, SGE, LSF or Kubernetes says; none: all",
    allowed: "I/N with I from 1 to N, auto, auto/N or none",
    write: { options, given throws(ValueProblem) in
      options.compare.shard = try ShardChoice(given.text.lowercased())
    })
}

extension ShardChoice {
  /// - Throws: `ValueProblem`.
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

extension Option {
  /// The outputs of a training that a comparison has, too, and those of its own.
  static let comparisonOutputs: [Option] =
    outputOptions.filter {
      !["save-run", "from-run", "export-features", "export-weights"].contains($0.name)
    }.map { option in
      switch option.name {
      case "output":
        option.explained(
          "the grid; all others go beside it; the ending decides the format:"
            + " \(OutputFormat.words.listed); gif and apng show all trainings in step, alone;"
            + " repeatable",
          default: "output/grid.png")
      case "format": option.explained("where the ending does not say it")
      case "name": option.explained("of the pictures beside the grid: \(option.help)")
      default: option
      }
    } + comparisonTables

  static let comparisonTables = tables(
    csv: "the table with all digits", markdown: "the table for a document")
}
