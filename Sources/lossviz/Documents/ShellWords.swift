/// A line of options split as a shell does it: at spaces, except in quotes and after a backslash.
///
/// - Throws: `UsageError.conflict` for a quote without its end.
func shellWords(_ text: String) throws(UsageError) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var rest = text[...]
  while let sign = rest.popFirst() {
    if let open = quote {
      if sign == open {
        quote = nil
      } else if sign == "\\", open == "\"", let next = rest.first, next == "\"" || next == "\\" {
        word = (word ?? "") + String(rest.removeFirst())
      } else {
        word = (word ?? "") + String(sign)
      }
    } else if sign == "\"" || sign == "'" {
      quote = sign
      word = word ?? ""
    } else if sign == "\\", let next = rest.popFirst() {
      word = (word ?? "") + String(next)
    } else if sign.isWhitespace {
      if let word { words.append(word) }
      word = nil
    } else {
      word = (word ?? "") + String(sign)
    }
  }
  if let quote {
    throw .conflict(
      "a quote \(quote) has no end",
      hint: "close it, or put the whole text into the other kind of quotes")
  }
  if let word { words.append(word) }
  return words
}
