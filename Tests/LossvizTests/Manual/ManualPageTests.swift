import Testing

@testable import lossviz

struct ManualPageTests {
  @Test func thePageHasEveryCommandAndOption() {
    let outcome = Outcome("man")
    #expect(outcome.status == .success)
    for command in Command.all {
      #expect(outcome.output.contains("\n.TP\n\\fB\(command.name)"), "\(command.name)")
      for option in command.allOptions {
        #expect(outcome.output.contains(Roff.bold("--\(option.name)")), "--\(option.name)")
      }
    }
  }

  @Test func everyRequestIsOneThatThePageMeans() {
    let requests = [".TH ", ".SH ", ".SS ", ".TP", ".PP", ".br"]
    for line in ManualPage().text.split(separator: "\n") {
      #expect(!line.hasPrefix("'"), "\(line)")
      guard line.hasPrefix(".") else { continue }
      #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test func thePageIsASCII() {
    #expect(ManualPage().text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
  }

  @Test(arguments: [
    (".csv or .npy", "\\&.csv or .npy"),
    ("'quoted'", "\\(aqquoted\\(aq"),
    ("a\\b-c", "a\\eb\\-c"),
    ("π ≤ 𝜋", "\\[u03C0] \\[u2264] \\[u1D70B]"),
  ])
  func aTextBecomesNoRequest(text: String, expected: String) {
    #expect(Roff.lines(Roff.escaped(text)) == [expected])
  }

  @Test func aWordThatComesToTheFrontOfALineIsGuarded() {
    let text = String(repeating: "word ", count: 15) + ".npy files"
    #expect(Roff.lines(Roff.escaped(text)).last == "\\&.npy files")
  }
}
