import LossLab

/// What a figure may ask for while it measures: runs, and what was said of data and seeds.
public struct FigureContext: Sendable {
  /// `nil` for the data that the figure has of its own.
  public var data: DataRequest?
  /// At least three where a claim is measured.
  public var seeds: [UInt64]
  public var runs: FigureRuns

  public init(
    data: DataRequest? = nil, seeds: [UInt64] = [1, 2, 3], runs: FigureRuns = FigureRuns()
  ) {
    self.data = data
    self.seeds = seeds
    self.runs = runs
  }

  /// The data that were asked for, else the figure's own.
  ///
  /// - Parameter classes: how many the figure shows, where nobody says; `nil` for the data's own.
  public func request(standard: String, classes: Int? = nil) -> DataRequest {
    if let data { return data }
    var request = DataRequest()
    request.data = standard
    if let classes { request.options.classes = .first(classes) }
    return request
  }

  /// The runs of all requests, in their order: kept ones are read, the others trained.
  ///
  /// - Throws: the first error in the order of requests.
  public func runs(_ requests: [RunRequest]) throws -> [Run] {
    try runs.all(requests)
  }
}
