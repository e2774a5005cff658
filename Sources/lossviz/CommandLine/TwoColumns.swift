import LossPlot

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
    guard name.columns + 2 <= column else { return [shown, indent + first] + rest }
    return [shown + String(repeating: " ", count: column - name.columns) + first] + rest
  }
}

/// Breaks a text between words so that no line is longer, unless a word is; between signs of
/// Chinese too.
func wrap(_ text: String, width: Int) -> [String] {
  guard text.columns == text.count else { return wrapWide(text, width: width) }
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

private func wrapWide(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var word = ""
  /// Takes the word into the line, or begins a new one.
  func take() {
    if !line.isEmpty, line.columns + word.columns > width {
      lines.append(line.trimmed)
      line = ""
    }
    line += word
    word = ""
  }
  for character in text {
    let sign = String(character)
    let isClosing = "，。；：、）？！".contains(character)
    if (sign.columns > 1 && !isClosing) || character == " " { take() }
    word += sign
  }
  take()
  return (lines + [line.trimmed]).filter { !$0.isEmpty }
}
