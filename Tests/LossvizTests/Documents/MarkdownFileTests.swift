import Testing

@testable import lossviz

struct MarkdownFileTests {
  private func file(_ text: String) -> MarkdownFile {
    MarkdownFile(path: "a.md", bytes: Array(text.utf8))
  }

  @Test func aBlockIsWhatStandsBetweenItsMarkers() {
    let read = file("# A\n\n  <!-- lossviz: --m 0.2 -o a.svg -->\nold\n  <!-- /lossviz -->\nend")
    #expect(read.faults.isEmpty)
    #expect(read.blocks.map(\.line) == [3])
    #expect(read.blocks[0].options.trimmed == "--m 0.2 -o a.svg")
    #expect(read.text(of: read.blocks[0]) == "old\n")
    #expect(read.blocks[0].indent == "  ")
  }

  @Test func theRestOfTheFileStaysToTheByte() {
    for text in [
      "\u{FEFF}a\r\n<!-- lossviz: x -->\r\n<!-- /lossviz -->\r\nä类",
      "<!-- lossviz: x -->\n\n\n<!-- /lossviz -->",
    ] {
      let read = file(text)
      #expect(read.blocks.count == 1)
      let new = read.replacing([(read.blocks[0], "new" + read.blocks[0].lineEnd)])
      let end = text.contains("\r") ? "\r\n" : "\n"
      let parts = (text.firstRange(of: "-->\(end)"), text.firstRange(of: "<!-- /lossviz"))
      guard let start = parts.0?.upperBound, let stop = parts.1?.lowerBound else { continue }
      #expect(String(decoding: new, as: UTF8.self) == text[..<start] + "new\(end)" + text[stop...])
    }
  }

  @Test func aByteOrderMarkHidesNoMarker() {
    let read = file("\u{FEFF}<!-- lossviz: x -->\r\nold\r\n<!-- /lossviz -->\r\n")
    #expect(read.faults.isEmpty && read.blocks.map(\.line) == [1])
    #expect(
      read.replacing([(read.blocks[0], "new\r\n")])
        == Array("\u{FEFF}<!-- lossviz: x -->\r\nnew\r\n<!-- /lossviz -->\r\n".utf8))
    #expect(file("\u{FEFF}```\n<!-- lossviz: x -->\n```\n").blocks.isEmpty)
  }

  /// Each of them took a minute while a line was joined to all before it.
  @Test func longMarkersAndManyFaultsTakeNoTime() {
    let lines = String(repeating: "  --m 0.2\n", count: 16_000)
    #expect(file("<!-- lossviz:\n\(lines)-->\n<!-- /lossviz -->\n").blocks.count == 1)
    let open = String(repeating: "<!-- lossviz: x\n", count: 8_000)
    #expect(file(open).faults.count == 1)
    #expect(file(String(repeating: "<!-- lossviz: x -->\n", count: 8_000)).faults.count == 8_000)
    #expect(file(String(repeating: "<!-- /lossviz -->\n", count: 8_000)).faults.count == 8_000)
  }

  @Test func bytesThatAreNoTextStayToo() {
    let bytes: [UInt8] = [0xFF, 0xC3, 10] + Array("<!-- lossviz: x -->\n<!-- /lossviz -->\n".utf8)
    let read = MarkdownFile(path: "a.md", bytes: bytes + [0x80])
    #expect(read.replacing([(read.blocks[0], "")]) == bytes + [0x80])
  }

  @Test func whatStandsInCodeIsNoBlock() {
    let block = "<!-- lossviz: x -->\n<!-- /lossviz -->\n"
    for (open, close) in [
      ("```", "```"), ("~~~ markdown", "~~~~"), ("````", "````"), ("> ```", "> ```"),
      ("1. ```md", "   ```"),
    ] {
      #expect(file("\(open)\n\(block)\(close)\n").blocks.isEmpty || open == "1. ```md")
      #expect(file("\(open)\n\(close)\n\(block)").blocks.count == (open == "1. ```md" ? 0 : 1))
    }
    #expect(file("````\n```\n\(block)````\n").blocks.isEmpty)
    #expect(file("    <!-- lossviz: x -->\n    <!-- /lossviz -->\n").blocks.isEmpty)
    #expect(file("A `<!-- lossviz: x -->` and a `<!-- /lossviz -->`.\n").blocks.isEmpty)
    #expect(file("A ```code``` line.\n\(block)").blocks.count == 1)
  }

  @Test func aMarkerMayGoOverSeveralLines() {
    let read = file("<!-- lossviz:\n  --m 0.2\n  -o a.svg\n-->\nx\n<!-- /lossviz -->\n")
    #expect(read.faults.isEmpty && read.blocks.count == 1)
    #expect(read.text(of: read.blocks[0]) == "x\n")
    #expect(read.blocks[0].options.contains("--m 0.2"))
  }

  @Test func markersThatDoNotPairAreFaultsWithTheirLines() {
    func faults(_ text: String) -> [String] { file(text).faults.map(\.message) }
    #expect(faults("a\n<!-- lossviz: x -->\nb\n") == ["a.md:2: the block has no end"])
    #expect(
      faults("<!-- lossviz: x -->\n<!-- lossviz: y -->\n<!-- /lossviz -->")
        == ["a.md:1: the block has no end before the one of line 2"])
    #expect(faults("a\n<!-- /lossviz -->") == ["a.md:2: an end without a block before it"])
    #expect(faults("<!-- lossviz: x\n\n") == ["a.md:1: the marker has no end: -->"])
    #expect(
      faults("<!-- lossviz: x --> text\n") == ["a.md:1: something follows the marker on its line"])
    // An end in an example is no end: what stands before it must not be overwritten.
    #expect(
      faults("<!-- lossviz: x -->\ntext\n```\n<!-- /lossviz -->\n```\n")
        == ["a.md:1: the block has no end"])
  }
}

struct ShellWordsTests {
  @Test func wordsAreSplitAsAShellDoes() throws {
    #expect(
      try shellWords(#" --a  'b c' "d \" 'e'" f\ g '' "#) == ["--a", "b c", "d \" 'e'", "f g", ""])
    #expect(try shellWords("").isEmpty)
    #expect(try shellWords("a\n\tb") == ["a", "b"])
    #expect(try shellWords("--title=类'x y'") == ["--title=类x y"])
  }

  @Test func aWordMayBeAsLongAsAFile() throws {
    let word = String(repeating: "x", count: 1_000_000)
    #expect(try shellWords("a '\(word)' b") == ["a", word, "b"])
  }

  @Test(arguments: ["'a", "a\"", "'a\"b"])
  func aQuoteWithoutItsEndIsAnError(text: String) {
    #expect(throws: UsageError.self) { try shellWords(text) }
  }
}
