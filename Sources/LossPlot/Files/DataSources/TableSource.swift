import LossLab

extension DataSource {
  static let table = DataSource(
    name: "FILE.csv", title: "Table",
    summary: "numbers divided by commas or tabs, the label first or in a column of that name",
    form: .file(endings: [".csv", ".tsv"])
  ) { request in
    let stream = try ByteStream(path: request.data, hashing: true)
    let table = try LabelledTable.read(stream, labels: .automatic, allowsGaps: false)
    let shape = [table.values.rows, table.values.columns]
    let facts = DataFacts(files: [
      .init(
        name: baseName(of: request.data), sha256: try stream.source.finishDigest(), shape: shape)
    ])
    let labels = table.labels ?? ClassLabels(names: [], indices: [])
    let values = Matrix(
      rows: shape[0], columns: shape[1], elements: table.values.elements.map { Float($0) })
    let all = LabelledSamples(samples: .floats(values), labels: labels.indices)
    let name = stem(of: request.data)
    var samples = SampleSource(name: name, title: name, classNames: labels.names, train: all)
    if let isTest = table.isTest, isTest.contains(true), isTest.contains(false) {
      samples.train = all.rows(at: isTest.indices.filter { !isTest[$0] })
      samples.test = all.rows(at: isTest.indices.filter { isTest[$0] })
    }
    return SourceData(samples: samples, facts: facts)
  }
}
