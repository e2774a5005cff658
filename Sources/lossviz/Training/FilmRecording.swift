import LossLab
import LossPlot

/// The moments of a training that its films show.
struct FilmRecording {
  let schedule: FilmSchedule
  let trainRows: [Int]
  var moments: [Moment] = []

  init(_ plan: TrainingPlan) {
    let picture = plan.options.picture
    schedule = FilmSchedule(
      steps: plan.options.training.steps, fps: picture.fps ?? PictureOptions.usualFPS,
      seconds: picture.seconds ?? PictureOptions.usualSeconds)
    trainRows = RunFilm.trainRows(
      test: plan.data.test.count, train: plan.data.train.count, data: plan.data.name,
      style: picture.figureStyle(.light))
  }
}
