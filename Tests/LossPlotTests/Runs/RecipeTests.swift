import LossPlot
import Testing

@testable import LossScene

private func recipe(_ json: String) throws -> Recipe {
  try Recipe(json: Array(json.utf8), name: "a.json")
}

/// A recipe with a file that is known by these.
private func file(
  name: String = "a", digest: String = String(repeating: "0", count: 64), shape: String = "[2]"
) -> String {
  "{\"files\": [{\"name\": \"\(name)\", \"sha256\": \"\(digest)\", \"shape\": \(shape)}]}"
}

struct RecipeTests {
  @Test func aFileIsKnownByItsDigest() throws {
    #expect(try recipe(file()).files[0].shape == [2])
  }

  @Test func aRecipeComesBackAsItWasWritten() throws {
    let written = Recipe(
      entries: [
        .init("anneal", .list([.number(1000), .number(1e-4)])), .init("bias", .flag(true)),
        .init("m", .number(0.1 + 0.2)), .init("title", .word("a \"b\"\\\n\u{1} θ")),
      ], files: [.init(name: "a.csv", sha256: SHA256.hex(of: [0]), shape: [3, 4])])
    #expect(try recipe(written.json()) == written)
    #expect(try recipe(written.json(indented: true)) == written)
    #expect(try recipe(written.document(version: "1")) == written)
    #expect(try Recipe(written.value, name: "a.json") == written)
  }

  @Test func wholeNumbersHaveNoPoint() {
    #expect(Recipe(entries: [.init("s", .number(16))]).json() == "{\"s\": 16}")
    #expect(numberText(-0.0) == "-0.0")
    #expect(numberText(1e300) == "1e+300")
  }

  @Test(arguments: [
    "", "[]", "3", "{\"m\": null}", "{\"m\": {}}", "{\"m\": [[1]]}", "{\"recipe\": 3}",
    "{\"m\": 1", "{\"files\": 3}", "{\"files\": [{\"name\": \"a\"}]}",
    file(shape: "[-1]"), file(shape: "[1e300]"), file(shape: "[0.5]"), file(shape: "[\"3\"]"),
    file(shape: "3"), file(shape: "[1,1,1,1,1,1,1,1,1]"), file(name: "../a"), file(name: ""),
    file(digest: "0"), file(digest: String(repeating: "g", count: 64)),
    file(digest: String(repeating: "0", count: 65)), "{\"files\": [3]}",
  ])
  func whatIsNoRecipeIsAnErrorThatNamesTheFile(json: String) {
    do {
      _ = try recipe(json)
      Issue.record("no error")
    } catch {
      #expect("\(error)".hasPrefix("'a.json'"))
    }
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: FileError.self) { try recipe("{\"m\": \(deep)") }
  }
}
