import LossLab

extension LossEntry {
  /// What to learn from its picture, in one line; its summary where nobody wrote one.
  package var lesson: Wording { teaching.map { Wording($0.en, zh: $0.zh) } ?? Wording(summary) }

  /// Its place in a contact sheet: the order in which the article comes to it, then that of the
  /// registry.
  package static var articleOrder: [LossEntry] {
    let early = [
      softmax, focal, ohem, triplet, contrastive, center, lsoftmax, modifiedSoftmax, sphereface,
      l2Softmax, normface, cosface, arcface, combined,
    ]
    return early + all.filter { entry in !early.contains { $0.name == entry.name } }
  }
}
