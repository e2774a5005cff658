/// Names on the left, what is said of them on the right, broken between words.
struct TwoColumns {
  /// Where the right column begins.
  let column: Int
  let stream: TextStream
  static let width = 100

  /// A name and its paragraphs; these begin below it where the name is too long.
  func lines(_ name: String, _ paragraphs: [String]) -> [String] {
    let indent = String(repeating: " ", count: column)
    let texts = paragraphs.flatMap { wrap($0, width: Self.width - column) }
    let shown = stream.style(.name, name)
    guard let first = texts.first else { return [shown] }
    let rest = texts.dropFirst().map { indent + $0 }
    guard name.count + 2 <= column else { return [shown, indent + first] + rest }
    return [shown + String(repeating: " ", count: column - name.count) + first] + rest
  }
}

/// Breaks a text between words so that no line is longer, unless a word is.
func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if line.isEmpty {
      line = String(word)
    } else if line.count + 1 + word.count <= width {
      line += " " + word
    } else {
      lines.append(line)
      line = String(word)
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
