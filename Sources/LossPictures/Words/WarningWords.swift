/// What trainings warn of, in the languages of pictures: the numbers core speaks English alone.
///
/// A warning is found by the fixed words of its template; what stands at `{1}`, `{2}` and so on is
/// carried over, or looked up in turn.
struct WarningWords {
  /// The warning in that language; as it is where nobody translated it.
  static func translated(_ warning: String, into language: PageLanguage) -> String {
    guard language == .zh else { return warning }
    for template in templates {
      guard let parts = parts(of: Array(warning.utf8), in: pieces(template.en)) else { continue }
      let isPairs = template == sharedDirection
      return filled(
        template.zh, parts.map { isPairs ? pairs($0) : translated($0, into: language) })
    }
    return warning
  }

  /// "6 and 7, 8 and 9".
  private static func pairs(_ words: String) -> String {
    let text = Array(words.utf8)
    if let list = parts(of: text, in: pieces("{1}, {2}")) {
      return pairs(list[0]) + "、" + pairs(list[1])
    }
    if let pair = parts(of: text, in: pieces("{1} and {2}")) { return pair[0] + " 与 " + pair[1] }
    if let more = parts(of: text, in: pieces("{1} more pairs")) { return "另有 \(more[0]) 对" }
    return words
  }

  /// The fixed words between the holes.
  private static func pieces(_ template: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    let bytes = Array(template.utf8)
    var place = 0
    while place < bytes.count {
      if isHole(bytes, place) {
        pieces.append([])
        place += 3
      } else {
        pieces[pieces.count - 1].append(bytes[place])
        place += 1
      }
    }
    return pieces
  }

  /// What stands in the holes; `nil` for other words.
  private static func parts(of text: [UInt8], in pieces: [[UInt8]]) -> [String]? {
    guard text.starts(with: pieces[0]) else { return nil }
    guard pieces.count > 1 else { return text.count == pieces[0].count ? [] : nil }
    var parts: [String] = []
    var start = pieces[0].count
    for (index, piece) in pieces.enumerated().dropFirst() {
      let isLast = index == pieces.count - 1
      var end = isLast ? text.count - piece.count : start
      if isLast {
        guard end >= start, Array(text[end...]) == piece else { return nil }
      } else {
        while end + piece.count <= text.count,
          Array(text[end..<end + piece.count]) != piece
        { end += 1 }
        guard end + piece.count <= text.count else { return nil }
      }
      parts.append(String(decoding: text[start..<end], as: UTF8.self))
      start = end + piece.count
    }
    return parts
  }

  private static func filled(_ template: String, _ parts: [String]) -> String {
    let bytes = Array(template.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let number = isHole(bytes, place) ? Int(bytes[place + 1]) - 48 : 0
      if number >= 1, number <= parts.count {
        result += Array(parts[number - 1].utf8)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `{1}`.
  private static func isHole(_ bytes: [UInt8], _ place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place] == 0x7B && (0x31...0x39).contains(bytes[place + 1])
      && bytes[place + 2] == 0x7D
  }
}

extension String {
  /// A warning of a training in that language; as it is where nobody translated it.
  package func warning(in language: PageLanguage) -> String {
    WarningWords.translated(self, into: language)
  }
}
