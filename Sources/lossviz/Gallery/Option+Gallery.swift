import LossLab
import LossPlot

extension Option {
  /// All but what is of one loss.
  static let galleryOptions: [Option] =
    dataOptions + trainingOptions.filter { $0.name != "bias" }
    + [
      runs(
        in: .training,
        help: "where each finished training is kept, so that the next call need not repeat it"),
      jobs(in: .training),
    ] + galleryPicture
    + stillOutputOptions.filter {
      ["output", "format", "json", "snippet", "show", "no-metadata"].contains($0.name)
    } + settingsOptions

  private static let galleryPicture: [Option] = stillPictureOptions.map { option in
    switch option.name {
    case "view": option.explained(option.help, default: RunView.features.rawValue)
    case "title": option.explained("instead of the number of losses; \"\" for none")
    case "width": option.explained(option.help, default: "what seven panels in a row need")
    default: option
    }
  }
}
