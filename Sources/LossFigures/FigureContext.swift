/// What a figure may ask for while it measures: runs, and what was said of data and seeds.
package struct FigureContext: Sendable {
  /// `nil` for the data that the figure has of its own.
  package var data: DataRequest?
  /// At least three where a claim is measured.
  package var seeds: [UInt64]
  package var trainings: Trainings
  /// Told before trainings begin: how many there are to do, and how long they take together.
  package var announce: @Sendable (Int, _ seconds: Double) throws -> Void = { _, _ in }
  /// What was asked for in the place of the figure's own set-up.
  package var overrides: FigureOverrides
  /// Changes every training before it begins: for a quick look, and for tests.
  package var adjust: @Sendable (inout RunRequest) -> Void

  package init(
    data: DataRequest? = nil, seeds: [UInt64] = [1, 2, 3], trainings: Trainings = Trainings(),
    overrides: FigureOverrides = FigureOverrides(),
    adjust: @escaping @Sendable (inout RunRequest) -> Void = { _ in }
  ) {
    self.data = data
    self.seeds = seeds.isEmpty ? [1] : seeds
    self.trainings = trainings
    // How a training fails may be what a figure shows.
    self.trainings.retriesFailures = true
    self.overrides = overrides
    self.adjust = adjust
  }

  /// The data that were asked for, else the figure's own.
  ///
  /// - Parameter classes: how many the figure shows, where nobody says; `nil` for the data's own.
  package func request(standard: String, classes: Int? = nil) -> DataRequest {
    var request = data ?? DataRequest()
    if data == nil { request.data = standard }
    if let classes, request.options.classes == .all { request.options.classes = .first(classes) }
    return request
  }

  /// The runs of all requests, in their order: kept ones are read, the others trained.
  ///
  /// - Throws: the first error in the order of requests.
  package func runs(_ requests: [RunRequest]) throws -> [Run] {
    try outcomes(requests).map { try $0.run() }
  }

  /// The same, where a training that fails is a result too.
  func outcomes(_ requests: [RunRequest]) throws -> [TrainingOutcome] {
    var shelf = DataShelf()
    let wanted = try adjusted(requests).map { try $0.training(&shelf) }
    let missing = wanted.filter { !(trainings.store?.contains($0.recipe) ?? false) }
    if !missing.isEmpty {
      let seconds = missing.map(\.usualSeconds).reduce(0, +) / Double(trainings.jobs)
      try announce(missing.count, seconds)
    }
    return try trainings.run(wanted)
  }

  /// The features that freshly trained networks give to samples they have never seen.
  ///
  /// - Parameter material: for a request, in the place of its own data.
  /// - Returns: for each request one matrix for each set of samples.
  /// - Throws: the first error in the order of requests.
  func embeddings(
    _ requests: [RunRequest], _ material: (RunRequest) throws -> EmbeddingMaterial
  ) throws -> [[Matrix<Double>]] {
    try trainings.embeddings(adjusted(requests).map(material))
  }

  private func adjusted(_ requests: [RunRequest]) -> [RunRequest] {
    requests.map { request in
      var request = request
      overrides.apply(to: &request)
      adjust(&request)
      return request
    }
  }
}

extension Training {
  /// On one core of a usual machine: some 6·10¹⁰ operations a second, and a little for each step.
  var usualSeconds: Double {
    let work = options.operations(inputs: data.train.samples.columns, classes: data.classCount)
    return work / 6e10 + 1e-4 * Double(options.steps)
  }
}
