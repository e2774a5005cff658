import Testing

@testable import LossLab

struct InputScaleTests {
  /// Twelve rows: a unit of its own each, and one column that says nothing.
  private func source(_ kind: InputKind) -> SampleSource {
    var elements: [Float] = []
    for row in 0..<12 {
      elements += [Float(row), 1000 * Float(row * row), 7e6]
    }
    var source = SampleSource(
      name: "x", title: "x", classNames: ["a", "b"],
      train: LabelledSamples(
        samples: .floats(Matrix(rows: 12, columns: 3, elements: elements)),
        labels: (0..<12).map { $0 % 2 }))
    source.inputs = kind
    return source
  }

  private func dataset(_ kind: InputKind, _ choice: Standardization) throws -> Dataset {
    var options = DatasetOptions()
    options.standardize = choice
    return try Dataset(source(kind), options: options)
  }

  private func column(_ index: Int, of samples: Samples) -> [Double] {
    guard case .floats(let matrix) = samples else { return [] }
    return (0..<matrix.rows).map { Double(matrix[$0, index]) }
  }

  @Test func columnsOfATableHaveMeanZeroAndDeviationOneInTraining() throws {
    let data = try dataset(.table, .automatic)
    #expect(data.isStandardized)
    for index in 0..<2 {
      let values = column(index, of: data.train.samples)
      let mean = values.reduce(0, +) / Double(values.count)
      let square = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
      #expect(abs(mean) < 1e-6 && abs(square - 1) < 1e-5)
    }
    #expect(column(2, of: data.train.samples).allSatisfy { $0 == 0 })
  }

  /// The test is measured with the rule of the training: it may lie anywhere.
  @Test func theTestIsScaledAsTheTrainingIs() throws {
    let (raw, scaled) = (try dataset(.table, .no), try dataset(.table, .yes))
    #expect(!raw.isStandardized)
    let train = zip(column(0, of: raw.train.samples), column(0, of: scaled.train.samples))
    let test = zip(column(0, of: raw.test.samples), column(0, of: scaled.test.samples))
    let known = Array(train)
    let slope = (known[1].1 - known[0].1) / (known[1].0 - known[0].0)
    for (before, after) in test {
      #expect(abs(after - (known[0].1 + slope * (before - known[0].0))) < 1e-5)
    }
  }

  @Test func whatIsReadyStaysAsItIsUnlessAskedFor() throws {
    #expect(try !dataset(.ready, .automatic).isStandardized)
    #expect(try dataset(.ready, .yes).isStandardized)
    #expect(try !dataset(.table, .no).isStandardized)
  }

  @Test func pixelsHaveOneUnit() throws {
    let data = try dataset(.pixels, .automatic)
    #expect(data.isStandardized)
    let (small, large) = (column(0, of: data.train.samples), column(1, of: data.train.samples))
    #expect(small.allSatisfy { abs($0) < 1e-3 })
    #expect(large.contains { abs($0) > 1 })
  }

  @Test func madeUpDataStayAsTheyAre() throws {
    let source = Identities(seed: 1).source(classes: 3, samples: 10)
    #expect(try !Dataset(source, options: DatasetOptions()).isStandardized)
  }
}
