/// A line of options split as a shell does it: at spaces, except in quotes and after a backslash.
///
/// - Throws: `UsageError.conflict` for a quote without its end.
func shellWords(_ text: String) throws(UsageError) -> [String] {
  var words: [String] = []
  // Beside it, because a word may be empty, and as long as a file.
  var word = ""
  var isWord = false
  var quote: Character?
  var rest = text[...]
  while let sign = rest.popFirst() {
    if let open = quote {
      if sign == open {
        quote = nil
      } else if sign == "\\", open == "\"", let next = rest.first, next == "\"" || next == "\\" {
        word.append(rest.removeFirst())
      } else {
        word.append(sign)
      }
    } else if sign == "\"" || sign == "'" {
      quote = sign
      isWord = true
    } else if sign == "\\", let next = rest.popFirst() {
      word.append(next)
      isWord = true
    } else if sign.isWhitespace {
      if isWord { words.append(word) }
      (word, isWord) = ("", false)
    } else {
      word.append(sign)
      isWord = true
    }
  }
  if let quote {
    throw .conflict(
      "a quote \(quote) has no end",
      hint: "close it, or put the whole text into the other kind of quotes")
  }
  if isWord { words.append(word) }
  return words
}
