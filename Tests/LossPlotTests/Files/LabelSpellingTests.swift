import LossLab
import LossPlot
import Testing

@testable import LossFiles

struct LabelSpellingTests {
  private func text(_ lines: [String]) throws -> ClassLabels {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return try ClassLabels.read(ByteStream(RawBytes(bytes, name: "y.txt")))
  }

  private func table(_ lines: [String]) throws -> ClassLabels? {
    let rows = lines.map { "\($0),1,2\n" }.joined()
    return try LabelledTable.read(
      ByteStream(RawBytes(Array(("label,x,y\n" + rows).utf8), name: "t.csv")),
      labels: .automatic, allowsGaps: false
    ).labels
  }

  /// As NumPy has texts: four bytes a character, or one.
  private func array(_ lines: [String], type: Character) throws -> ClassLabels {
    let width = lines.map { $0.utf8.count }.max() ?? 1
    let bytes = lines.flatMap { line in
      (Array(line.utf8) + Array(repeating: 0, count: width - line.utf8.count)).flatMap {
        type == "U" ? [$0, 0, 0, 0] : [$0]
      }
    }
    let file = npy("\(type == "U" ? "<" : "|")\(type)\(width)", "(\(lines.count),)", bytes)
    return try ClassLabels.read(ByteStream(RawBytes(file, name: "y.npy")))
  }

  @Test(arguments: [
    ["10", "10", "010", "010", "10.0", "10.0"], ["1", "01", "+1", "1e0", "1."],
    ["-0", "0", "0.0"], ["1e1", "10"], [" a", "b ", "a"], ["0x10", "16"],
    ["12345678901234567890", "12345678901234567891"],
  ])
  func allReadersAgreeOnNames(lines: [String]) throws {
    let wanted = try array(lines, type: "U")
    #expect(try text(lines) == wanted)
    #expect(try table(lines) == wanted)
    #expect(try array(lines, type: "S") == wanted)
    let trimmed = lines.map { $0.filter { $0 != " " } }
    #expect(Set(wanted.names) == Set(trimmed))
    #expect(wanted.indices.map { wanted.names[$0] } == trimmed)
  }

  @Test func numbersStandByValueInWhateverSpelling() throws {
    #expect(try text(["10", "2", "1.5", "010", "-3"]).names == ["-3", "1.5", "2", "010", "10"])
    #expect(
      try text(["12345678901234568", "12345678901234567"]).names
        == ["12345678901234567", "12345678901234568"])
    #expect(try text(["c10", "c2"]).names == ["c10", "c2"])
  }

  @Test func whatIsToldApartAsTextIsSaid() throws {
    let found = LabelSpelling(["010", "10", "10.0", "1e1", "11", "a", "2", "2.0"])
    #expect(found.groups == [["010", "10", "10.0", "1e1"], ["2", "2.0"]])
    let warning = try #require(found.notice).words.en
    #expect(warning.contains("'010', '10', '10.0' and '1e1' are told apart"))
    #expect(warning.contains("1 more number"))
    #expect(warning.contains("astype"))
    #expect(LabelSpelling(["1", "2", "10", "b"]).notice == nil)
    #expect(LabelSpelling(["12345678901234567890", "12345678901234567891"]).notice == nil)
  }

  @Test(arguments: [
    ("007", "7"), ("-0.0", "0"), ("+1", "1"), ("1.50", "1.5"), (".5", "0.5"), ("1e2", "100"),
    ("-012.0", "-12"),
  ])
  func aNumberHasOnePlainSpelling(name: String, plain: String) {
    #expect(LabelSpelling.plainNumber(name) == plain)
  }

  /// Two names of another encoding must not become one.
  @Test func bytesThatAreNotUTF8StayApart() throws {
    let bytes = Array("M".utf8) + [0xFC] + Array("ller\nM".utf8) + [0xF6] + Array("ller\n".utf8)
    let labels = try ClassLabels.read(ByteStream(RawBytes(bytes, name: "y.txt")))
    #expect(labels.names == ["Möller", "Müller"])
  }

  @Test func anArrayOfNumbersHasPlainNames() throws {
    let whole = [Float(10), 2, 10].flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
    let labels = try ClassLabels.read(
      ByteStream(RawBytes(npy("<f4", "(3, 1)", whole), name: "y.npy")))
    #expect(labels == ClassLabels(names: ["2", "10"], indices: [1, 0, 1]))
    let part = withUnsafeBytes(of: Float(0.1).bitPattern.littleEndian) { Array($0) }
    #expect(
      try ClassLabels.read(ByteStream(RawBytes(npy("<f4", "(1,)", part), name: "y.npy"))).names
        == ["0.1"])
    #expect(
      try ClassLabels.read(ByteStream(RawBytes(npy("|b1", "(2,)", [1, 0]), name: "y.npy"))).names
        == ["0", "1"])
  }

  // MARK: Arrays that are no labels

  private func hint(_ file: [UInt8], named name: String = "y.npy") -> String {
    do {
      _ = try ClassLabels.read(ByteStream(RawBytes(file, name: name)))
      return ""
    } catch {
      return error.hint
    }
  }

  private func floats(_ numbers: [Double]) -> [UInt8] {
    numbers.flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
  }

  @Test func labelsOfAnotherTypeAreToldWhatToType() {
    let objects = hint(npy("|O", "(2,)", [0x80, 4]), named: "my y.npy")
    #expect(objects.hasPrefix("python3 -c '"))
    #expect(objects.contains("numpy.load(\"my y.npy\", allow_pickle=True).astype(str)"))
    #expect(objects.hasSuffix("writes my y-text.npy"))
    #expect(hint(npy("<M8[D]", "(2,)", [])).contains("astype(str)"))
    #expect(hint(npy("<c8", "(2,)", [])).contains("astype(str)"))
    #expect(!hint(npy("|O", "(2,)", [])).contains("float32"))
  }

  @Test func oneHotLabelsAreToldFromFeatures() {
    #expect(hint(npy("<f8", "(2, 2)", floats([0, 1, 1, 0]))).contains(".argmax(1)"))
    #expect(hint(npy("|b1", "(2, 2)", [0, 1, 1, 0])).contains(".argmax(1)"))
    #expect(hint(npy("<f8", "(2, 2)", floats([0.25, 0.75, 0.5, 0.5]))).contains(".argmax(1)"))
    let features = hint(npy("<f8", "(2, 2)", floats([-3, 1, 1, 0])))
    #expect(!features.contains("argmax"))
    #expect(features.contains("features"))
    #expect(hint(Array("0,1,0\n1,0,0\n".utf8)).contains("argmax(1)"))
    #expect(!hint(Array("0,1,7\n1,0,0\n".utf8)).contains("argmax"))
  }

  @Test func featuresThatAreObjectsHaveAHintOfTheirOwn() {
    do {
      _ = try NumpyArray.read(ByteStream(RawBytes(npy("|O", "(2, 2)", []), name: "x.npy")))
      Issue.record("read")
    } catch {
      #expect(error.hint.contains(".tolist(), \"float32\")"))
      #expect(!error.hint.contains("astype(str)"))
    }
  }
}
