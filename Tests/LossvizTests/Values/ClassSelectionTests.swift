import LossLab
import Testing

@testable import lossviz

struct ClassSelectionTests {
  @Test func aNumberOrNamesAreRead() throws {
    #expect(try ClassSelection(parsing: "6") == .first(6))
    #expect(try ClassSelection(parsing: "0, 3 ,anna") == .named(["0", "3", "anna"]))
  }

  @Test(arguments: ["1", "0", "-3", "", "a", "1,1", "1,,2", "2.5"])
  func anythingElseIsOutOfRange(text: String) {
    #expect(throws: ValueProblem.self) { try ClassSelection(parsing: text) }
  }
}
