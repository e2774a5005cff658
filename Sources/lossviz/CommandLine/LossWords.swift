import LossLab

/// Losses as papers and other programs call them.
enum LossWords {
  /// The names that a word may stand for, the likeliest first.
  static func meant(by word: String, nearest: [String] = []) -> [String] {
    (exactly(word) + nearest + near(word)).withoutRepeats
  }

  /// Without what is near only.
  static func exactly(_ word: String) -> [String] {
    let whole = plain(word)
    let ending = ["loss", "criterion", "layer", "head", "margin"].first {
      whole.hasSuffix($0) && whole.count > $0.count
    }
    for text in [whole, String(whole.dropLast(ending?.count ?? 0))] {
      let own = LossEntry.all.first { entry in
        ([entry.name, entry.title] + entry.aliases).contains { plain($0) == text }
      }
      if let entry = own ?? LossEntry.all.first(where: { $0.foreignNames.contains(text) }) {
        return [entry.name]
      }
    }
    return []
  }

  /// `ArcFace+Center`: the parts, where each is a loss.
  static func parts(of word: String) -> [String]? {
    let parts = word.split { "+&/|;, ".contains($0) }.map(String.init)
    guard parts.count > 1 else { return nil }
    let names = parts.compactMap { exactly($0).first ?? near($0).first }
    return names.count == parts.count ? names : nil
  }

  private static func near(_ word: String) -> [String] {
    let names = LossEntry.all.flatMap { [$0.name] + $0.aliases }
    return nearestWords(to: word.lowercased(), in: names)
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
