import LossScene

/// The languages that the page of figures speaks.
public enum PageLanguage: String, CaseIterable, Sendable {
  case en
  case zh
}

/// The same words in every language of the page.
public struct Wording: Sendable, Equatable {
  public var en: String
  public var zh: String

  public init(_ en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A name or formula that is the same in all of them.
  public init(_ text: String) {
    self.init(text, zh: text)
  }

  public subscript(language: PageLanguage) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}

extension Wording: ExpressibleByStringInterpolation {
  /// The same in all languages: names, formulas, numbers.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension PageLanguage {
  /// The signs between its words.
  public var punctuation: Punctuation {
    switch self {
    case .en: .latin
    case .zh: .han
    }
  }
}
