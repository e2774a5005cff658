import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// What `plot` is given, and what its message must say.
private struct BadFeatures: CustomTestStringConvertible {
  let testDescription: String
  let words: [String]
  let names: [String]

  init(_ what: String, _ words: String, names: String...) {
    testDescription = what
    self.words = words.split(separator: " ").map(String.init)
    self.names = names
  }

  static let all = [
    BadFeatures("no such file", "none.npy", names: "none.npy", "no such file"),
    BadFeatures("a folder", "folder", names: "folder", "it is a folder"),
    BadFeatures("an empty array", "empty.npy --labels y.txt", names: "empty.npy", "holds no rows"),
    BadFeatures("an empty table", "empty.csv", names: "empty.csv", "holds no rows"),
    BadFeatures("an empty archive", "empty.npz", names: "empty.npz", "holds no rows"),
    BadFeatures("a header alone", "header.csv", names: "header.csv", "holds no rows"),
    BadFeatures("ragged rows", "ragged.csv", names: "line 3: expected 7 columns, found 6"),
    BadFeatures("words among numbers", "words.csv", names: "of one class"),
    BadFeatures("no column of labels", "numbers.csv", names: "line 2: no column of labels"),
    BadFeatures("rows that are counted", "counted.csv", names: "no column of labels"),
    BadFeatures("another column", "good.csv --labels who", names: "no column 'who'"),
    BadFeatures("a column too far", "good.csv --labels 9", names: "no column 9: there are 7"),
    BadFeatures("one label too many", "x.npy --labels head.txt", names: "13 labels for 12 rows"),
    BadFeatures("no labels in the file", "x.npy --labels empty.csv", names: "holds no labels"),
    BadFeatures("labels in two columns", "x.npy --labels two.txt", names: "found 2 columns"),
    BadFeatures("labels of two dimensions", "x.npy --labels x.npy", names: "12 × 6", "one label"),
    BadFeatures("one dimension", "flat.npy --labels y.txt", names: "shape 12"),
    BadFeatures("one number a row", "narrow.npy --labels y.txt", names: "two dimensions"),
    BadFeatures("no rows", "none-at-all.npy --labels y.txt", names: "an array of shape 0 × 6"),
    BadFeatures("texts", "texts.npy --labels y.txt", names: "texts", "--labels"),
    BadFeatures("complex numbers", "complex.npy --labels y.txt", names: "'<c8'", "float32"),
    BadFeatures("records", "records.npy --labels y.txt", names: "an array of records"),
    BadFeatures("Python objects", "objects.npy --labels y.txt", names: "only Python may open"),
    BadFeatures("labels as objects", "x.npy --labels objects.npy", names: "only Python may open"),
    BadFeatures("10 GB in 1 KB", "lying.npy --labels y.txt", names: "lying.npy", "cut short"),
    BadFeatures("more than it says", "long.npy --labels y.txt", names: "more bytes follow"),
    BadFeatures("an array cut short", "short.npy --labels y.txt", names: "short.npy", "ends 100"),
    BadFeatures("gzip cut short", "short.npy.gz --labels y.txt", names: "short.npy.gz", "gzip"),
    BadFeatures("gzip that is none", "wrong.npy.gz --labels y.txt", names: "wrong.npy.gz", "gzip"),
    BadFeatures("an archive cut short", "short.npz", names: "short.npz", "not a zip archive"),
    BadFeatures("a damaged archive", "damaged.npz", names: "damaged.npz", "checksum"),
    BadFeatures("an archive of other things", "other.npz", names: "which array", "speed"),
    BadFeatures("an archive of no arrays", "texts.npz", names: "this is a zip archive"),
    BadFeatures("an archive of features alone", "alone.npz", names: "which array"),
    BadFeatures("one class", "x.npy --labels same.txt", names: "all samples are of one class"),
    BadFeatures("NaN in each row", "nan.npy --labels y.txt", names: "no sample is left"),
    BadFeatures("no label but one class's", "x.npy --labels nan.txt", names: "of one class"),
    BadFeatures("weights of others", "x.npy --labels y.txt --weights flat.npy", names: "12 × 1"),
    BadFeatures("weights with NaN", "x.npy --labels y.txt --weights nan3.npy", names: "not finite"),
    BadFeatures("pairs of others", "x.npy --labels y.txt --pairs pairs.txt", names: "class 'd'"),
    BadFeatures("a page that is no folder", "good.csv -o x.npy/p.png", names: "x.npy"),
  ]
}

