extension RichText {
  /// The size at which the text is at most that wide: as given, or smaller.
  package func size(fitting width: Double, at size: Double, by measure: TextMeasure) -> Double {
    let natural = self.width(size: size, by: measure)
    return natural > width && natural > 0 ? size * width / natural : size
  }

  /// Lines at most that wide, broken at spaces and between Han characters, never inside formulas
  /// nor beside "=".
  ///
  /// A word wider than the line is broken after "_", "-", "/" or ".", as in the name of a file, and
  /// else stands alone.
  ///
  /// - Parameter keepingBrackets: whether what stands in brackets begins a line of its own where it
  ///   would be broken and fits in one.
  package func wrapped(
    width: Double, size: Double, by measure: TextMeasure, keepingBrackets: Bool = false
  ) -> [RichText] {
    guard self.width(size: size, by: measure) > width else { return [self] }
    var lines: [RichText] = []
    var line = RichText()
    let all = keepingBrackets ? wordsAndBrackets(width, size, measure) : words
    let parts = all.flatMap { word in
      word.trimmed.width(size: size, by: measure) > width ? word.pieces : [word]
    }
    for word in parts {
      let longer = line + word
      if line.isEmpty || longer.trimmed.width(size: size, by: measure) <= width {
        line = longer
      } else {
        lines.append(line.trimmed)
        line = word.trimmed
      }
    }
    return lines + [line.trimmed]
  }

  /// The same lines, broken earlier where the last one would be a word or two alone.
  package func wrappedEvenly(
    width: Double, size: Double, by measure: TextMeasure, keepingBrackets: Bool = false
  ) -> [RichText] {
    func wrapped(_ width: Double) -> [RichText] {
      self.wrapped(width: width, size: size, by: measure, keepingBrackets: keepingBrackets)
    }
    let usual = wrapped(width)
    func isShort(_ line: RichText) -> Bool {
      line.width(size: size, by: measure) < Self.shortLine * width
    }
    guard usual.count > 1, let last = usual.last, isShort(last) else { return usual }
    let narrower = stride(from: 0.96, through: 0.6, by: -0.04).lazy.map { wrapped($0 * width) }
    return narrower.first { lines in
      lines.count == usual.count && lines.last.map(isShort) == false
        && lines.allSatisfy { $0.width(size: size, by: measure) <= width }
    } ?? usual
  }

  /// A last line below this share of the others looks lost.
  private static let shortLine = 0.2

  /// The text, or its beginning and an ellipsis where it is wider.
  ///
  /// What lies far beyond `width` is never measured, so that a long text costs no more than a line.
  package func truncated(width: Double, size: Double, by measure: TextMeasure) -> RichText {
    // Type made smaller to fit is wider by a few roundings of its letters.
    let width = width + 0.05
    var tooMany = 32
    while true {
      let start = beginning(characters: tooMany)
      if start.width(size: size, by: measure) > width { break }
      if start == self { return self }
      tooMany *= 2
    }
    // The end of right-to-left text is on its left, also in a line that runs to the right.
    let isMirrored = text.endsRightToLeft
    let ellipsis = RichText(plain: isMirrored ? "…\u{200F}" : "…")
    var longest = ellipsis
    var fitting = 0
    while fitting + 1 < tooMany {
      let middle = (fitting + tooMany) / 2
      let ended = beginning(characters: middle) + ellipsis
      if ended.width(size: size, by: measure) <= width {
        (fitting, longest) = (middle, ended)
      } else {
        tooMany = middle
      }
    }
    return longest
  }

  /// The first `characters` characters, or all.
  private func beginning(characters: Int) -> RichText {
    var start = RichText()
    var left = characters
    for span in spans where left > 0 {
      var part = span
      part.text = String(span.text.prefix(left))
      left -= part.text.count
      start.spans.append(part)
    }
    return start
  }

  /// The same stretches, with those from an opening bracket to its end as one where it fits in a
  /// line.
  private func wordsAndBrackets(
    _ width: Double, _ size: Double, _ measure: TextMeasure
  ) -> [RichText] {
    var joined: [RichText] = []
    var open: [RichText] = []
    func close() {
      let whole = open.reduce(RichText()) { $0 + $1 }
      let fits = whole.trimmed.width(size: size, by: measure) <= width
      joined += fits && !open.isEmpty ? [whole] : open
      open = []
    }
    for word in words {
      if open.isEmpty && !word.trimmed.text.hasPrefix("(") {
        joined.append(word)
        continue
      }
      open.append(word)
      if word.text.contains(")") { close() }
    }
    close()
    return joined
  }

  /// Stretches between which a line may end, each with the spaces before it.
  private var words: [RichText] {
    var words: [RichText] = []
    var word = RichText()
    for span in spans {
      var part = span
      part.text = ""
      let characters = Array(span.text)
      for (place, character) in characters.enumerated() {
        // What is equal to what stands on one line.
        let joins = part.text.last == "=" || characters.dropFirst(place + 1).first == "="
        let mayBreak =
          !span.isFormula && (character == " " && !joins || Self.isHan(character))
        if mayBreak && !(word.isEmpty && part.text.isEmpty) {
          if !part.text.isEmpty { word.spans.append(part) }
          words.append(word)
          word = RichText()
          part.text = ""
        }
        part.text.append(character)
      }
      if !part.text.isEmpty { word.spans.append(part) }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// A word in parts that end in "_", "-", "/" or ".".
  private var pieces: [RichText] {
    var pieces = [RichText()]
    for span in spans {
      var part = span
      part.text = ""
      for character in span.text {
        part.text.append(character)
        guard !span.isFormula, "_-/.".contains(character) else { continue }
        pieces[pieces.count - 1].spans.append(part)
        pieces.append(RichText())
        part.text = ""
      }
      if !part.text.isEmpty { pieces[pieces.count - 1].spans.append(part) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }

  private var trimmed: RichText {
    var copy = self
    while let first = copy.spans.first, first.text.first == " " {
      copy.spans[0].text.removeFirst()
      if copy.spans[0].text.isEmpty { copy.spans.removeFirst() }
    }
    return copy
  }
}
