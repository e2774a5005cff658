import LossPlot

/// The moments of a training that its films show.
struct FilmRecording {
  let schedule: FilmSchedule
  let trainRows: [Int]
  var moments: [Moment] = []

  init(_ plan: TrainingPlan, _ picture: PictureOptions) {
    schedule = FilmSchedule(picture, steps: plan.training.options.steps)
    trainRows = RunFilm.trainRows(
      test: plan.data.test.count, train: plan.data.train.count, data: plan.data.name,
      style: picture.figureStyle(.light))
  }
}

extension FilmSchedule {
  /// Of a training of so many steps.
  init(_ picture: PictureOptions, steps: Int) {
    self.init(
      steps: steps, fps: picture.fps ?? PictureOptions.usualFPS,
      seconds: picture.seconds ?? PictureOptions.usualSeconds)
  }
}
