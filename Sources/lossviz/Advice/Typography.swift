/// What word processors make of dashes, quotes and spaces, as it was typed.
enum Typography {
  private static let dashes: Set<Character> = ["‐", "‑", "‒", "–", "—", "―", "−", "﹣", "－"]
  private static let quotes: Set<Character> = [
    "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‛", "`", "\"", "'", "″", "′",
  ]

  /// `nil` where there is nothing of the kind.
  static func repaired(_ line: TypedLine) -> TypedLine? {
    let words = line.words.map { repaired($0, options: line.command.allOptions) }
    return words == line.words ? nil : TypedLine(words: words)
  }

  private static func repaired(_ word: String, options: [Option]) -> String {
    var rest = word[...]
    while let first = rest.first, quotes.contains(first) || first == "\u{A0}" { rest.removeFirst() }
    while let last = rest.last, quotes.contains(last) || last == "\u{A0}" { rest.removeLast() }
    let start = rest.prefix { dashes.contains($0) || $0 == "-" }
    guard start.contains(where: { dashes.contains($0) }) else {
      // Quotes of a value: --loss=“cosface”.
      guard let equals = rest.firstIndex(of: "="), rest.hasPrefix("-") else { return String(rest) }
      let value = repaired(String(rest[rest.index(after: equals)...]), options: options)
      return String(rest[...equals]) + value
    }
    let body = rest.dropFirst(start.count)
    if body.first?.isNumber == true || body.first == "." { return "-" + body }
    let name = body.prefix { $0 != "=" }
    let isShort = body.count == 1 && options.contains { $0.short == body.first }
    let value = body.dropFirst(name.count)
    return (isShort ? "-" : "--") + name + (value.isEmpty ? "" : "=")
      + (value.isEmpty ? "" : repaired(String(value.dropFirst()), options: options))
  }
}
