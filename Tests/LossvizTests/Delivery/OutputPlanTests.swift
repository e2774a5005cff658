import Testing

@testable import lossviz

private func plan(_ files: [String], _ change: (inout DeliveryOptions) -> Void = { _ in }) throws
  -> OutputPlan
{
  var wanted = DeliveryOptions(GivenValues())
  wanted.output.files = files
  change(&wanted)
  return try OutputPlan(wanted, name: "name")
}

struct OutputPlanTests {
  @Test func withoutOutputAPNGGoesIntoTheFolderForOutputs() throws {
    #expect(try plan([]).paths == ["output/name.png"])
    #expect(try plan([]) { $0.output.format = .still(.svg) }.paths == ["output/name.svg"])
  }

  @Test func theEndingDecidesTheFormat() throws {
    let pictures = try plan(["a.PDF", "b.c/d.svg", "-"]).pictures
    #expect(pictures.map(\.format.still) == [.pdf, .svg, .png])
  }

  @Test func theFormatIsForPathsWithoutAKnownEnding() throws {
    let pictures = try plan(["a", "b.svg", "c.x", "-"]) { $0.output.format = .still(.pdf) }.pictures
    #expect(pictures.map(\.format.still) == [.pdf, .svg, .pdf, .pdf])
  }

  @Test func bothThemesMakeAPairForEachPath() throws {
    let pictures = try plan(["a/b.c.svg"]) { $0.picture.theme = .both }.pictures
    #expect(pictures.map(\.path) == ["a/b.c.svg", "a/b.c-dark.svg"])
    #expect(pictures.map(\.isDark) == [false, true])
  }

  @Test(arguments: [["a"], ["a.jpeg"], [".png"], ["a.png/"], ["a.png", "a.png"], ["-", "-"]])
  func whatCannotBeWrittenIsMisuse(files: [String]) {
    #expect(throws: UsageError.self) { try plan(files) }
  }

  @Test func standardOutputTakesOneThing() {
    #expect(throws: UsageError.self) { try plan(["-"]) { $0.output.isJSON = true } }
    #expect(throws: UsageError.self) { try plan(["-"]) { $0.picture.theme = .both } }
    #expect(throws: UsageError.self) { try plan(["-"]) { $0.output.saveRun = "-" } }
  }

  @Test func aTableNeedsAnEndingThatSaysHow() {
    #expect(throws: UsageError.self) { try plan([]) { $0.output.exportFeatures = "a.txt" } }
    #expect(throws: Never.self) { try plan([]) { $0.output.exportWeights = "a.npy" } }
  }
}
