import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

struct LabelledTableTests {
  private func table(
    _ text: String, labels: LabelledTable.LabelColumn = .automatic, finite: Bool = true
  ) throws -> LabelledTable {
    let stream = try ByteStream(RawBytes(Array(text.utf8), name: "x.csv"))
    return try LabelledTable.read(stream, labels: labels, allowsGaps: !finite)
  }

  private func message(_ text: String, labels: LabelledTable.LabelColumn = .automatic) -> String {
    do {
      _ = try table(text, labels: labels)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func theFirstColumnIsTheLabel() throws {
    let table = try table("1,0.5,-2\n0,1e3,4\r\n1,5,6")
    #expect(table.values == Matrix(rows: 3, columns: 2, elements: [0.5, -2, 1000, 4, 5, 6]))
    #expect(table.labels == ClassLabels(names: ["0", "1"], indices: [1, 0, 1]))
    #expect(table.columnNames == [])
    #expect(table.isTest == nil)
  }

  @Test func aHeaderNamesTheColumns() throws {
    let table = try table("x,Label,y\n1,anna,2\n3,bob,4\n")
    #expect(table.columnNames == ["x", "y"])
    #expect(table.labels == ClassLabels(names: ["anna", "bob"], indices: [0, 1]))
    #expect(table.values.elements == [1, 2, 3, 4])
  }

  @Test func aHeaderMayNameColumnsByNumbers() throws {
    #expect(try table("label,0,1\n3,8,9\n").values.elements == [8, 9])
  }

  @Test func aColumnSaysWhatIsTest() throws {
    let table = try table("split,label,x\ntrain,0,1\ntest,1,2\n")
    #expect(table.isTest == [false, true])
    #expect(table.values.elements == [1, 2])
  }

  @Test func tabsAndSemicolonsDivideToo() throws {
    #expect(try table("a\t1\t2\nb\t3\t4\n").values.elements == [1, 2, 3, 4])
    #expect(try table("a;1;2\nb;3;4\n").values.elements == [1, 2, 3, 4])
  }

  @Test func quotesHoldDelimitersAndQuotes() throws {
    let table = try table("\"Smith, J\",1\n\"a \"\"b\"\"\",2\n")
    #expect(table.labels?.names == ["Smith, J", "a \"b\""])
  }

  @Test func labelsAreSortedAsNumbersWhereTheyAre() throws {
    #expect(try table("10,1\n9,1\n1e0,1\n").labels?.names == ["1e0", "9", "10"])
    #expect(try table("10,1\n9,1\nb,1\n").labels?.names == ["10", "9", "b"])
  }

  @Test func theLabelColumnMayBeChosen() throws {
    #expect(try table("1,2,k\n3,4,m\n", labels: .number(3)).labels?.names == ["k", "m"])
    #expect(try table("1,2\n3,4\n", labels: .none).values.columns == 2)
    #expect(try table("x,who\n1,k\n", labels: .name("WHO")).labels?.names == ["k"])
    #expect(message("1,2\n", labels: .number(3)).contains("no column 3: there are 2"))
    #expect(message("x,y\n1,2\n", labels: .name("z")).contains("no column 'z'"))
  }

  @Test func commentsBlankLinesAndAByteOrderMarkAreSkipped() throws {
    #expect(try table("\u{FEFF}# made by x\n\n1,2\n\n3,4\n").values.elements == [2, 4])
  }

  @Test(arguments: [
    ("0,1,2\n1,2\n", "line 2: expected 3 columns, found 2"),
    ("0,1\n1,2,3\n", "line 2: expected 2 columns, found 3"),
    ("0,1,2\n0,abc,3\n", "line 2: 'abc' in column 2 is not a number"),
    ("0,1,2\n0,,3\n", "line 2: column 2 is empty"),
    ("0,1\n0,nan\n", "line 2: column 2 is not finite"),
    ("0,1\n0,1e999\n", "line 2: column 2 is not finite"), ("0,1\n\"a,1\n", "line 2: a quote"),
    ("0\n1\n", "line 1: no column of numbers"), ("", "holds no rows"), ("label,x\n", "no rows"),
    ("0,1\n0,0x10\n", "line 2: '0x10' in column 2"),
    ("0,1\n0,\u{0}\n", "line 2: holds a zero byte"),
    ("split,label,x\ntrane,0,1\n", "line 2: the column split"),
  ])
  func aFaultIsNamedByItsLine(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func nonFiniteNumbersAreReadWhereTheyMayBe() throws {
    let values = try table("0,nan,-inf\n", finite: false).values.elements
    #expect(values[0].isNaN && values[1] == -.infinity)
  }

  @Test func emptyCellsAndLabelsMayBeMissingWhereTheReaderLeavesRowsOut() throws {
    let table = try table("label,x,y\na,1,\n,2,3\nnan,4,5\na,6,7\n", finite: false)
    #expect(table.labels == ClassLabels(names: ["a"], indices: [0, -1, -1, 0]))
    #expect(table.values.elements[1].isNaN)
    #expect(message("label,x\na,1\n,2\n") == "'x.csv', line 3: the label is missing")
    #expect(message("label,x\na,\n").contains("line 2: column 2 is empty"))
  }

  @Test(arguments: ["label", "Class", "target", "identity", "Person", "name", "y"])
  func headersCallLabelsByManyNames(name: String) throws {
    let table = try table("a,\(name),b\n1,k,2\n3,m,4\n")
    #expect(table.labels?.names == ["k", "m"])
    #expect(table.values.elements == [1, 2, 3, 4])
  }

  @Test func besideAnXYIsACoordinate() throws {
    #expect(try table("who,x,y\nk,1,2\n").values.elements == [1, 2])
  }

  @Test func theRowNumbersOfPandasArePassedOver() throws {
    #expect(try table(",a,label\n0,5,k\n1,6,m\n").values.elements == [5, 6])
    #expect(try table(",a,b\n0,5,6\n1,7,8\n", labels: .none).values.elements == [5, 6, 7, 8])
    let named = try table("Unnamed: 0,a,b\n0,5,k\n", labels: .name("b"))
    #expect(named.values.elements == [5])
  }

  @Test func columnsCalledByTheirNumbersAreNoRow() throws {
    #expect(try table("0,1,2,3\n5,6,7,8\n", labels: .none).values.elements == [5, 6, 7, 8])
    #expect(try table("class,0,1,2,3\nk,5,6,7,8\n").labels?.names == ["k"])
    #expect(try table("person,1,3,2,4\nk,5,6,7,8\n").values.rows == 2)
  }

  @Test func fractionsAreNoLabelsUnlessSomebodySaysSo() throws {
    #expect(message("0.25,1,2\n").contains("line 1: no column of labels: the first holds 0.25"))
    #expect(message("a,b\n1.5,2\n").contains("line 2: no column of labels"))
    #expect(try table("a,label\n1,0.5\n").labels?.names == ["0.5"])
    #expect(try table("0.5,1\n", labels: .number(1)).labels?.names == ["0.5"])
  }

  @Test func aLongTableIsKeptInSinglePrecision() throws {
    let text = "a,0.1,2\nb,3,4\na,5,6\n"
    func numbers(above limit: Int) throws -> NumericMatrix {
      let stream = try ByteStream(RawBytes(Array(text.utf8), name: "x"))
      return try LabelledTable.read(
        stream, labels: .automatic, allowsGaps: true, narrowingAbove: limit
      ).numbers
    }
    let all = [0.1, 2, 3, 4, 5, 6]
    #expect(try numbers(above: 3) == .doubles(Matrix(rows: 3, columns: 2, elements: all)))
    #expect(
      try numbers(above: 2)
        == .floats(Matrix(rows: 3, columns: 2, elements: all.map { Float($0) })))
  }

  @Test func aPileGivesItsNumbersBackInOrder() {
    var pile = NumberPile<UInt64>()
    let part = Array(0..<UInt64(3_000_001))
    for _ in 0..<3 { pile.append(contentsOf: part) }
    pile.append(7)
    #expect(pile.count == 9_000_004)
    #expect(pile.take() == part + part + part + [7])
    #expect(pile.count == 0)
  }

  @Test func aBinaryFileIsNotATable() {
    let bytes = [UInt8](repeating: 200, count: (1 << 24) + 200_000)
    #expect(throws: FileError.self) {
      try LabelledTable.read(
        ByteStream(RawBytes(bytes, name: "x")), labels: .automatic, allowsGaps: false)
    }
  }

  @Test func numbersAreTheNearestDoubles() {
    for text in [
      "0", "-0", "1", "0.1", "-0.30000000000000004", "123456789012345678901234567890", "1e22",
      "1e23", "4.9e-324", "1.7976931348623157e308", "9007199254740993", ".5", "5.", "1E+2", "1e-23",
      "0.000000000000000000000000000001", "00012", "  7 ", "3.4028235e38",
    ] {
      let trimmed = text.filter { $0 != " " }
      let expected = Double(trimmed)
      #expect(decimalNumber(Array(text.utf8)[...])?.bitPattern == expected?.bitPattern, "\(text)")
    }
    for text in ["", " ", "-", ".", "e5", "1e", "1e+", "--1", "1..2", "1 2", "1,2", "0x1", "nano"] {
      #expect(decimalNumber(Array(text.utf8)[...]) == nil, "\(text)")
    }
  }

  @Test func printedDoublesComeBackToTheBit() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = Array("\(value)".utf8)
      #expect(decimalNumber(text[...])?.bitPattern == value.bitPattern)
      let short = (generator.uniform() * 1e6).rounded() / 1e6
      #expect(decimalNumber(Array("\(short)".utf8)[...]) == short)
    }
  }
}
