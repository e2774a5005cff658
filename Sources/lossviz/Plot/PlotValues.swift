import LossPlot

/// What a call of `plot` asks for.
struct PlotValues: Sendable {
  /// Of features.
  let paths: [String]
  let plot: PlotOptions
  /// What the features are held against, where one is named.
  let loss: LossChoice
  let isLossGiven: Bool
  let threads: Int
  let wanted: DeliveryOptions
  /// What a replay must find again; `nil` for a command of its own.
  let replay: ReplayLimits?
  let recorded: Recipe
  let given: GivenOptions

  init(_ call: Call) {
    (paths, plot, loss) = (call.operands, call.values.plot, call.values.loss)
    given = call.given
    isLossGiven = given.gives(Option.loss.name)
    threads = call.threads
    wanted = DeliveryOptions(call.values)
    replay = call.arguments.replay
    recorded = call.recorded
  }
}
