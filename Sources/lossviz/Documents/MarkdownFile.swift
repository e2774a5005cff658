import LossPlot

/// A Markdown file with the blocks that lossviz keeps, byte for byte as it lies on the disk.
struct MarkdownFile: Sendable {
  let path: String
  let bytes: [UInt8]
  let blocks: [Block]
  /// What is wrong with the markers.
  let faults: [Complaint]

  /// What stands between two markers.
  struct Block: Sendable, Equatable {
    /// Of the opening marker, from 1.
    let line: Int
    /// What the marker says after `lossviz:`.
    let options: String
    /// The lines between the markers, in the bytes of the file.
    fileprivate(set) var body: Range<Int>
    /// Before the opening marker.
    let indent: String
    /// As the line of the marker ends.
    let lineEnd: String
  }

  /// In bytes.
  static let largest = 1 << 26

  /// Of the files that are Markdown, as Pandoc, Quarto, R, MDX and Hugo call them.
  static let endings = ["md", "markdown", "mdown", "mkd", "mkdn", "qmd", "rmd", "mdx"]

  /// - Throws: `FileError` for what cannot be read, and for text that is not UTF-8.
  init(path: String) throws(FileError) {
    let bytes = try readFile(path, limit: Self.largest, for: .text)
    if let other = TextEncoding.wide(bytes) {
      throw .malformed(path, "the text is \(other)", hint: TextEncoding.hint(from: other))
    }
    self.init(path: path, bytes: bytes)
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var scanner = MarkdownScanner(path: path, bytes: bytes)
    scanner.scan()
    blocks = scanner.blocks
    faults = scanner.faults
  }

  /// The folder that paths in it start from; empty for the one of the process.
  var folder: String { folderPart(of: path) }

  /// The text between the markers of a block.
  func text(of block: Block) -> String { String(decoding: bytes[block.body], as: UTF8.self) }

  /// The bytes with new lines between some markers; the rest stays as it was.
  func replacing(_ texts: [(block: Block, text: String)]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for (block, text) in texts.sorted(by: { $0.block.line < $1.block.line }) {
      result += bytes[end..<block.body.lowerBound]
      result += text.utf8
      end = block.body.upperBound
    }
    return result + bytes[end...]
  }
}

/// Goes through the lines of a Markdown file.
private struct MarkdownScanner {
  let path: String
  let bytes: [UInt8]
  var blocks: [MarkdownFile.Block] = []
  var faults: [Complaint] = []
  private var number = 0
  private var next = 0
  /// The fence that code stands in.
  private var fence: (sign: Character, count: Int)?
  /// Its end is not found yet: the body is empty.
  private var open: MarkdownFile.Block?

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    // It belongs to the first line, and not to its text.
    if bytes.starts(with: TextEncoding.mark) { next = TextEncoding.mark.count }
  }

  mutating func scan() {
    while let line = takeLine() {
      if changesFence(line.text) || fence != nil { continue }
      // Four spaces before it make it code.
      let indent = line.text.prefix { $0 == " " }
      guard indent.count < 4 else { continue }
      let text = line.text.dropFirst(indent.count)
      guard let comment = Self.after("<!--", in: text)?.drop(while: { " \t".contains($0) })
      else { continue }
      if let rest = Self.after("/lossviz", in: comment), Self.isEnd(rest) {
        close(at: line)
      } else if let rest = Self.after("lossviz:", in: comment) {
        begin(line, indent: String(indent), rest)
      }
    }
    if let open { faults.append(fault(open.line, "the block has no end")) }
  }

  private struct Line {
    let text: Substring
    let range: Range<Int>
    let end: String
  }

  private mutating func takeLine() -> Line? {
    guard next < bytes.count else { return nil }
    let start = next
    let stop = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    next = stop
    number += 1
    var end = stop
    var lineEnd = ""
    if bytes[end - 1] == 10 {
      end -= 1
      lineEnd = "\n"
      if end > start, bytes[end - 1] == 13 {
        end -= 1
        lineEnd = "\r\n"
      }
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return Line(text: text[...], range: start..<stop, end: lineEnd)
  }

  /// Also fences in lists and quotations.
  private mutating func changesFence(_ line: Substring) -> Bool {
    let text = line.drop { " \t>".contains($0) }
    guard let sign = text.first, sign == "`" || sign == "~" else { return false }
    let count = text.prefix { $0 == sign }.count
    let rest = text.dropFirst(count)
    guard count >= 3 else { return false }
    if let fence {
      guard sign == fence.sign, count >= fence.count, rest.allSatisfy(\.isWhitespace) else {
        return false
      }
      self.fence = nil
      return true
    }
    guard sign == "~" || !rest.contains("`") else { return false }
    fence = (sign, count)
    return true
  }

  private static func after(_ word: String, in text: Substring) -> Substring? {
    text.hasPrefix(word) ? text.dropFirst(word.count) : nil
  }

  /// ` -->` and nothing after it.
  private static func isEnd(_ text: Substring) -> Bool { String(text).trimmed == "-->" }

  private mutating func begin(_ line: Line, indent: String, _ start: Substring) {
    let first = number
    if let open {
      faults.append(fault(open.line, "the block has no end before the one of line \(first)"))
      self.open = nil
    }
    var text = ""
    var last = line
    var part = start
    // The comment may go over several lines; only the new one is looked at.
    while part.firstRange(of: "-->") == nil {
      text += part + " "
      guard let more = takeLine() else {
        faults.append(fault(first, "the marker has no end: -->"))
        return
      }
      part = more.text
      last = more
    }
    guard let end = part.firstRange(of: "-->"),
      String(part[end.upperBound...]).trimmed.isEmpty
    else {
      faults.append(fault(first, "something follows the marker on its line"))
      return
    }
    text += part[..<end.lowerBound]
    let body = last.range.upperBound
    open = MarkdownFile.Block(
      line: first, options: text, body: body..<body, indent: indent, lineEnd: last.end)
  }

  private mutating func close(at line: Line) {
    guard var block = open else {
      faults.append(fault(number, "an end without a block before it"))
      return
    }
    block.body = block.body.lowerBound..<line.range.lowerBound
    blocks.append(block)
    open = nil
  }

  private func fault(_ line: Int, _ problem: String) -> Complaint {
    Complaint(
      status: .failure, message: "\(path):\(line): \(problem)",
      hint: "a block is <!-- lossviz: OPTIONS -o PATH --> … <!-- /lossviz -->, each on lines of"
        + " its own")
  }
}
