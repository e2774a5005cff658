import LossLab

/// Losses as papers and other programs call them.
enum LossWords {
  private static let foreign: [(words: [String], loss: String)] = [
    (
      [
        "ce", "crossentropy", "xent", "xentropy", "nll", "celoss", "categoricalcrossentropy",
        "linear", "logistic",
      ], "softmax"
    ),
    (["nsoftmax", "normalizedsoftmax", "normsoftmax", "cosine", "cosinesoftmax"], "normface"),
    (["largemarginsoftmax", "largemargin"], "lsoftmax"),
    (["angular", "angularsoftmax", "sphere", "multiplicative"], "sphereface"),
    (["cos", "ams", "amsoftmax", "additivemargin", "largemargincosine", "mvsoftmax"], "cosface"),
    (
      [
        "arc", "aam", "aamsoftmax", "additiveangularmargin", "additiveangular", "insightface",
        "arcmargin", "arcmarginproduct", "subcenterarcface",
      ], "arcface"
    ),
    (["combinedmargin", "cm", "cml", "unified"], "combined"),
    (["centre"], "center"),
    (["tripletmargin", "facenet"], "triplet"),
    (["siamese", "pairs", "pair", "pairwise"], "contrastive"),
    (["focalloss"], "focal"),
    (["hardmining", "hardexamplemining", "hem"], "ohem"),
  ]

  /// The names that a word may stand for, the likeliest first.
  static func meant(by word: String, nearest: [String] = []) -> [String] {
    var names: [String] = []
    for name in exactly(word) + nearest + near(word) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Without what is near only.
  static func exactly(_ word: String) -> [String] {
    var plain = plain(word)
    let entry = { (text: String) in
      LossEntry.all.first { entry in
        ([entry.name, entry.title] + entry.aliases).contains { Self.plain($0) == text }
      }?.name
    }
    if let name = entry(plain) { return [name] }
    for ending in ["loss", "criterion", "layer", "head", "margin"]
    where plain.hasSuffix(ending) && plain.count > ending.count {
      plain = String(plain.dropLast(ending.count))
      break
    }
    if let name = entry(plain) { return [name] }
    return foreign.filter { $0.words.contains(plain) }.map(\.loss)
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
