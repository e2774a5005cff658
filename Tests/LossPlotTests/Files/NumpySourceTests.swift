import LossLab
import LossPlot
import Testing

@testable import LossFiles

struct NumpySourceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func load(_ path: String, labels: String? = nil) throws -> (
    dataset: Dataset, facts: DataFacts
  ) {
    var request = DataRequest()
    request.data = path
    request.labels = labels
    request.options.standardize = .no
    return try request.load()
  }

  @Test func imagesStayBytes() throws {
    let images = npy("|u1", "(6, 2, 2)", (0..<24).map { UInt8($0) })
    let path = try scratch.write(images, to: "faces.npy")
    let labels = try scratch.write("anna\nbob\nanna\nbob\nanna\nbob\n", to: "names.txt")
    let (data, facts) = try load(path, labels: labels)
    guard case .bytes = data.train.samples else {
      Issue.record("bytes stay bytes")
      return
    }
    #expect(data.name == "faces")
    #expect(data.classNames == ["anna", "bob"])
    #expect(data.imageSize == .init(rows: 2, columns: 2))
    #expect(
      facts.files[0]
        == .init(
          name: "faces.npy", sha256: SHA256.hex(of: images), shape: [6, 2, 2]))
    #expect(facts.files[1].name == "names.txt")
  }

  @Test func labelsAreAsked() throws {
    let path = try scratch.write(npy("|u1", "(2, 1)", [1, 2]), to: "x.npy")
    #expect(throws: DataMisuse.self) { try load(path) }
    let short = try scratch.write(npy("|u1", "(1,)", [1]), to: "y.npy")
    #expect {
      try load(path, labels: short)
    } throws: { "\($0)".contains("1 labels for 2 rows") }
  }

  @Test func aRowWithANaNIsLeftOutAndCounted() throws {
    let bits = [Float(1).bitPattern, 0, Float.nan.bitPattern, 0, 1, 2]
    let path = try scratch.write(npy("<f4", "(6, 1)", little(bits)), to: "x.npy")
    let labels = try scratch.write("0\n1\n0\n1\n0\n1\n", to: "y.csv")
    let (data, facts) = try load(path, labels: labels)
    #expect(data.train.count + data.test.count == 5)
    #expect(facts.notes == [.leftOut([.init(row: 2, reason: .notFinite)], of: 6)])
  }

  @Test func aSampleMayLackItsLabelWhereTheReaderLeavesItOut() throws {
    let bits = [Double(2).bitPattern, Double.nan.bitPattern, Double(2).bitPattern]
    let file = npy("<f8", "(3,)", little(bits))
    func stream() throws -> ByteStream { try ByteStream(RawBytes(file, name: "y")) }
    #expect(
      try NumpyArray.readLabels(stream(), allowsMissing: true)
        == ClassLabels(names: ["2"], indices: [0, -1, 0]))
    #expect {
      try NumpyArray.readLabels(stream())
    } throws: { "\($0)" == "'y': row 1 has no label" }
    #expect {
      try ClassLabels.read(ByteStream(RawBytes(Array("a\nnan\n".utf8), name: "y")))
    } throws: { "\($0)" == "'y', line 2: the label is missing" }
  }

  @Test func anArchiveMayHaveItsOwnTestSet() throws {
    let archive = zip([
      ("x_train.npy", npy("|u1", "(4, 1)", [1, 2, 3, 4])),
      ("y_train.npy", npy("|u1", "(4,)", [9, 3, 9, 3])),
      ("x_test.npy", npy("|u1", "(2, 1)", [5, 6])), ("y_test.npy", npy("|u1", "(2,)", [3, 9])),
    ])
    let data = try load(scratch.write(archive, to: "mnist.npz")).dataset
    #expect(data.classNames == ["3", "9"])
    #expect(data.train.labels == [1, 0, 1, 0])
    #expect(data.test.labels == [0, 1])
  }

  @Test func labelsMayStandInATable() throws {
    func labels(_ text: String) throws -> ClassLabels {
      try ClassLabels.read(ByteStream(RawBytes(Array(text.utf8), name: "y")))
    }
    #expect(try labels("3\n1\n\n3\n").names == ["1", "3"])
    #expect(
      try labels("file,label\na,k\nb,m\n") == ClassLabels(names: ["k", "m"], indices: [0, 1]))
    #expect(try labels("labels\nk\n").indices == [0])
    #expect(try labels("index,identity\n0,k\n").names == ["k"])
    #expect(throws: FileError.self) { try labels("a,b\n") }
    #expect(throws: FileError.self) { try labels("") }
  }
}
