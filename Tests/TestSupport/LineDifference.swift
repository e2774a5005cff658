/// The lines in which two texts differ, with their numbers.
package struct LineDifference {
  /// Empty where they do not differ.
  package let text: String

  /// Lines of which more would hide the first ones.
  private static let lineLimit = 40
  /// Characters of a line: of longer ones, those around the first that differs.
  private static let width = 160

  package init(from old: String, to new: String) {
    let (before, after) = (Self.lines(old), Self.lines(new))
    let changes = after.difference(from: before)
    var removed: [Int: Substring] = [:]
    var inserted: [Int: Substring] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var result: [String] = []
    var (place, other) = (0, 0)
    while place < before.count || other < after.count {
      let olds = Self.run(of: removed, from: &place)
      let news = Self.run(of: inserted, from: &other)
      result += Self.block(olds, news)
      if olds.isEmpty && news.isEmpty { (place, other) = (place + 1, other + 1) }
    }
    let rest = result.count - Self.lineLimit
    if rest > 0 { result[Self.lineLimit...] = ["… and \(rest) lines more"] }
    text = result.joined(separator: "\n")
  }

  private typealias Line = (number: Int, text: Substring)

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The changed lines that follow one another, from 1.
  private static func run(of changed: [Int: Substring], from place: inout Int) -> [Line] {
    var lines: [Line] = []
    while let line = changed[place] {
      place += 1
      lines.append((place, line))
    }
    return lines
  }

  /// Pairs of lines are shown where they begin to differ.
  private static func block(_ olds: [Line], _ news: [Line]) -> [String] {
    func shown(_ sign: String, _ lines: [Line], beside others: [Line]) -> [String] {
      lines.enumerated().map { index, line in
        let partner = index < others.count ? others[index].text : ""
        return "\(sign) \(line.number): \(excerpt(line.text, beside: partner))"
      }
    }
    return shown("-", olds, beside: news) + shown("+", news, beside: olds)
  }

  private static func excerpt(_ line: Substring, beside partner: Substring) -> String {
    guard line.count > width else { return String(line) }
    let same = partner.isEmpty ? 0 : zip(line, partner).prefix { $0 == $1 }.count
    let start = max(0, min(same - 40, line.count - width))
    let piece = line.dropFirst(start).prefix(width)
    return (start > 0 ? "…" : "") + piece + (start + width < line.count ? "…" : "")
  }
}
