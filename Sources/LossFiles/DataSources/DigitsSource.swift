import LossSystem
import ResourceBytes

extension DataSource {
  static let digits = DataSource(
    name: "digits", title: "Digits",
    summary: "1,797 handwritten digits of 8×8 pixels (Alpaydin and Kaynak 1998), shipped inside",
    form: .named
  ) { _ in
    // A gzipped table with a header line: the label first, then 64 pixels from 0 to 16.
    let bytes = RawBytes(lossDigits().array, name: "digits.csv.gz")
    let table = try LabelledTable.read(ByteStream(bytes), labels: .automatic, allowsGaps: false)
    let pixels = table.values
    let labels = table.labels ?? ClassLabels(names: [], indices: [])
    let scaled = Matrix(
      rows: pixels.rows, columns: pixels.columns, elements: pixels.elements.map { Float($0 / 16) })
    let samples = SampleSource(
      name: "digits", title: "digits (8×8)", classNames: labels.names,
      train: LabelledSamples(samples: .floats(scaled), labels: labels.indices),
      imageSize: Dataset.ImageSize(rows: 8, columns: 8))
    return SourceData(samples: samples, facts: DataFacts())
  }
}
