import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

struct FeatureFileTests {
  private let scratch: Scratch
  private let run = smallRun()

  init() throws {
    scratch = try Scratch()
  }

  @Test func theTableHasSplitLabelAndAxes() {
    let text = String(decoding: FeatureFile.csv.features(of: run), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "split,label,x,y")
    #expect(lines[1] == "train,a,-1.0,-0.9")
    #expect(lines[2].hasPrefix("train,\"b, c\","))
    #expect(lines[5] == "test,θ,0.30000000000000004,0.4")
    #expect(lines.count == 8)
  }

  @Test(arguments: [FeatureFile.csv, .npy])
  func featuresComeBackToTheBit(format: FeatureFile) throws {
    let path = try scratch.write(format.features(of: run), to: "f")
    let table = try ExportedFeatures.read(ByteStream(path: path))
    #expect(table.values.elements == run.train.features.elements + run.test.features.elements)
    #expect(table.labels?.indices == run.train.labels + run.test.labels)
    #expect(table.isTest == [false, false, false, false, true, true, true])
    #expect(table.labels?.names == (format == .csv ? ["a", "b, c", "θ"] : ["0", "1", "2"]))
  }

  @Test func weightsHaveARowAClass() throws {
    let text = String(decoding: FeatureFile.csv.weights(of: run), as: UTF8.self)
    #expect(text == "label,x,y,bias\na,0.0,2.0,1.0\n\"b, c\",-1.0,0.0,2.0\nθ,0.0,-0.0,5e-324\n")
    let stream = try ByteStream(RawBytes(FeatureFile.npy.weights(of: run), name: "w"))
    #expect(
      try NumpyArray.read(stream).matrix
        == .doubles(
          Matrix(
            rows: 3, columns: 3, elements: [0, 2, 1, -1, 0, 2, 0, -0.0, .leastNonzeroMagnitude])))
  }

  @Test func theEndingDecides() throws {
    #expect(try FeatureFile(path: "a/B.NPY") == .npy)
    #expect(try FeatureFile(path: "b.csv") == .csv)
    #expect(throws: DataMisuse.self) { try FeatureFile(path: "b.txt") }
  }

  @Test func otherArraysAreNotTakenForFeatures() throws {
    let path = try scratch.write(
      numpyFile(Matrix(rows: 2, columns: 4, elements: [0.5, 1, 1, 1, 0, 0, 0, 0])), to: "f")
    #expect(throws: FileError.self) { try ExportedFeatures.read(ByteStream(path: path)) }
  }
}
