import LossLab

extension RunGroup {
  /// The data and how often they were trained on, as on a picture: "6 identities, 3 seeds".
  var dataTitle: Wording { shown.dataTitle(seeds: runs.count) }
}

extension Run {
  func dataTitle(seeds: Int) -> Wording {
    let title = facts.dataTitle
    let words = title.split(separator: " ")
    let chinese =
      switch words.last {
      case "identities" where words.count == 2: "\(words[0]) 个身份"
      case _ where title == "digits (8×8)": "手写数字（8×8）"
      case _: title
      }
    return Wording(
      seeds == 1 ? title : "\(title), \(seeds) seeds",
      zh: seeds == 1 ? chinese : "\(chinese)，\(seeds) 个种子")
  }
}
