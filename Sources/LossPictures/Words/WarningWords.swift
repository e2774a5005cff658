/// What trainings warn of, in the languages of pictures: the numbers core speaks English alone.
///
/// A warning is found by the fixed words of its template; what stands at `{1}`, `{2}` and so on is
/// carried over, or looked up in turn.
struct WarningWords {
  private static let templates = [
    Wording(
      "m = {1} is above the bound {2} for {3} evenly spread classes: {4}; try --m {5},"
        + " or at most {6} classes",
      zh: "m = {1} 超过均匀分布的 {3} 类的上界 {2}：{4}；可试 --m {5}，或最多 {6} 类"),
    Wording(
      "m = {1} is above the bound {2} for {3} evenly spread classes: {4}; try --m {5}",
      zh: "m = {1} 超过均匀分布的 {3} 类的上界 {2}：{4}；可试 --m {5}"),
    Wording("no features can satisfy it", zh: "没有特征能满足它"),
    Wording("the rules of two classes overlap", zh: "两类的规则重叠"),
    Wording(
      "no threshold fits between a class and its neighbours", zh: "类与其相邻类之间容不下任何阈值"),
    Wording(
      "with this margin {1} evenly spread classes cannot be told apart even at their centers; try"
        + " a smaller one",
      zh: "在此间隔下，均匀分布的 {1} 类即使在类中心也无法区分；可试更小的间隔"),
    Wording(
      "s = {1} is below {2}, with which {3} evenly spread classes reach a posterior of 0.9; {4}",
      zh: "s = {1} 低于 {2}（均匀分布的 {3} 类后验概率达到 0.9 所需）；{4}"),
    Wording("try --s {1}", zh: "可试 --s {1}"),
    Wording(
      "no --s is large enough; try fewer classes", zh: "再大的 --s 也不够；可试更少的类"),
    Wording(
      "collapsed: all features lie in one direction, {1} from their mean",
      zh: "塌缩：所有特征都在同一方向，距其均值 {1}"),
    Wording(
      "collapsed: all {1} class directions lie within {2} of one another",
      zh: "塌缩：全部 {1} 个类方向彼此相距不超过 {2}"),
    Wording(
      "collapsed: class {1} takes {2} % of the samples", zh: "塌缩：{2} % 的样本都归入类 {1}"),
    Wording("classes {1} share a direction", zh: "这些类方向相同：{1}"),
  ]

  /// The warning in that language; as it is where nobody translated it.
  static func translated(_ warning: String, into language: PageLanguage) -> String {
    guard language == .zh else { return warning }
    for template in templates {
      guard let parts = parts(of: Array(warning.utf8), in: pieces(template.en)) else { continue }
      return filled(template.zh, parts.map { translated($0, into: language) })
    }
    return warning
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
  public func warning(in language: PageLanguage) -> String {
    WarningWords.translated(self, into: language)
  }
}
