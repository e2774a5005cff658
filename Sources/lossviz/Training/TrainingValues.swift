import LossLab
import LossPlot

/// A training and its picture as they are asked for; `TrainingPlan` decides the rest.
struct TrainingValues: Sendable {
  var loss: LossChoice
  var training: TrainingRequest
  /// Of data, initial weights and batches.
  var seed: Int
  var picture: PictureOptions
  /// The options of the picture as its recipe has them.
  var recordedPicture: Recipe
  let threads: Int
  /// Whether what is outside the bounds of the loss is an error.
  let isStrict: Bool
  /// What a replay must find again, and how much it may do; `nil` for a command of its own.
  let replay: ReplayLimits?
  /// Without the seed.
  private var unseeded: DataRequest

  init(_ call: Call) {
    let options = call.options
    (loss, training, seed, picture) = (
      options.loss, options.training, options.seed, options.picture
    )
    recordedPicture = call.recorded(Command.train.options.filter { $0.group == .picture })
    threads = options.threads ?? ThisProcess.cores
    isStrict = options.isStrict
    replay = call.arguments.replay
    unseeded = options.data
  }

  var data: DataRequest {
    get {
      var data = unseeded
      data.options.seed = UInt64(seed)
      return data
    }
    set { unseeded = newValue }
  }
}

/// Where finished trainings are kept, and how many go on at once.
struct KeptTrainings: Sendable {
  let store: RunStore
  let jobs: Int

  init(_ call: Call) {
    store = RunStore(folder: call.options.runs, version: Lossviz.version)
    jobs = call.options.jobs ?? ThisProcess.cores
  }
}
