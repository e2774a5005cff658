import LossLab
import LossPlot
import Testing

@testable import LossFiles

/// The first bytes of a file of another program, and what the message says of it.
private struct Foreign: CustomTestStringConvertible {
  let name: String
  let start: [UInt8]
  let kind: String
  let advice: String

  init(_ name: String, _ start: [UInt8], _ kind: String, _ advice: String) {
    (self.name, self.start, self.kind, self.advice) = (name, start, kind, advice)
  }

  var testDescription: String { name }

  /// The header of a zip archive's first entry.
  private static func zip(_ entry: String) -> [UInt8] {
    [0x50, 0x4b, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(entry.utf8.count), 0, 0, 0]
      + Array(entry.utf8) + [UInt8](repeating: 7, count: 40)
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let all = [
    Foreign("x.pt", zip("archive/data.pkl"), "a PyTorch file", "torch.load(\"x.pt\""),
    Foreign("x.pth", zip("x/.format_version"), "a PyTorch file", "torch.load(\"x.pth\""),
    Foreign(
      "old.pt", [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20], "a PyTorch file",
      "torch.load"),
    Foreign("x.pkl", [0x80, 4, 0x95, 1, 2, 3], "a Python pickle", "pickle.load(open(\"x.pkl\""),
    Foreign("old.pkl", text("(dp0\nS'x'\n"), "a Python pickle", "pickle.load"),
    Foreign(
      "x.safetensors", [64, 0, 0, 0, 0, 0, 0, 0] + text("{\"features\":{\"dtype\""),
      "a safetensors file", "load_file(\"x.safetensors\")"),
    Foreign("x.mat", text("MATLAB 5.0 MAT-file, Platform"), "a MATLAB file", "scipy.io.loadmat"),
    Foreign(
      "new.mat", text("MATLAB 7.3 MAT-file, Platform"), "a MATLAB file of version 7.3",
      "h5py.File(\"new.mat\")"),
    Foreign(
      "x.h5", [0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0], "an HDF5 file", "h5py.File(\"x.h5\")"),
    Foreign(
      "shifted.h5", [UInt8](repeating: 0, count: 512) + [0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10],
      "an HDF5 file", "h5py.File"),
    Foreign("x.parquet", text("PAR1\u{15}\u{04}"), "a Parquet file", "read_parquet"),
    Foreign("x.feather", text("ARROW1\0\0"), "a Feather file", "read_feather"),
    Foreign("x.orc", text("ORC\u{08}"), "an ORC file", "read_orc"),
    Foreign("x.xlsx", zip("[Content_Types].xml"), "an Excel workbook", "read_excel(\"x.xlsx\")"),
    Foreign("y.xlsx", zip("xl/workbook.xml"), "an Excel workbook", "read_excel"),
    Foreign(
      "x.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "an Excel workbook", "read_excel"),
    Foreign("x.json", text("{\"features\": [[1, 2]]}"), "a JSON document", "json.load"),
    Foreign("rows.json", text(" [\n {\"a\": 1}]"), "a JSON document", "read_json"),
    Foreign("list.json", text("[[1, 2], [3, 4]]"), "a JSON document", "json.load"),
    Foreign("x.rds", text("RDX3\nX\n"), "an R data file", "pyreadr"),
    Foreign("x.db", text("SQLite format 3\0"), "a SQLite database", "sqlite3"),
    Foreign("x.zip", zip("features.txt"), "a zip archive", "unzip x.zip"),
    Foreign("x.tar", [UInt8](repeating: 65, count: 257) + text("ustar"), "a tar archive", "tar xf"),
    Foreign("x.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0], "an xz file", "unxz -k x.xz"),
    Foreign("x.zst", [0x28, 0xb5, 0x2f, 0xfd, 0], "a Zstandard file", "unzstd x.zst"),
    Foreign("x.png", [0x89] + text("PNG\r\n"), "a PNG picture", "lossviz inspect x.png"),
    Foreign("x.jpg", [0xff, 0xd8, 0xff, 0xe0], "a JPEG picture", "--data FOLDER, with a folder"),
    Foreign("x.csv", text("<!DOCTYPE html><html>"), "a web page", "fetch the file itself"),
    Foreign(
      "y.csv", text("version https://git-lfs.github.com/spec/v1"), "a pointer of Git LFS",
      "git lfs pull"),
    Foreign("z.csv", [0xff, 0xfe, 0x31, 0], "text in UTF-16", "encoding=\"utf-16\""),
  ]
}

struct ForeignFileTests {
  /// Every reader of numbers, as the command calls them.
  private enum Reader: String, CaseIterable {
    case features, labels, weights, pairs, table, samples

    func read(_ path: String, beside good: String) throws {
      switch self {
      case .features: _ = try FeatureRequest(path: path).read()
      case .labels: _ = try FeatureRequest(path: good, labels: path).read()
      case .weights: _ = try FeatureRequest(path: good, weights: path).read()
      case .pairs:
        var request = FeatureRequest(path: good)
        request.pairs = path
        _ = try request.read()
      case .table: _ = try LabelledTable.read(ByteStream(path: path))
      case .samples:
        var request = DataRequest()
        request.data = path
        request.labels = path.hasSuffix(".npy") ? path : nil
        _ = try request.load()
      }
    }
  }

  private func error(_ body: () throws -> Void) -> FileError? {
    do {
      try body()
      return nil
    } catch {
      return error as? FileError
    }
  }

  @Test(arguments: Foreign.all, Reader.allCases)
  private func aFileOfAnotherProgramIsNamedByItsFirstBytes(
    file: Foreign, reader: Reader
  ) throws {
    // Those two read such a file.
    if file.name == "x.safetensors", [.features, .samples].contains(reader) { return }
    let scratch = try Scratch()
    let good = try scratch.write("a,1,2\nb,2,1\na,1,3\nb,3,1\n", to: "good.csv")
    let path = try scratch.write(file.start, to: file.name)
    let found = try #require(error { try reader.read(path, beside: good) })
    #expect(found.description.contains("this is \(file.kind)"), "\(found)")
    let hint = found.hint.replacing(scratch.path + "/", with: "")
    #expect(hint.contains(file.advice), "\(hint)")
  }

  @Test func theEndingDoesNotMatter() throws {
    let scratch = try Scratch()
    for name in ["x.npy", "x.csv", "x.npz", "x", "x.tsv"] {
      let path = try scratch.write([0x80, 4, 0x95, 0, 0, 0], to: name)
      let found = try #require(error { _ = try FeatureRequest(path: path, labels: path).read() })
      #expect(found.description.contains("a Python pickle"), "\(found)")
    }
  }

  @Test func whatIsPackedIsNamedByWhatIsInIt() throws {
    let scratch = try Scratch()
    let path = try scratch.write(deflated([0x80, 4, 0x95, 0, 0, 0]), to: "x.pkl.gz")
    let found = try #require(error { _ = try FeatureRequest(path: path).read() })
    #expect(found.hint.hasPrefix("gunzip -k \(path) && python3 -c"))
    #expect(found.hint.contains("open(\"\(scratch.path)/x.pkl\""))
  }

  @Test func aNameIsQuotedForPythonAndForTheShell() {
    let hint = PythonConversion.pickle.hint(path: "it's \"x\".pkl")
    #expect(hint.contains("it'\\''s \\\"x\\\".pkl"))
  }

  @Test(arguments: [
    "1 2 3\n4 5 6\n", "[0.1 0.2]\n[0.3 0.4]\n", "a,1\n", "cat,1,2\n", "(a),1,2\n", "-1,2\n",
    "Parameters,1\n", "P,1,2\n", "BM,1,2\n", "X,1,2\n",
  ])
  func textIsLeftToTheReaderOfText(text: String) {
    #expect(FileKind.of(Array(text.utf8)) == nil)
  }

  @Test func readersOfDocumentsSayWhatTheyTake() throws {
    let scratch = try Scratch()
    let pickle = try scratch.write([0x80, 4, 0x95, 0, 0, 0], to: "x.pkl")
    let array = try scratch.write(
      numpyFile(Matrix(rows: 1, columns: 1, elements: [1])), to: "x.npy")
    for path in [pickle, array] {
      #expect(error { _ = try RunDocument(path: path) }?.hint.contains("--save-run") == true)
      #expect(error { _ = try GoldenFile(path: path) }?.hint.contains("--labels FILE") == true)
    }
    #expect(
      error { _ = try readFile(array, for: .configuration) }?.hint
        == "lossviz --print-config shows them; lossviz plot \(array) draws features")
    #expect(
      error { _ = try readFile(pickle, for: .picture(hint: "it is a .png")) }?.hint
        == "it is a .png")
  }

  @Test(arguments: [
    ("loss: cosface\nm: 0.2\n", "yaml.safe_load"), ("loss = \"cosface\"\n", "tomllib.load"),
    ("# options\n\nm: 1\n", "yaml.safe_load"), ("what\n", "json.tool"),
  ])
  func settingsInAnotherNotationAreConverted(text: String, advice: String) throws {
    let found = try #require(
      error { _ = try JSONValue(parsing: Array(text.utf8), path: "a.yaml") })
    #expect(found.description.contains("not JSON"))
    #expect(found.hint.contains(advice), "\(found.hint)")
  }

  @Test func aPeekGoesAsFarAsItIsAskedTo() throws {
    let stream = try ByteStream(RawBytes(Array("abcdef".utf8), name: "x"), for: nil)
    #expect(try stream.peek(2) == Array("ab".utf8))
    #expect(try stream.peek(4) == Array("abcd".utf8))
    #expect(try stream.peek(9) == Array("abcdef".utf8))
    #expect(try stream.rest(limit: 10) == Array("abcdef".utf8))
  }
}
