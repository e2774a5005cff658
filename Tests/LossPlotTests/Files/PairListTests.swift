import LossLab
import LossPlot
import Testing

@testable import LossFiles

/// Lists of pairs as people have them; five samples of two classes.
struct PairListTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func list(_ text: String, names: [String]? = nil) throws -> PairList {
    try PairList(
      path: try scratch.write(text, to: "pairs.txt"), labels: [0, 0, 0, 1, 1],
      classNames: ["anna", "bob"], places: Array(0..<5), sampleNames: names)
  }

  private func message(_ text: String, names: [String]? = nil) -> String {
    do {
      _ = try list(text, names: names)
      return ""
    } catch {
      return "\(error)"
    }
  }

  private func rows(_ list: PairList) -> [[Int]] { list.pairs.map { [$0.first, $0.second] } }

  private let names = ["anna/1.jpg", "anna/2.jpg", "anna/3.jpg", "bob/1.jpg", "bob/2.jpg"]

  @Test func namesAndNumbersAreThoseOfLFW() throws {
    let list = try list("1 1\nanna 1 3\nanna\t2\tbob\t1\n".replacing("\t", with: " "))
    #expect(rows(list) == [[0, 2], [1, 3]])
    #expect(list.pairs.map(\.isPositive) == [true, false])
  }

  @Test(arguments: [" ", "\t", ",", ";"])
  func twoRowsAndAVerdict(delimiter: String) throws {
    let text = "0 1 1\n0 3 0\n3 4 1\n".replacing(" ", with: delimiter)
    let list = try list(text)
    #expect(rows(list) == [[0, 1], [0, 3], [3, 4]])
    #expect(list.pairs.map(\.isPositive) == [true, false, true])
    #expect(list.contradictions == 0)
  }

  @Test func theVerdictOfTheListCounts() throws {
    let list = try list("0 1 0\n0 3 0\n")
    #expect(list.pairs.map(\.isPositive) == [false, false])
    #expect(list.contradictions == 1)
  }

  @Test func twoRowsAreJudgedByTheirLabels() throws {
    let list = try list("0 1\n0 3\n3 4\n")
    #expect(list.pairs.map(\.isPositive) == [true, false, true])
  }

  @Test func aHeaderIsPassedOver() throws {
    #expect(rows(try list("first,second,same\n0,1,1\n0,3,0\n")) == [[0, 1], [0, 3]])
    #expect(rows(try list("a,b\n0,1\n0,3\n")) == [[0, 1], [0, 3]])
  }

  @Test func samplesAreNamedByTheirFiles() throws {
    let full = try list(
      "/data/anna/1.jpg /data/anna/3.jpg 1\nanna/2.jpg bob/2.jpg 0\n", names: names)
    #expect(rows(full) == [[0, 2], [1, 4]])
    let bare = try list(
      "a.png b.png same\na.png c.png different\n", names: ["a", "b", "c", "d", "e"])
    #expect(bare.pairs.map(\.isPositive) == [true, false])
  }

  @Test func whatIsWrongIsNamedByItsLine() {
    #expect(message("0 1 1\n0 9 0\n").contains("line 2: no row 9: there are 5"))
    #expect(message("a.jpg b.jpg 0\n").contains("line 1: 'a.jpg' is the name of a sample"))
    #expect(message("x.jpg anna/1.jpg 0\n", names: names).contains("no sample is called 'x.jpg'"))
    // Two samples are called 1.jpg, so that the folder is needed.
    #expect(message("1.jpg anna/2.jpg 0\n", names: names).contains("no sample is called '1.jpg'"))
    #expect(message("0 1 1\n0 3\n").contains("line 1"))
    #expect(message("anna 1 9\n").contains("no sample 9 of 'anna': it has 3"))
  }
}
