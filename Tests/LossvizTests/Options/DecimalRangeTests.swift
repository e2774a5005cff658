import Testing

@testable import lossviz

struct DecimalRangeTests {
  private func values(_ text: String) throws -> [String] {
    let values = try SweepValues(text)
    return (0..<values.count).map { values[$0] }
  }

  @Test func bothEndsAreIn() throws {
    #expect(try values("0:0.5:0.1") == ["0", "0.1", "0.2", "0.3", "0.4", "0.5"])
  }

  @Test func aStepIsTakenInDecimalsNotInBinary() throws {
    #expect(try values("0.1:0.7:0.2") == ["0.1", "0.3", "0.5", "0.7"])
    #expect(try values("0:1:0.1").map { Double($0) }[3] == 0.3)
  }

  @Test func aRangeEndsBeforeAStepThatGoesTooFar() throws {
    #expect(try values("0:0.5:0.2") == ["0", "0.2", "0.4"])
  }

  @Test func rangesGoDownAndThroughZeroAndStandStill() throws {
    #expect(try values("1:-1:-1") == ["1", "0", "-1"])
    #expect(try values("-0.05:0.05:0.05") == ["-0.05", "0", "0.05"])
    #expect(try values("3:3:1") == ["3"])
  }

  @Test func degreesKeepTheirUnit() throws {
    #expect(try values("10deg:30deg:10deg") == ["10deg", "20deg", "30deg"])
  }

  @Test func listsAndRangesGoTogether() throws {
    #expect(try values("0, 0.1:0.2:0.05,1") == ["0", "0.1", "0.15", "0.2", "1"])
  }

  @Test func aMillionValuesAreCountedNotMade() throws {
    #expect(try SweepValues("0:1:0.000001").count == 1_000_001)
  }

  @Test(arguments: [
    "0.5:0:0.1", "0:0.5:-0.1", "0:0.5:0", "0:0.5", "0:1:2:3", ":::", "a:b:c", "0:1e3:1", "0,,1",
    "", "0:99999999999999999999:1", "0:1:0.0000000000000000001", "0:1deg:1", "0:∞:1", "0:1:.",
    "0:0.1:0.5",
  ])
  func whatIsNoRangeIsAnError(text: String) {
    #expect(throws: ValueProblem.self) { try SweepValues(text) }
  }
}
