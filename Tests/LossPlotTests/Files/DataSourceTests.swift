import LossLab
import LossPlot
import Testing

@testable import LossScene

struct DataSourceTests {
  private func load(_ data: String, _ change: (inout DataRequest) -> Void = { _ in }) throws
    -> Dataset
  {
    var request = DataRequest()
    request.data = data
    change(&request)
    return try request.load().dataset
  }

  @Test func theDigitsAreThereWithTheirCounts() throws {
    let data = try load("digits")
    let train = data.train.counts(classes: 10)
    let test = data.test.counts(classes: 10)
    let total = zip(train, test).map { $0 + $1 }
    #expect(total == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(test == [36, 36, 35, 37, 36, 36, 36, 36, 35, 36])
    #expect(data.imageSize == .init(rows: 8, columns: 8))
    guard case .floats(let pixels) = data.train.samples,
      case .floats(let others) = data.test.samples
    else { return }
    let all = pixels.elements + others.elements
    #expect(all.allSatisfy { $0 >= 0 && $0 <= 1 })
    // Mean 4.8842 on the scale of 0 to 16, as scikit-learn has it.
    let mean = all.reduce(0.0) { $0 + Double($1) } / Double(all.count)
    #expect(abs(mean * 16 - 4.8842) < 5e-5)
  }

  @Test func identitiesHaveSixClassesOfFiveHundred() throws {
    let data = try load("identities") { $0.options.samplesPerClass = 50 }
    #expect(data.classNames == ["0", "1", "2", "3", "4", "5"])
    #expect(data.title == "6 identities")
    #expect(data.train.count == 240)
    #expect(data.test.count == 60)
    #expect(DataSource.identitySamples == 500)
  }

  @Test func identitiesAreChosenByNumber() throws {
    let data = try load("Identities") {
      $0.options.samplesPerClass = 10
      $0.options.classes = .named(["7", "2"])
    }
    #expect(data.classNames == ["7", "2"])
    #expect(data.train.counts(classes: 2) == [8, 8])
  }

  @Test func identitiesMakeStrangersForOutliers() throws {
    let data = try load("identities") {
      $0.options.samplesPerClass = 20
      $0.options.noise = LabelNoise(share: 0.5, kind: .outlier)
    }
    #expect(data.wrongLabels.count == 48)
  }

  @Test func allDigitsLeaveNoOutliers() {
    #expect(throws: LabError.self) {
      try load("digits") { $0.options.noise = LabelNoise(share: 0.1, kind: .outlier) }
    }
  }

  @Test(arguments: [1, -4, 100_001])
  func samplesOutOfRangeAreRefused(count: Int) {
    #expect(throws: LabError.self) { try load("identities") { $0.options.samplesPerClass = count } }
  }

  @Test func aMisspeltNameGetsItsNeighbours() {
    #expect(
      throws: DataMisuse("unknown data 'didgits'", hint: "did you mean --data digits?")
    ) { try load("didgits") }
  }

  @Test func aPathThatIsNotThereIsAFileError() {
    #expect(
      throws: FileError.unreadable(
        path: "no/such.csv", reason: "no such file or folder",
        hint: "give a folder of IDX files or of images by class, or a file of numbers")
    ) { try load("no/such.csv") }
  }

  @Test func aFileIsWhatItsBytesSayWhateverItsName() throws {
    let scratch = try Scratch()
    let rows = (0..<10).map { "\($0 % 2),\($0),\(2 * $0)\n" }.joined()
    let path = try scratch.write(rows, to: "data.xlsx")
    #expect(try load(path).classNames == ["0", "1"])
    let empty = try scratch.write("x", to: "data.csv")
    #expect {
      try load(empty)
    } throws: { error in
      (error as? FileError)?.hint.contains("commas, tabs, semicolons or spaces") == true
    }
  }

  @Test func pathsHaveBaseNamesAndStems() {
    #expect(baseName(of: "../data/mnist/") == "mnist")
    #expect(baseName(of: "/tmp/.") == "tmp")
    #expect(baseName(of: "/usr/lib/..") == "usr")
    #expect(stem(of: "a.b/faces.v2.npy") == "faces.v2")
    #expect(stem(of: "x.csv.gz") == "x")
    #expect(stem(of: ".hidden") == ".hidden")
  }

  @Test func everySourceThatIsWrittenIsInTheList() throws {
    let tests = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(tests)/Sources/LossFiles/DataSources"
    let written = try folderEntries(folder).reduce(0) { count, name in
      let text = String(decoding: try readFile("\(folder)/\(name)"), as: UTF8.self)
      return count + text.ranges(of: "= DataSource(").count
    }
    #expect(written == DataSource.all.count)
  }

  @Test func namesAreUniqueAndTextsAreThere() {
    let names = DataSource.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(DataSource.all.allSatisfy { !$0.title.isEmpty && !$0.summary.isEmpty })
  }
}
