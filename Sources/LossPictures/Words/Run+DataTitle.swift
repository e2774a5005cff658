import LossLab

extension Run {
  /// The data and how often they were trained on, as on a picture.
  package func dataTitle(seeds: Int) -> Wording {
    let title = facts.dataTitle
    let chinese = Self.chineseTitle(title)
    return Wording(
      seeds == 1 ? title : "\(title), \(seeds) seeds",
      zh: seeds == 1 ? chinese : "\(chinese)，\(seeds) 个种子")
  }

  fileprivate static func chineseTitle(_ title: String) -> String {
    let words = title.split(separator: " ")
    switch words.last {
    case "identities" where words.count == 2: return "\(words[0]) 个身份"
    case _ where title == "digits (8×8)": return "手写数字（8×8）"
    case _: return title
    }
  }
}

extension Dataset {
  /// As it is called on a picture.
  package func title(in language: PageLanguage) -> String {
    language == .zh ? Run.chineseTitle(title) : title
  }
}
