import LossLab
import LossPlot
import Testing

private func parsed(_ text: String) throws -> JSONValue {
  try JSONValue(parsing: Array(text.utf8), path: "a.json")
}

private func message(_ bytes: [UInt8]) -> String {
  do throws(FileError) {
    return "read as \(try JSONValue(parsing: bytes, path: "a.json"))"
  } catch {
    return error.hint.isEmpty ? "\(error)" : "\(error) | \(error.hint)"
  }
}

private func message(_ text: String) -> String { message(Array(text.utf8)) }

struct JSONParserTests {
  @Test func valuesAreRead() throws {
    #expect(try parsed(" null\n") == .null)
    #expect(
      try parsed("{\"a\": [1, -2.5e-3, true, false, null], \"b\": {}, \"c\": []}")
        == ["a": [1, -0.0025, true, false, .null], "b": .object([:]), "c": []])
    #expect(try parsed("0") == 0)
    #expect(try parsed("1e-999999") == 0)
    #expect(
      try parsed("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00類\"]")
        == ["\"\\/\u{8}\u{C}\n\r\tä😀類"])
  }

  @Test func numbersAreTheNearestDoubles() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<1000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(try parsed("\(value)") == .number(value))
    }
  }

  @Test(arguments: [
    "", " ", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "tru", "truth", "01",
    "+1", ".5", "1.", "1e", "-", "0x10", "'a'", "\"a", "\"a\n\"", "\"\\x\"", "\"\\u12g4\"",
    "\"\\ud800\"", "\"\\ude00\\ud83d\"", "[1] 2", "{\"a\":1}}", "[", "{", "// a\n1", "\u{A0}1",
  ])
  func whatIsNoJSONIsNamedByItsLine(text: String) {
    #expect(message("\n" + text).hasPrefix("'a.json', line "), "\(text)")
    #expect(message("\n" + text).contains("not JSON: "), "\(text)")
  }

  @Test(arguments: [
    ("{\"m\": 0.1,\n\"m\": 0.2}", "line 2: not JSON: the key 'm' is there twice"),
    ("[{\"a\": {\"b\": 1, \"\\u0062\": 2}}]", "the key 'b' is there twice"),
    ("[\n1e999999]", "line 2: not JSON: '1e999999' is larger than any number"),
    ("-1e309", "larger than any number"),
    (String(repeating: "9", count: 400), "'9999999999999999999999999999999999999999…' is larger"),
    ("[NaN]", "'NaN' is no number of JSON | leave it out"),
    ("[Infinity]", "'Infinity' is no number of JSON"), ("-Infinity", "'Infinity' is no number"),
    ("[nan]", "'nan' is no number of JSON"),
  ])
  func whatReadersDisagreeAboutIsRefusedWithItsName(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func theMarkOfUTF8IsNoPartOfTheText() throws {
    #expect(try parsed("\u{FEFF}{\"a\": 1}") == ["a": 1])
  }

  @Test func otherEncodingsAreNamed() {
    let text = "{\"a\": 1}"
    let units = Array(text.utf16)
    let little = units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let big = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      #expect(message(bytes).contains("the text is UTF-16 | save it as UTF-8: iconv -f UTF-16"))
    }
    let wide = text.utf8.flatMap { unit -> [UInt8] in [unit, 0, 0, 0] }
    #expect(
      message(wide).contains("UTF-32") && message([0, 0, 0xFE, 0xFF] + wide).contains("UTF-32"))
    #expect(message([34, 0xFF, 34]).contains("a text that is not UTF-8"))
    #expect(message([34, 0xC3, 34]).contains("a text that is not UTF-8"))
    #expect(message([34, 0xED, 0xA0, 0x80, 34]).contains("a text that is not UTF-8"))
  }

  @Test func depthHasALimitThatIsNamed() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
      let each = open.count == 1 || open.first == "{" ? 1 : 2
      _ = try parsed(nested(100 / each, open, close))
      #expect(message(nested(100 / each + 1, open, close)).contains("more than 100 deep"))
      #expect(message(nested(100_000, open, close)).contains("more than 100 deep"))
      #expect(message(String(repeating: open, count: 100_000)).contains("more than 100 deep"))
    }
  }

  /// Typed documents go through the same reader, wherever the depth is.
  @Test func everyDocumentHasTheSameLimit() {
    let deep = String(repeating: "{\"a\":", count: 500) + "1" + String(repeating: "}", count: 500)
    let golden = "{\"loss\": \"softmax\", \"cases\": [{\"params\": \(deep)}]}"
    #expect(throws: FileError.self) { try GoldenFile(parsing: Array(golden.utf8), path: "g") }
    let run = "{\"kind\": \"lossviz run\", \"schema\": 1, \"recipe\": \(deep)}"
    for text in [golden, run] { #expect(message(text).contains("more than 100 deep")) }
  }

  @Test func longListsAndManyKeysAreRead() throws {
    let count = 200_000
    let list = "[" + Array(repeating: "0.125", count: count).joined(separator: ",") + "]"
    #expect(try parsed(list) == .list(Array(repeating: 0.125, count: count)))
    let keys = "{" + (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    guard case .object(let members) = try parsed(keys) else {
      Issue.record("no object")
      return
    }
    #expect(members.count == count && members["k777"] == 777)
    #expect(try parsed(String(repeating: " ", count: 1_000_000) + "1") == 1)
  }
}

struct JSONPlaceTests {
  private struct Document: Decodable {
    var numbers: [Double]
    var holes: [[Double?]]?
    var count: Int
    var seed: UInt64
    var name: String?
    var flag: Bool
    var rest: JSONValue?
    var options: [String: JSONValue]?
  }

  private func read(_ text: String) throws(FileError) -> Document {
    try JSONValue(parsing: Array(text.utf8), path: "a.json").decoded(Document.self, path: "a.json")
  }

  @Test func partsAreMadeFromTheirValues() throws {
    let document = try read(
      #"{"numbers": [1, "inf", "-inf"], "holes": [[null, 2]], "count": 3, "seed": 9007199254740991,"#
        + #" "name": null, "flag": true, "rest": [{"a": 1}], "options": {"m": "x"}}"#)
    #expect(document.numbers == [1, .infinity, -.infinity])
    #expect(document.holes == [[nil, 2]])
    #expect(document.count == 3 && document.seed == 9_007_199_254_740_991 && document.flag)
    #expect(document.name == nil && document.rest == [["a": 1]])
    #expect(document.options == ["m": "x"])
  }

  @Test(arguments: [
    (#""numbers": [1, 2, "x"]"#, "numbers[2]: expected a number"),
    (#""numbers": [1, true]"#, "numbers[1]: expected a number"),
    (#""numbers": {}"#, "numbers: expected a list"),
    (#""holes": [[1], [null, "x"]]"#, "holes[1][1]: expected a number"),
    (#""count": 0.5"#, "count: expected a whole number"),
    (#""count": 1e300"#, "count: expected a whole number"),
    (#""count": "1""#, "count: expected a whole number"),
    (#""seed": -1"#, "seed: expected a whole number"),
    (#""flag": 1"#, "flag: expected true or false"),
    (#""flag": null"#, "flag: expected true or false"),
    (#""name": 3"#, "name: expected a text"),
    (#""options": 3"#, "options: expected an object"),
  ])
  func whatDoesNotFitIsNamedByItsKey(change: String, expected: String) {
    let key = change.split(separator: ":")[0]
    let parts = [#""numbers": []"#, #""count": 1"#, #""seed": 1"#, #""flag": true"#]
      .filter { !$0.hasPrefix(key) }
    do {
      _ = try read("{" + (parts + [change]).joined(separator: ", ") + "}")
      Issue.record("no error for \(change)")
    } catch {
      #expect("\(error)" == "'a.json', \(expected)")
    }
  }

  @Test func whatIsMissingIsNamed() {
    do {
      _ = try read("{}")
      Issue.record("no error")
    } catch {
      #expect("\(error)" == "'a.json': 'numbers' is missing")
    }
  }
}
