import LossPlot

extension FilmSchedule {
  /// Of a training of so many steps.
  init(_ picture: PictureOptions, steps: Int) {
    self.init(
      steps: steps, fps: picture.fps ?? PictureOptions.usualFPS,
      seconds: picture.seconds ?? PictureOptions.usualSeconds)
  }
}

extension TrainingPlan {
  /// What a film of the training wants to see of it on the way.
  func filmed(_ picture: PictureOptions) -> Training.Moments {
    .init(
      steps: FilmSchedule(picture, steps: training.options.steps).moments,
      trainRows: RunFilm.trainRows(
        test: data.test.count, train: data.train.count, data: data.name,
        style: picture.figureStyle(.light)))
  }
}
