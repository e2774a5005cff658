/// Data that were read already, so that several trainings share their samples.
package struct DataShelf {
  private var sources: [(request: DataRequest, data: SourceData)] = []
  private var datasets: [(request: DataRequest, dataset: Dataset, facts: DataFacts)] = []

  package init() {}

  /// The same as `request.load()`, from the shelf where it is there.
  ///
  /// - Throws: as `DataRequest.load`.
  package mutating func load(
    _ request: DataRequest
  ) throws -> (dataset: Dataset, facts: DataFacts) {
    if let known = datasets.last(where: { $0.request == request }) {
      return (known.dataset, known.facts)
    }
    let source = try DataSource.matching(request.data)
    // Made data follow all options, seed included; a file is the same for every split of it.
    guard source.name != DataSource.identities.name else {
      let (dataset, facts) = try request.load()
      datasets.append((request, dataset, facts))
      return (dataset, facts)
    }
    try request.check(source)
    var bare = request
    bare.options = DatasetOptions()
    let read: SourceData
    if let known = sources.first(where: { $0.request == bare }) {
      read = known.data
    } else {
      read = try source.read(bare)
      sources.append((bare, read))
    }
    try read.samples.checkMemory()
    let dataset = try Dataset(read.samples, options: request.options)
    datasets.append((request, dataset, read.facts))
    return (dataset, read.facts)
  }
}
