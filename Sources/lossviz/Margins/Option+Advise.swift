import LossPlot

extension Option {
  static let adviseOptions: [Option] =
    [
      integer(
        "classes", \.advice.classes, 2...1_000_000_000, in: .data,
        help: "how many classes there are to tell apart", default: "none; it must be given"),
      integer("dim", \.advice.dimensions, 2...65536, in: .data, help: "numbers of a feature"),
      word(
        "loss", \.advice.loss, of: LossEntry.all.map(\.name), placeholder: "NAME", in: .loss,
        help: "one loss instead of all", allowed: "the name of a loss",
        default: "all with a bound of m", value: { try? LossEntry.named($0) }, word: \.name),
    ]
    + analyticPicture.explaining(
      "palette", "color of defaults and papers: \(Palette.all.map(\.name).listed)")
    + stillPictureOutputs.map {
      $0.name == "output"
        ? $0.explained($0.help + "; without one, no picture", default: "none") : $0
    }
    + [config]
}
