import LossPlot

/// What a call of `figure` asks for.
struct FigureValues: Sendable {
  /// Figures as they were typed, or `all`.
  let names: [String]
  let figure: FigureOptions
  /// The data for figures that can use others; `nil` where nobody asks for any.
  let data: DataRequest?
  let wanted: DeliveryOptions
  let kept: KeptTrainings
  /// What a replay must find again; `nil` for a command of its own.
  let replay: ReplayLimits?
  let recorded: Recipe
  let given: GivenOptions

  init(_ call: Call) {
    names = call.operands
    figure = call.values.figure
    given = call.given
    data =
      ["data", "labels", "classes"].contains(where: given.gives) ? call.values.data : nil
    var wanted = DeliveryOptions(call.values)
    wanted.picture.theme = figure.theme ?? .light
    self.wanted = wanted
    kept = KeptTrainings(call)
    replay = call.arguments.replay
    recorded = call.recorded
  }
}
