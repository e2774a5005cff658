import LossLab

/// Losses as papers and other programs call them.
enum LossWords {
  private static let foreign: KeyValuePairs = [
    "softmax": [
      "ce", "crossentropy", "xent", "xentropy", "nll", "celoss", "categoricalcrossentropy",
      "linear", "logistic",
    ],
    "normface": ["nsoftmax", "normalizedsoftmax", "normsoftmax", "cosine", "cosinesoftmax"],
    "lsoftmax": ["largemarginsoftmax", "largemargin"],
    "sphereface": ["angular", "angularsoftmax", "sphere", "multiplicative"],
    "cosface": ["cos", "ams", "amsoftmax", "additivemargin", "largemargincosine", "mvsoftmax"],
    "arcface": [
      "arc", "aam", "aamsoftmax", "additiveangularmargin", "additiveangular", "insightface",
      "arcmargin", "arcmarginproduct", "subcenterarcface",
    ],
    "combined": ["combinedmargin", "cm", "cml", "unified"],
    "center": ["centre"],
    "triplet": ["tripletmargin", "facenet"],
    "contrastive": ["siamese", "pairs", "pair", "pairwise"],
    "focal": ["focalloss"],
    "ohem": ["hardmining", "hardexamplemining", "hem"],
  ]

  /// The names that a word may stand for, the likeliest first.
  static func meant(by word: String, nearest: [String] = []) -> [String] {
    (exactly(word) + nearest + near(word)).withoutRepeats
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
    return foreign.filter { $0.value.contains(plain) }.map(\.key)
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
