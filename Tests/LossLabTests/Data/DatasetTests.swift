import Testing

@testable import LossLab

/// One column, the row's number; `counts` samples of each class, class after class.
private func source(counts: [Int], test: [Int]? = nil) -> SampleSource {
  func samples(_ counts: [Int]) -> LabelledSamples {
    let labels = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    let values = labels.indices.map { Float($0) }
    return LabelledSamples(
      samples: .floats(Matrix(rows: labels.count, columns: 1, elements: values)), labels: labels)
  }
  return SampleSource(
    name: "test", title: "Test", classNames: counts.indices.map { "c\($0)" },
    train: samples(counts), test: test.map(samples))
}

private func rows(_ data: LabelledSamples) -> [Float] {
  guard case .floats(let matrix) = data.samples else { return [] }
  return matrix.elements
}

struct DatasetTests {
  private func options(_ change: (inout DatasetOptions) -> Void) -> DatasetOptions {
    var options = DatasetOptions()
    change(&options)
    return options
  }

  @Test func aFifthOfEachClassIsSplitOff() throws {
    let data = try Dataset(source(counts: [50, 10, 3]), options: DatasetOptions())
    #expect(data.test.counts(classes: 3) == [10, 2, 1])
    #expect(data.train.counts(classes: 3) == [40, 8, 2])
    #expect((rows(data.train) + rows(data.test)).sorted() == (0..<63).map { Float($0) })
  }

  @Test func theSplitIsBySeed() throws {
    let all = source(counts: [50, 50])
    let first = try Dataset(all, options: options { $0.seed = 1 })
    let again = try Dataset(all, options: options { $0.seed = 1 })
    let other = try Dataset(all, options: options { $0.seed = 2 })
    #expect(rows(first.test) == rows(again.test))
    #expect(rows(first.test) != rows(other.test))
  }

  @Test func aTestSetOfItsOwnIsKept() throws {
    let data = try Dataset(source(counts: [5, 5], test: [2, 1]), options: DatasetOptions())
    #expect(data.train.count == 10)
    #expect(data.test.counts(classes: 2) == [2, 1])
  }

  @Test func chosenClassesAreRelabelledInTheOrderGiven() throws {
    let data = try Dataset(
      source(counts: [5, 5, 5], test: [1, 1, 1]),
      options: options { $0.classes = .named(["c2", "c0"]) })
    #expect(data.classNames == ["c2", "c0"])
    #expect(data.train.counts(classes: 2) == [5, 5])
    #expect(rows(data.test) == [0, 2])
    #expect(data.test.labels == [1, 0])
  }

  @Test func theFirstClassesAreChosenByNumber() throws {
    let data = try Dataset(
      source(counts: [5, 5, 5]), options: options { $0.classes = .first(2) })
    #expect(data.classNames == ["c0", "c1"])
  }

  @Test func aLimitCountsSamplesOfAClass() throws {
    let data = try Dataset(
      source(counts: [50, 4]), options: options { $0.samplesPerClass = 10 })
    #expect(data.train.counts(classes: 2) == [8, 3])
    #expect(data.test.counts(classes: 2) == [2, 1])
  }

  @Test func aClassThatIsNotThereIsNamed() {
    #expect(
      throws: LabError.misfit(.className("c9", known: ["c0", "c1"]))
    ) {
      try Dataset(
        source(counts: [5, 5]), options: options { $0.classes = .named(["c1", "c9"]) })
    }
    #expect(throws: LabError.self) {
      try Dataset(source(counts: [5, 5]), options: options { $0.classes = .first(3) })
    }
  }

  @Test func oneClassIsTooFew() {
    #expect(throws: LabError.self) {
      try Dataset(source(counts: [5]), options: DatasetOptions())
    }
    #expect(throws: LabError.self) {
      try Dataset(source(counts: [5, 5]), options: options { $0.classes = .named(["c0"]) })
    }
  }

  @Test func aClassWithoutTrainingSamplesIsNamed() {
    #expect(throws: LabError.self) {
      try Dataset(source(counts: [5, 0], test: [1, 1]), options: DatasetOptions())
    }
  }
}

struct LabelNoiseTests {
  private func dataset(
    _ share: Double, _ kind: LabelNoise.Kind, classes: ClassSelection = .all,
    strangers: LabelledSamples? = nil, seed: UInt64 = 1
  ) throws -> Dataset {
    var all = source(counts: [400, 400, 400])
    all.strangers = strangers
    var options = DatasetOptions()
    options.noise = LabelNoise(share: share, kind: kind)
    options.classes = classes
    options.seed = seed
    return try Dataset(all, options: options)
  }

  private func trueLabel(_ row: Float) -> Int { Int(row) / 400 }

  @Test func flipsMakeExactlyTheShareWrong() throws {
    let data = try dataset(0.3, .flip)
    let wrong = zip(rows(data.train), data.train.labels).enumerated()
      .filter { trueLabel($0.element.0) != $0.element.1 }.map { $0.offset }
    #expect(wrong.count == 288)
    #expect(wrong == data.wrongLabels)
  }

  @Test func flipsGoToEachOtherClassAlike() throws {
    let data = try dataset(1, .flip)
    var counts = [[Int]](repeating: [0, 0, 0], count: 3)
    for (row, label) in zip(rows(data.train), data.train.labels) {
      counts[trueLabel(row)][label] += 1
    }
    for label in 0..<3 {
      #expect(counts[label][label] == 0)
      for other in 0..<3 where other != label { #expect(abs(counts[label][other] - 160) < 50) }
    }
  }

  @Test func theTestLabelsStayRight() throws {
    let data = try dataset(1, .flip)
    #expect(zip(rows(data.test), data.test.labels).allSatisfy { trueLabel($0) == $1 })
  }

  @Test func outliersComeFromClassesThatAreNotChosen() throws {
    let data = try dataset(0.25, .outlier, classes: .named(["c0", "c1"]))
    let outliers = rows(data.train).enumerated().filter { $0.element >= 800 }.map { $0.offset }
    #expect(outliers.count == 160)
    #expect(outliers == data.wrongLabels)
    #expect(data.train.counts(classes: 2) == [320, 320])
    #expect(rows(data.test).allSatisfy { $0 < 800 })
  }

  @Test func outliersWithoutStrangersAreRefused() {
    #expect(throws: LabError.self) { try dataset(0.1, .outlier) }
  }

  @Test func fewStrangersAreUsedAgain() throws {
    let strangers = LabelledSamples(
      samples: .floats(Matrix(rows: 2, columns: 1, elements: [-1, -2])), labels: [3, 3])
    let data = try dataset(0.5, .outlier, strangers: strangers)
    #expect(rows(data.train).filter { $0 == -1 }.count == 240)
    #expect(rows(data.train).filter { $0 == -2 }.count == 240)
  }

  @Test func theNoiseIsBySeedAndLeavesTheSplitAsItIs() throws {
    let clean = try dataset(0, .flip)
    let noisy = try dataset(0.1, .flip)
    #expect(clean.wrongLabels.isEmpty)
    #expect(rows(clean.train) == rows(noisy.train))
    #expect(try dataset(0.1, .flip).train.labels == noisy.train.labels)
    #expect(try dataset(0.1, .flip, seed: 2).wrongLabels != noisy.wrongLabels)
  }
}
