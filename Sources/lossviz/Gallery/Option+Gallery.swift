import LossPlot

extension Option {
  /// All but what is of one loss.
  static let galleryOptions: [Option] =
    dataOptions + trainingOptions.without("bias")
    + [
      runs(
        in: .training,
        help: "where each finished training is kept, so that the next call need not repeat it"),
      jobs(in: .training),
    ] + galleryPicture
    + stillPictureOutputs + settingsOptions

  private static let galleryPicture =
    stillPictureOptions.explaining("view", default: RunView.features.rawValue)
    .explaining("title", "instead of the number of losses; \"\" for none")
    .explaining("width", default: "what seven panels in a row need")
}
