import LossLab
import LossPlot
import Testing

@testable import LossFiles

/// Tables as people have them, read without a word of how they are written.
struct TableDialectTests {
  private func table(
    _ text: String, labels: LabelledTable.LabelColumn = .automatic, gaps: Bool = true
  ) throws -> LabelledTable {
    let stream = try ByteStream(RawBytes(Array(text.utf8), name: "x.csv"))
    return try LabelledTable.read(stream, labels: labels, allowsGaps: gaps)
  }

  private func message(_ text: String, labels: LabelledTable.LabelColumn = .automatic) -> String {
    do {
      _ = try table(text, labels: labels)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func semicolonsGoWithDecimalCommas() throws {
    let table = try table("label;a;b\nx;-0,3;1,5\nx;-0,2;1,4\ny;2,0;0,1\n")
    #expect(table.values.elements == [-0.3, 1.5, -0.2, 1.4, 2, 0.1])
    #expect(table.labels?.names == ["x", "y"])
    #expect(try self.table("x\t1,5\t2\ny\t2,5\t3\n").values.elements == [1.5, 2, 2.5, 3])
  }

  @Test func commasDivideWhereTheyAreNoDecimals() throws {
    #expect(try table("x,0.5,1\ny,1.5,2\n").values.elements == [0.5, 1, 1.5, 2])
    #expect(message("x;1,234.5;2\ny;1;3\n").contains("'1,234.5' in column 2 is not a number"))
  }

  @Test func spacesDivideAsInTheFilesOfNumPy() throws {
    let text = "0.000e+00 1.5e+00 -2.0e+00\n1.000e+00 2.5e+00  3.0e+00\n"
    let table = try table(text)
    #expect(table.values.elements == [1.5, -2, 2.5, 3])
    #expect(table.labels?.indices == [0, 1])
    #expect(try self.table("  1  0.5 2\n 2  1.5  3 \n").values.elements == [0.5, 2, 1.5, 3])
  }

  @Test func barsDivideToo() throws {
    #expect(try table("a|1|2\nb|3|4\n").values.elements == [1, 2, 3, 4])
  }

  @Test(arguments: ["\r", "\r\n", "\n"])
  func linesEndInAnyWay(end: String) throws {
    let lines = ["label,a,b", "x,1,2", "y,3,4", "x,5,6"]
    for last in ["", end] {
      let table = try table(lines.joined(separator: end) + last)
      #expect(table.values.elements == [1, 2, 3, 4, 5, 6])
      #expect(table.labels?.indices == [0, 1, 0])
    }
  }

  @Test func aVectorMayStandInOneCell() throws {
    let quoted = try table("label,vector\nx,\"[0.1, 0.2, 0.3]\"\ny,\"[1, 2, 3]\"\n")
    #expect(quoted.values == Matrix(rows: 2, columns: 3, elements: [0.1, 0.2, 0.3, 1, 2, 3]))
    #expect(quoted.columnNames == ["vector[0]", "vector[1]", "vector[2]"])
    let printed = try table("label,v\nx,\"[0.1 0.2\n 0.3]\"\ny,\"[1. 2.\n 3.]\"\nx,[4 5 6]\n")
    #expect(printed.values.elements == [0.1, 0.2, 0.3, 1, 2, 3, 4, 5, 6])
    #expect(message("label,v\nx,[1 2]\ny,[1 2 3]\n").contains("line 3: expected 2 numbers"))
    #expect(
      message("label,v\nx,[1 2]\ny,[1 ... 3]\n").contains(
        "line 3: the vector in column 2 was shortened"))
  }

  @Test func theLabelMayStandAnywhere() throws {
    let text = "alcohol,ash,proline,variety\n1,2,700,v1\n1,3,800,v2\n2,2,900,v1\n"
    #expect(try table(text).labels?.names == ["v1", "v2"])
    #expect(try table(text).values.columns == 3)
    let numbered = "a,b,who\n0.5,1.5,1\n0.25,2,2\n1.5,3,1\n1,2,2\n"
    let table = try table(numbered)
    #expect(table.labels?.names == ["1", "2"])
    #expect(table.notes == [.labelColumn(number: 3, name: "who")])
    #expect(try self.table(text, labels: .number(4)).labels?.names == ["v1", "v2"])
  }

  @Test func ofSeveralTextsSomebodyMustChoose() throws {
    let text = "kind,island,a\nx,p,1\ny,q,2\nx,p,3\n"
    #expect(message(text).contains("2 columns of texts may be the labels: kind, island"))
    let table = try table(text, labels: .name("island"))
    #expect(table.labels?.names == ["p", "q"])
    #expect(table.notes == [.textColumns(["kind"])])
  }

  @Test func namesOfFilesAreNoLabels() throws {
    let table = try table("file,label,a,b\nx/1.jpg,k,1,2\nx/2.jpg,m,3,4\n")
    #expect(table.values.elements == [1, 2, 3, 4])
    #expect(table.sampleNames == ["x/1.jpg", "x/2.jpg"])
    let bare = try self.table("1.png,0,0.5,1\n2.png,1,1.5,2\n3.png,0,2.5,3\n4.png,1,0.5,1\n")
    #expect(bare.labels?.names == ["0", "1"])
    #expect(bare.values.columns == 2)
  }

  @Test func whatCountsTheRowsIsPassedOver() throws {
    let table = try table("Id,a,b,Species\n1,5.1,3,s\n2,4.9,3,v\n3,4.7,3,s\n")
    #expect(table.values.elements == [5.1, 3, 4.9, 3, 4.7, 3])
    #expect(try self.table(",a,label\n0,5,k\n1,6,m\n").values.elements == [5, 6])
  }

  @Test(arguments: ["", "NA", "n/a", "nan", "?", "NULL", "None"])
  func whatIsMissingIsAGap(word: String) throws {
    let values = try table("label,a,b\nx,1,2\ny,\(word),3\n").values
    #expect(values[1, 0].isNaN && values[1, 1] == 3)
  }

  @Test func aCommaAtTheEndOfEachLineIsNoColumn() throws {
    #expect(try table("x,1,2,\ny,3,4,\n").values.columns == 2)
  }

  @Test func aTextAmongNumbersIsAFaultOfItsLine() {
    #expect(message("label,a\nx,1\ny,2\nx,abc\n").contains("line 4: 'abc' in column 2"))
  }

  @Test func labelsMayStandBesideNamesOfFiles() throws {
    func labels(_ text: String) throws -> ClassLabels {
      try ClassLabels.read(ByteStream(RawBytes(Array(text.utf8), name: "y")))
    }
    let plain = try labels("a/1.jpg 0\na/2.jpg 1\n")
    #expect(plain.names == ["0", "1"] && plain.sampleNames == ["a/1.jpg", "a/2.jpg"])
    let headed = try labels("file,who\n1.jpg,anna\n2.jpg,bob\n")
    #expect(headed.names == ["anna", "bob"] && headed.sampleNames == ["1.jpg", "2.jpg"])
    #expect(try labels("Anna Karenina\nJohn Doe\n").names == ["Anna Karenina", "John Doe"])
  }
}
