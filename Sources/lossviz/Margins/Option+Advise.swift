import LossPlot

extension Option {
  static let adviseOptions: [Option] =
    [
      integer(
        "classes", \.advice.classes, 2...1_000_000_000, in: .data,
        help: "how many classes there are to tell apart", default: "none; it must be given"),
      integer(
        "dim", \.advice.dimensions, 2...65536, in: .data, help: "numbers of a feature"),
      Option(
        name: "loss", placeholder: "NAME", group: .loss, help: "one loss instead of all",
        allowed: "the name of a loss", words: LossEntry.all.map(\.name),
        defaultText: "all with a bound of m",
        write: { options, given throws(ValueProblem) in
          do throws(LabError) {
            options.advice.loss = try LossEntry.named(given.text)
          } catch {
            throw ValueProblem(word: given.text, words: LossEntry.all.map(\.name))
          }
        },
        read: { options in options.advice.loss.map { .word($0.name) } }),
    ]
    + analyticPicture.explaining(
      "palette", "color of defaults and papers: \(Palette.all.map(\.name).listed)")
    + stillPictureOutputs.map {
      $0.name == "output"
        ? $0.explained($0.help + "; without one, no picture", default: "none") : $0
    }
    + [config]
}
