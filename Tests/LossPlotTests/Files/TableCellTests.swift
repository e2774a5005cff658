import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

struct TableCellTests {
  private static let formulas = [
    "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x\",\"y\")",
    "-inf", "+", "-", "=1", "@x", "--1", "-0x1F", "- 1", "\r=1", "-1,5",
  ]

  @Test(arguments: formulas)
  func whatBeginsAFormulaIsMadeText(text: String) {
    let cell = tableCell(text)
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
  }

  @Test(arguments: [
    "-1", "-1.5e-08", "+7", "0", "3.25", "-0.0", "a=b", "1-2", "'", "'a", "", " =1",
  ])
  func numbersAndOtherWordsAreUntouched(text: String) {
    #expect(tableCell(text) == text)
  }

  @Test func quotingIsThatOfCommaTables() {
    #expect(tableCell("a\"b") == "\"a\"\"b\"")
    #expect(tableCell("=\"a\",b") == "\"'=\"\"a\"\",b\"")
    #expect(tableCell("a\nb") == "\"a b\"")
    #expect(tableCell("a\r\nb") == "\"a  b\"")
    #expect(tableCell("a;b") == "\"a;b\"")
    #expect(tableCell("a\0b") == "\"a\u{FFFD}b\"")
  }

  /// Of what is exported, features and weights alike.
  @Test(arguments: [
    ["=1+1", "+x", "-y"], ["@z", "=2", "'=1"], ["''=1", "-\"q\",r", "=1"], ["-1", "'a", "-b"],
  ])
  func namesComeBackAsTheyWere(names: [String]) throws {
    let run = smallRun().renamed(names)
    let scratch = try Scratch()
    let features = try ExportedFeatures.read(
      ByteStream(path: scratch.write(FeatureFile.csv.features(of: run), to: "f.csv")))
    #expect(features.labels?.names.sorted() == names.sorted())
    let weights = try NamedWeights(
      path: scratch.write(FeatureFile.csv.weights(of: run), to: "w.csv"))
    #expect(weights.names == names)
    let labels = try ClassLabels.read(
      scratch.write(FeatureFile.csv.weights(of: run), to: "l.csv"))
    #expect(labels.names.sorted() == names.sorted())
  }

  @Test func onlyAMarkBeforeASignIsDroppedOnReading() throws {
    let scratch = try Scratch()
    func read(_ name: String) throws -> [String]? {
      let path = try scratch.write(Array("label,x\n\(name),1\n".utf8), to: "a.csv")
      return try LabelledTable.read(ByteStream(path: path)).labels?.names
    }
    #expect(try read("'=a") == ["=a"])
    #expect(try read("'a") == ["'a"])
    #expect(try read("'1") == ["'1"])
    #expect(try read("'") == ["'"])
  }

  @Test func aCellOfMarkdownEndsNoCellAndBeginsNoTag() {
    #expect("a|b".markdownCell == "a\\|b")
    #expect("a\\|b".markdownCell == "a\\\\\\|b")
    #expect("<img src=x>".markdownCell == "&lt;img src=x>")
    #expect("a\r\nb\u{2028}c".markdownCell == "a  b c")
  }
}

extension Run {
  fileprivate func renamed(_ names: [String]) -> Run {
    var run = self
    run.facts.classNames = names
    return run
  }
}
