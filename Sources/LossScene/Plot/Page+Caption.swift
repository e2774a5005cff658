extension Page {
  /// What the page says in words, for a document that shows it.
  ///
  /// "CosFace (m = 0.35, s = 16). Test accuracy 98.0 %, …". Empty where nothing was measured.
  var caption: RichText {
    let title = title.isEmpty ? name : title
    guard captionSentences.isEmpty else {
      let own = title == name || name.isEmpty ? [] : [title]
      return punctuation.sentences((own + captionSentences).map { $0.withoutWideSpaces })
    }
    let facts = facts.isEmpty ? captionFacts : facts
    guard !facts.isEmpty else { return "" }
    return punctuation.sentences(
      [title + inParentheses(subtitle), punctuation.listed(facts).capitalized]
        .map { $0.withoutWideSpaces })
  }

  /// " (m = 0.35, s = 16)"; empty for nothing.
  package func inParentheses(_ parts: [RichText]) -> RichText {
    let words = punctuation.listed(parts)
    return words.isEmpty
      ? words
      : RichText(plain: punctuation.opening) + words + RichText(plain: punctuation.closing)
  }
}
