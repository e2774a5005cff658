extension RichText {
  /// Characters that a backslash makes ordinary.
  static let special: Set<Character> = ["\\", "$", "*", "_", "^", "{", "}"]

  /// Words with `*italic*`, `**bold**` and formulas between dollar signs: `"target $s cos θ_y$"`.
  ///
  /// Outside formulas `_` and `^` are ordinary. A backslash makes the next character ordinary. A
  /// mark without its partner reaches to the end.
  public init(markup: String) {
    self.init(markup, inFormula: false)
  }

  /// A formula: `s (cos θ_y − m)`, `‖W_{12}‖`, `e^{−s}`.
  ///
  /// `_` and `^` take the next character or group in braces. Single Latin letters and small Greek
  /// ones are italic, words of several letters (cos, max) upright; `-` is a minus.
  package init(formula: String) {
    self.init(formula, inFormula: true)
  }

  private init(_ text: String, inFormula: Bool) {
    var reader = MarkupReader(characters: Array(text.drawable), inFormula: inFormula)
    reader.read()
    self.init(spans: reader.spans)
  }
}

/// Goes through markup once, character by character, and gathers spans.
private struct MarkupReader {
  let characters: [Character]
  var inFormula: Bool
  var isItalic = false
  var isBold = false
  var scripts: [RichText.Script] = []
  /// Depth of `scripts` at each open brace.
  var groups: [Int] = []
  var position = 0
  var spans: [RichText.Span] = []

  mutating func read() {
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case "\\" where position < characters.count:
        position += 1
        append(characters[position - 1])
        endScript()
      case "$":
        inFormula.toggle()
        scripts = []
        groups = []
      case "*" where !inFormula:
        if position < characters.count, characters[position] == "*" {
          position += 1
          isBold.toggle()
        } else {
          isItalic.toggle()
        }
      case "_" where inFormula: begin(.sub)
      case "^" where inFormula: begin(.sup)
      case "}" where inFormula && !groups.isEmpty:
        scripts.removeLast(scripts.count - groups.removeLast())
        endScript()
      default: appendWord(startingWith: character)
      }
    }
  }

  /// Opens a script: of a group in braces, or of the one character that follows.
  private mutating func begin(_ script: RichText.Script) {
    guard position < characters.count else { return }
    if characters[position] == "{" {
      groups.append(scripts.count)
      scripts.append(script)
      position += 1
    } else {
      scripts.append(script)
    }
  }

  /// Ends scripts that reached over one character only.
  private mutating func endScript() {
    let kept = groups.isEmpty ? 0 : groupScripts
    if scripts.count > kept { scripts.removeLast(scripts.count - kept) }
  }

  /// How many scripts the innermost open brace stands for, itself included.
  private var groupScripts: Int { (groups.last ?? -1) + 1 }

  private mutating func appendWord(startingWith first: Character) {
    guard inFormula, first.isLetter else {
      append(inFormula && first == "-" ? "−" : first)
      endScript()
      return
    }
    // After a bare `_` or `^` only one character belongs to the script.
    let isBare = scripts.count > (groups.isEmpty ? 0 : groupScripts)
    var word = [first]
    while !isBare, position < characters.count, characters[position].isLetter {
      word.append(characters[position])
      position += 1
    }
    // "cosθ" is a function and its variable.
    for part in Self.parts(of: word[...]) {
      let isVariable = part.count == 1 && part.allSatisfy(Self.isVariable)
      append(String(part), italic: isVariable)
    }
    endScript()
  }

  /// Latin letters together, Greek ones each for itself.
  private static func parts(of word: ArraySlice<Character>) -> [ArraySlice<Character>] {
    var parts: [ArraySlice<Character>] = []
    var start = word.startIndex
    for index in word.indices where index > start {
      if !word[index].isASCII || !word[index - 1].isASCII {
        parts.append(word[start..<index])
        start = index
      }
    }
    parts.append(word[start..<word.endIndex])
    return parts
  }

  private static func isVariable(_ character: Character) -> Bool {
    character.isASCII || ("α"..."ω").contains(character)
  }

  private mutating func append(_ character: Character) {
    append(String(character), italic: isItalic)
  }

  private mutating func append(_ text: String, italic: Bool) {
    var span = RichText.Span(text)
    span.isItalic = italic
    span.isBold = isBold
    span.scripts = scripts
    span.isFormula = inFormula
    if var last = spans.last {
      last.text = text
      if last == span {
        spans[spans.count - 1].text += text
        return
      }
    }
    spans.append(span)
  }
}
