import LossPlot

/// A training and its picture as they are asked for; `TrainingPlan` decides the rest.
struct TrainingValues: Sendable {
  var loss: LossChoice
  /// Its seed is that of initial weights and batches, too.
  var data: DataRequest
  var training: TrainingRequest
  var picture: PictureOptions
  /// The options of the picture as its recipe has them.
  let recordedPicture: Recipe
  /// What a replay must find again, and how much it may do; `nil` for a command of its own.
  let replay: ReplayLimits?

  init(_ call: Call) {
    let values = call.values
    (loss, data, training) = (values.loss, values.data, values.training)
    picture = values.picture
    recordedPicture = call.recorded(Command.train.options.filter { $0.group == .picture })
    replay = call.arguments.replay
  }
}

/// Where finished trainings are kept, and how many go on at once.
struct KeptTrainings: Sendable {
  let store: RunStore
  /// No more than there are to be threads, where nobody says it.
  let jobs: Int

  init(_ call: Call) {
    store = RunStore(folder: call.values.runs, version: Lossviz.version)
    jobs = call.values.jobs ?? call.threads
  }
}
