import LossScene

/// The languages that the page of figures speaks.
public enum PageLanguage: String, CaseIterable, Sendable {
  /// English.
  case en
  /// Chinese, in simplified characters.
  case zh
}

/// The same words in every language of the page.
package struct Wording: Sendable, Equatable {
  package var en: String
  package var zh: String

  package init(_ en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A name or formula that is the same in all of them.
  package init(_ text: String) {
    self.init(text, zh: text)
  }

  package subscript(language: PageLanguage) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}

extension Wording: ExpressibleByStringInterpolation {
  /// The same in all languages: names, formulas, numbers.
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension PageLanguage {
  /// The signs between its words.
  package var punctuation: Punctuation {
    switch self {
    case .en: .latin
    case .zh: .han
    }
  }
}
