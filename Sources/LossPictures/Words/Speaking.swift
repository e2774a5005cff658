import LossScene

/// What says its words in one of the languages.
package protocol Speaking {
  /// Of all words but names.
  var language: PageLanguage { get }
}

extension Speaking {
  /// Between its words.
  package var signs: Punctuation { language.punctuation }

  package func said(_ en: String, zh: String) -> String { Wording(en, zh: zh)[language] }

  /// Words with formulas in them.
  package func text(_ en: RichText, zh: RichText) -> RichText { language == .zh ? zh : en }

  /// Words without any.
  package func text(_ words: Wording) -> RichText { RichText(plain: words[language]) }

  /// What a sign means.
  package func keyItem(_ sign: KeyItem.Sign, _ en: RichText, zh: RichText) -> KeyItem {
    KeyItem(sign, text(en, zh: zh))
  }

  /// Words of a key that need no sign.
  package func keyItem(_ en: RichText, zh: RichText) -> KeyItem { KeyItem(.none, text(en, zh: zh)) }
}