struct PlotBadInputTests {
  let folder: TemporaryFolder
  private let good = FeatureFiles()

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "folder"), withIntermediateDirectories: true)
    try writeTables()
    try writeArrays()
    try writeArchives()
  }

  private func writeTables() throws {
    var ragged = good.lines
    ragged[2] = String(ragged[2].prefix { $0 != "," }) + ",1,2,3,4,5"
    let header = "label,a,b,c,d,e,f\n"
    let values = good.lines.map { $0.drop { $0 != "," }.dropFirst() }
    let counted = values.enumerated().map { "\($0.offset),\($0.element)" }
    let names = good.labels.joined(separator: "\n")
    try write("good.csv", good.table)
    try write("empty.csv", "")
    try write("header.csv", header)
    try write("ragged.csv", ragged.joined(separator: "\n"))
    try write("words.csv", header + "a,1,x,3,4,5,6\n")
    try write("numbers.csv", "a,b,c,d,e,f\n" + values.joined(separator: "\n"))
    try write("counted.csv", ",a,b,c,d,e,f\n" + counted.joined(separator: "\n"))
    try write("y.txt", names)
    try write("head.txt", "who\n" + names)
    try write("two.txt", "1,2\n3,4\n")
    try write("same.txt", String(repeating: "a\n", count: 12))
    try write("nan.txt", "a\na\na\na\na\na\n" + String(repeating: "nan\n", count: 6))
    try write("pairs.txt", "d 1 2\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  private func writeArrays() throws {
    let array = numpyFile(good.matrix)
    let nan = Matrix<Double>(rows: 12, columns: 6, repeating: .nan)
    // 10 GB by its word.
    let lying = "{'descr': '<f4', 'fortran_order': False, 'shape': (5000000, 512), }"
    let none = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 6), }"
    let records = "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (12,), }"
    let objects = "{'descr': '|O', 'fortran_order': False, 'shape': (12,), }"
    let narrow = Matrix<Double>(rows: 12, columns: 1, repeating: 1)
    try write("x.npy", array)
    try write("short.npy", array.dropLast(100))
    try write("long.npy", array + [0])
    try write("empty.npy", [])
    try write("empty.npz", [])
    try write("narrow.npy", numpyFile(narrow))
    try write("flat.npy", flat("<f8", size: 8))
    try write("complex.npy", flat("<c8", size: 8))
    try write("texts.npy", flat("<U2", size: 8))
    try write("nan.npy", numpyFile(nan))
    try write("nan3.npy", numpyFile(Matrix<Double>(rows: 3, columns: 6, repeating: .nan)))
    try write("none-at-all.npy", numpyBytes(none))
    try write("lying.npy", numpyBytes(lying, [UInt8](repeating: 1, count: 900)))
    try write("objects.npy", numpyBytes(objects, [0x80, 4, 0x95, 0x2e]))
    try write("records.npy", numpyBytes(records))
    try write("short.npy.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1])
    try write("wrong.npy.gz", [0x1f, 0x8b] + array)
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    _ = try folder.file(name, bytes)
  }

  private func flat(_ type: String, size: Int) -> [UInt8] {
    numpyBytes(
      "{'descr': '\(type)', 'fortran_order': False, 'shape': (12,), }",
      [UInt8](repeating: 0, count: 12 * size))
  }

  private func writeArchives() throws {
    var damaged = good.archive
    damaged[300] ^= 1
    let array = numpyFile(good.matrix)
    try write("short.npz", good.archive.dropLast(30))
    try write("damaged.npz", damaged)
    try write("other.npz", storedArchive([("speed.npy", array)]))
    try write("texts.npz", storedArchive([("readme.txt", Array("x".utf8))]))
    try write("alone.npz", storedArchive([("features.npy", array)]))
  }

  @Test(arguments: BadFeatures.all)
  private func badFeaturesEndWithOneMessageAndNoFile(input: BadFeatures) throws {
    let before = try folder.contents
    let output = input.words.contains("-o") ? [] : ["-o", "page.png"]
    let tables = ["--export-csv", "a.csv", "--export-markdown", "a.md", "--json"]
    let result = try BuiltProgram(["plot"] + input.words + output + tables, in: folder).run()
    #expect(result.status == 1 && !result.isSignal, "\(result.messages)")
    let lines = result.messages.split(separator: "\n").filter { !$0.contains(": warning: ") }
    #expect(lines.first?.hasPrefix("lossviz: error: ") == true && lines.count <= 2)
    for name in input.names { #expect(result.messages.contains(name), "\(result.messages)") }
    #expect(result.output.isEmpty)
    #expect(try folder.contents == before)
  }

  @Test func aFileThatMayNotBeReadIsSaid() throws {
    let path = folder.path("x.npy")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // An administrator may read everything.
    guard !FileManager.default.isReadableFile(atPath: path) else { return }
    let result = try BuiltProgram(["plot", "x.npy", "--labels", "y.txt"], in: folder).run()
    #expect(result.status == 1)
    #expect(result.messages.contains("permission denied"))
  }

  @Test(arguments: [
    "\"$0\" \"$@\" - < good.npz", "cat good.npz | \"$0\" \"$@\" -",
    "(head -c 3 > /dev/null; exec \"$0\" \"$@\" -) < moved.npz", "\"$0\" \"$@\" - < good.csv",
    "cat good.csv | \"$0\" \"$@\" -", "\"$0\" \"$@\" - --labels y.txt < x.npy",
    "cat x.npy | \"$0\" \"$@\" - --labels y.txt", "\"$0\" \"$@\" x.npy --labels - < y.txt",
  ])
  func standardInputMayBeAFileOrAPipe(script: String) throws {
    _ = try folder.file("good.npz", good.archive)
    _ = try folder.file("moved.npz", [1, 2, 3] + good.archive)
    let words = ["plot", "--json", "-o", "p.svg"]
    let result = try BuiltProgram(words, script: script, in: folder).run()
    #expect(result.status == 0, "\(result.messages)")
    let hasPairs = String(decoding: result.output, as: UTF8.self).contains("{\"count\":18,")
    #expect(hasPairs)
  }

  @Test func standardInputIsGivenOnce() throws {
    let result = try BuiltProgram(["plot", "-", "--labels", "-"], in: folder).run()
    #expect(result.status == 2)
    #expect(result.messages.contains("'-' can be read once only"))
  }
}
